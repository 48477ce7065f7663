import { readFile } from 'node:fs/promises';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentsOf } from '../../../../shared/adapters/dynamodb/table.ts';
import { type Item, itemOf } from '../../../../shared/contracts/items.ts';
import { dayOf, hourly } from '../../../../shared/domain/counter.ts';
import type { Store } from '../../../../shared/domain/ports.ts';
import { cluster, member } from '../../../builders/directory.ts';
import { later, memberIdOf, newInterestId } from '../../../builders/ids.ts';
import { interestIn } from '../../../builders/interest.ts';
import { leadIn } from '../../../builders/lead.ts';
import {
  auditRecord,
  breaker,
  idempotencyRecord,
  pair,
  suppression,
  trait,
} from '../../../builders/marks.ts';
import { outboxEntryIn } from '../../../builders/outbox.ts';
import { noDynamoDbBecause, startDynamoDb, type TestDynamoDb } from '../../../support/dynamodb.ts';
import { itemBytes, meter, type Units } from './meter.ts';
import { alerts, commits, reminders } from './pipeline-commits.ts';
import { openDynamoSubject } from './subject.ts';

type Subject = Awaited<ReturnType<typeof openDynamoSubject>>;

/** The builders' records are of the size that forms, members and introductions have in practice. */
const samples: Readonly<Record<string, Item>> = {
  interest: itemOf('INTEREST', interestIn('matched', { reviewAt: later(86_400) })),
  lead: itemOf('LEAD', leadIn('introduced', { reminders: reminders() })),
  member: itemOf('MEMBER', member()),
  cluster: itemOf('CLUSTER', cluster()),
  'outbox entry': itemOf('OUTBOX', outboxEntryIn('queued')),
  'idempotency record': itemOf('IDEMPOTENCY', idempotencyRecord()),
  trait: itemOf('TRAIT', trait()),
  suppression: itemOf('SUPPRESSION', suppression()),
  breaker: itemOf('BREAKER', breaker({ state: 'closed' })),
  counter: itemOf('COUNTER', { ...hourly('accepted', later(0), 'a mail'), count: 100 }),
  pair: itemOf('PAIR', pair()),
  'act of a person': itemOf('AUDIT', auditRecord()),
};

/** The figures are those of the emulator: another endpoint may count otherwise, or not at all. */
const skip = noDynamoDbBecause !== undefined || process.env['AWS_ENDPOINT_URL_DYNAMODB'] !== undefined;

describe.skipIf(skip)('docs/access-patterns.md', () => {
  let dynamoDb: TestDynamoDb;
  let subject: Subject;
  let store: Store;
  let measure: ReturnType<typeof meter>;
  let documented: ReadonlyMap<string, readonly string[]>;

  beforeAll(async () => {
    dynamoDb = await startDynamoDb();
    subject = await openDynamoSubject(dynamoDb.client);
    store = subject.store;
    measure = meter(dynamoDb.client);
    documented = rowsOf(
      await readFile(new URL('../../../../docs/access-patterns.md', import.meta.url), 'utf8'),
    );
  });
  afterAll(async () => {
    await subject.close();
    await dynamoDb.stop();
  });

  it.each(Object.entries(samples))('states the size of a typical item: %s', (name, item) => {
    expect(documented.get(name)?.at(-1)).toBe(`${(itemBytes(item) / 1024).toFixed(1)} KB`);
  });

  it('rests on an emulator that counts writes as DynamoDB does', async () => {
    const documents = documentsOf({ client: dynamoDb.client, tableName: subject.tableName });
    for (const Item of Object.values(samples)) {
      const { write } = await measure(() =>
        documents.send(new PutCommand({ TableName: subject.tableName, Item })),
      );
      const copies = 1 + [Item.gsi1pk, Item.gsi2pk].filter((key) => key !== undefined).length;
      expect(write, Item.kind).toBe(copies * Math.ceil(itemBytes(Item) / 1024));
    }
  });

  it('states what each read costs', async () => {
    const interest = interestIn('matched');
    await subject.put('INTEREST', interest);
    await Promise.all(
      Array.from({ length: 100 }, async (_, index) => {
        const each = member({ id: memberIdOf(`firm-${index}`) });
        const own = index < 10 ? { interest } : {};
        await subject.put('MEMBER', each);
        await subject.put(
          'LEAD',
          leadIn('proposed', { decideBy: later(index), alerts: alerts() }, { member: each, ...own }),
        );
      }),
    );
    const entry = outboxEntryIn('queued', { dueAt: later(0) });
    await subject.put('OUTBOX', entry);
    for (let index = 1; index < 40; index += 1) {
      await subject.put('OUTBOX', outboxEntryIn('queued', { dueAt: later(index) }));
    }
    for (let index = 0; index < 40; index += 1) {
      await subject.put('OUTBOX', outboxEntryIn('unknown', { since: later(index) }));
      await subject.put('AUDIT', auditRecord({ subject: 'BREAKER', at: later(index) }));
    }
    await subject.put('BREAKER', breaker({ state: 'closed' }));
    const { hash, ...rare } = trait();
    for (let index = 0; index < 100; index += 1) {
      await subject.put('TRAIT', { ...rare, hash, interestId: newInterestId() });
    }
    const { hash: ownHash } = await putTrait();
    const record = idempotencyRecord();
    await subject.put('IDEMPOTENCY', record);
    await countDay(dayOf(later(0)));
    for (let index = 0; index < 100; index += 1)
      await subject.put('INTEREST', interestIn('matched', { createdAt: '2026-11-02T09:00:00.000Z' }));
    const lead = leadIn('proposed', {}, { interest, member: member({ id: memberIdOf('firm-0') }) });
    const clusters = [cluster().id];
    const statuses = ['proposed'] as const;
    await expectReads({
      'an interest': () => store.interest(interest.id),
      'a lead': () => store.lead(lead.id),
      'the leads of an interest (10)': () => store.leadsOf(interest.id),
      'a page of leads (20 of 100)': () => store.leads({ clusters, statuses, limit: 20 }),
      'an outbox entry': () => store.outboxEntry(entry.id),
      'an idempotency record': () => store.idempotency(record.key),
      'the interests that share a trait (1)': () => store.traits('name', ownHash),
      'the interests that share a trait (100)': () => store.traits('name', hash),
      'a page of mails for a person (20 of 40)': () => store.mails({ status: 'unknown', limit: 20 }),
      'a page of acts on one record (20 of 40)': () => store.audit({ subject: 'BREAKER', limit: 20 }),
      'a page of all acts (20 of 40)': () => store.audit({ limit: 20 }),
      'a member': () => store.member(member().id),
      'a cluster': () => store.cluster(cluster().id),
      'the breaker': () => store.breaker(),
      'what a day counted (8 shards of 24 hours)': () => store.counted('accepted', dayOf(later(0))),
      'the interests of a day (100)': () => store.acceptedOn('2026-11-02'),
      'the members of a country (100)': () => store.membersIn('PL'),
      'what is due (nothing)': () => Array.fromAsync(store.due('INTEREST', later(-1))),
      'what is due (40 outbox entries)': () => Array.fromAsync(store.due('OUTBOX', later(39))),
    });
  });

  it('states what each commit costs', async () => {
    for (const [pattern, { stored, changes }] of Object.entries(commits())) {
      const documents = documentsOf({ client: dynamoDb.client, tableName: subject.tableName });
      for (const Item of stored) await documents.send(new PutCommand({ TableName: subject.tableName, Item }));
      const units = await measure(async () => {
        expect(await store.commit(changes), pattern).toEqual({ ok: true });
      });
      expectDocumented(pattern, units);
    }
  });

  async function countDay(day: string) {
    for (let hour = 0; hour < 24; hour += 1) {
      for (let shard = 0; shard < 8; shard += 1) {
        const at = `${day}T${String(hour).padStart(2, '0')}`;
        await subject.put('COUNTER', { of: 'accepted', hour: at, shard, count: 100 });
      }
    }
  }

  async function putTrait() {
    const own = trait();
    await subject.put('TRAIT', own);
    return own;
  }

  async function expectReads(reads: Readonly<Record<string, () => Promise<unknown>>>): Promise<void> {
    for (const [pattern, read] of Object.entries(reads)) expectDocumented(pattern, await measure(read));
  }

  function expectDocumented(pattern: string, { read, write }: Units): void {
    expect(documented.get(pattern)?.slice(-2), pattern).toEqual([String(read), String(write)]);
  }
});

/** The table rows of a Markdown page: cells by the text of the first. */
function rowsOf(markdown: string): ReadonlyMap<string, readonly string[]> {
  const rows = markdown.split('\n').filter((line) => line.startsWith('|'));
  return new Map(
    rows.map((row): [string, string[]] => {
      const [first = '', ...rest] = row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      return [first, rest];
    }),
  );
}
