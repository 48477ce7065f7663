import { readFile } from 'node:fs/promises';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentsOf } from '../../../../shared/adapters/dynamodb/table.ts';
import { type Item, itemOf } from '../../../../shared/contracts/items.ts';
import { defaultClocks } from '../../../../shared/domain/clocks.ts';
import { traitKinds } from '../../../../shared/domain/duplicates/traits.ts';
import type { Change, Store } from '../../../../shared/domain/ports.ts';
import { remindersFrom } from '../../../../shared/domain/reminders.ts';
import { cluster, member } from '../../../builders/directory.ts';
import { later, memberIdOf, newAddressHash, newInterestId } from '../../../builders/ids.ts';
import { interestIn } from '../../../builders/interest.ts';
import { leadIn } from '../../../builders/lead.ts';
import { breaker, idempotencyRecord, suppression, trait } from '../../../builders/marks.ts';
import { outboxEntryIn } from '../../../builders/outbox.ts';
import { noDynamoDbBecause, startDynamoDb, type TestDynamoDb } from '../../../support/dynamodb.ts';
import { itemBytes, meter, type Units } from './meter.ts';
import { openDynamoSubject } from './subject.ts';

type Subject = Awaited<ReturnType<typeof openDynamoSubject>>;

/** Words to coordinators and reminders, as a new lead and a new introduction have them. */
const alerts = () => [
  { step: 'warning' as const, at: later(86_400) },
  { step: 'escalation' as const, at: later(2 * 86_400) },
];
const reminders = () => remindersFrom(later(3 * 3600), defaultClocks);

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
    const { hash, ...rare } = trait();
    for (let index = 0; index < 100; index += 1) {
      await subject.put('TRAIT', { ...rare, hash, interestId: newInterestId() });
    }
    const { hash: ownHash } = await putTrait();
    const record = idempotencyRecord();
    await subject.put('IDEMPOTENCY', record);
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
      'a member': () => store.member(member().id),
      'a cluster': () => store.cluster(cluster().id),
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

interface Commit {
  readonly stored: readonly Item[];
  readonly changes: readonly Change[];
}

/** The commits of the pipeline, as the functions make them. */
function commits(): Readonly<Record<string, Commit>> {
  const submitted = interestIn('submitted');
  const { id } = submitted;
  const confirmed = interestIn('confirmed', { id, revision: 2 });
  const reviewAt = later(86_400);
  const matched = interestIn('matched', { id, revision: 3, reviewAt });
  const second = member({ id: memberIdOf('promotech') });
  const pairs = [{ interest: submitted }, { interest: submitted, member: second }];
  const [proposed, other] = pairs.map((pair) => leadIn('proposed', { alerts: alerts() }, pair));
  if (proposed === undefined || other === undefined) throw new Error('two leads');
  const again = leadIn('proposed', { alerts: alerts() });
  const { id: leadId } = proposed;
  const approved = leadIn('approved', { id: leadId, revision: 2 });
  const introduced = leadIn('introduced', { id: leadId, revision: 3, reminders: reminders() });
  const otherIntroduced = leadIn('introduced', { id: other.id, revision: 3, reminders: reminders() });
  const accepted = leadIn('accepted', { id: leadId, revision: 4, reminders: reminders() });
  const connected = leadIn('connected', { id: leadId, revision: 5 });
  const queued = outboxEntryIn('queued');
  const sending = outboxEntryIn('sending', { id: queued.id, revision: 2 });
  const sent = outboxEntryIn('sent', { id: queued.id, revision: 3 });
  const news = (): Change => ({ create: 'OUTBOX', record: newsEntry() });
  return {
    'submit an interest': {
      stored: [],
      changes: [
        { create: 'INTEREST', record: submitted },
        news(),
        { create: 'IDEMPOTENCY', record: idempotencyRecord() },
      ],
    },
    'confirm an interest (5 traits)': {
      stored: [itemOf('INTEREST', submitted)],
      changes: [
        { advance: 'INTEREST', event: 'confirm', record: confirmed },
        ...traitKinds.map((by): Change => ({ create: 'TRAIT', record: trait({ by, interestId: id }) })),
      ],
    },
    'match an interest (2 leads)': {
      stored: [itemOf('INTEREST', confirmed), itemOf('MEMBER', member()), itemOf('MEMBER', second)],
      changes: [
        { advance: 'INTEREST', event: 'match', record: matched },
        { require: 'memberConsents', memberId: member().id },
        { require: 'memberConsents', memberId: second.id },
        { create: 'LEAD', record: proposed },
        { create: 'LEAD', record: other },
        news(),
      ],
    },
    'approve a lead': {
      stored: [itemOf('LEAD', proposed), itemOf('INTEREST', matched)],
      changes: [
        { require: 'interestOpen', interestId: id },
        { advance: 'LEAD', event: 'approve', record: approved },
        { create: 'OUTBOX', record: queued },
      ],
    },
    'approve a lead (1 more of the pair)': {
      stored: [itemOf('LEAD', proposed), itemOf('INTEREST', matched), itemOf('LEAD', again)],
      changes: [
        { require: 'interestOpen', interestId: id },
        { advance: 'LEAD', event: 'approve', record: approved },
        { create: 'OUTBOX', record: outboxEntryIn('queued') },
        { require: 'leadProposed', leadId: again.id },
      ],
    },
    'claim an introduction': {
      stored: [itemOf('OUTBOX', queued), itemOf('LEAD', approved), itemOf('MEMBER', member())],
      changes: [
        { advance: 'OUTBOX', event: 'claim', record: sending },
        { require: 'notSuppressed', addressHash: newAddressHash() },
        { require: 'breakerClosed' },
        { require: 'memberConsents', memberId: member().id },
        { require: 'leadApproved', leadId },
      ],
    },
    'record a sent introduction': {
      stored: [itemOf('OUTBOX', sending), itemOf('LEAD', approved)],
      changes: [
        { advance: 'OUTBOX', event: 'send', record: sent },
        { advance: 'LEAD', event: 'introduce', record: introduced },
      ],
    },
    'alert a coordinator': {
      stored: [itemOf('LEAD', proposed)],
      changes: [
        {
          advance: 'LEAD',
          event: 'alert',
          record: { ...proposed, revision: 2, alerts: alerts().slice(1) },
        },
        news(),
      ],
    },
    'remind of an introduction': {
      stored: [itemOf('LEAD', introduced)],
      changes: [
        {
          advance: 'LEAD',
          event: 'remind',
          record: { ...introduced, revision: 4, reminders: reminders().slice(1) },
        },
        { create: 'OUTBOX', record: outboxEntryIn('queued') },
      ],
    },
    'claim a reminder': {
      stored: [itemOf('OUTBOX', queued), itemOf('LEAD', introduced), itemOf('MEMBER', member())],
      changes: [
        { advance: 'OUTBOX', event: 'claim', record: sending },
        { require: 'notSuppressed', addressHash: newAddressHash() },
        { require: 'breakerClosed' },
        { require: 'memberConsents', memberId: member().id },
        { require: 'leadIntroduced', leadId },
      ],
    },
    'look at a matched interest': {
      stored: [itemOf('INTEREST', matched)],
      changes: [
        {
          advance: 'INTEREST',
          event: 'review',
          record: { ...matched, revision: 4, reviewAt: later(2 * 86_400) },
        },
      ],
    },
    'accept an introduction': {
      stored: [itemOf('LEAD', introduced)],
      changes: [{ advance: 'LEAD', event: 'accept', record: accepted }],
    },
    'connect a lead': {
      stored: [itemOf('LEAD', accepted), itemOf('INTEREST', matched), itemOf('MEMBER', member())],
      changes: [
        { require: 'memberConsents', memberId: member().id },
        { require: 'notSuppressed', addressHash: newAddressHash() },
        { require: 'notSuppressed', addressHash: newAddressHash() },
        { require: 'interestHeld', interestId: id },
        { advance: 'LEAD', event: 'connect', record: connected },
        { create: 'OUTBOX', record: outboxEntryIn('queued') },
        { create: 'OUTBOX', record: outboxEntryIn('queued') },
      ],
    },
    'withdraw an interest (1 approved lead, 1 introduced)': {
      stored: [
        itemOf('INTEREST', matched),
        itemOf('LEAD', approved),
        itemOf('LEAD', otherIntroduced),
        itemOf('OUTBOX', queued),
      ],
      changes: [
        {
          advance: 'INTEREST',
          event: 'withdraw',
          record: interestIn('withdrawn', { id, revision: matched.revision + 1 }),
        },
        { advance: 'LEAD', event: 'withdraw', record: leadIn('withdrawn', { id: leadId, revision: 3 }) },
        { require: 'entryUnclaimed', outboxId: queued.id },
        { advance: 'LEAD', event: 'withdraw', record: leadIn('withdrawn', { id: other.id, revision: 4 }) },
        news(),
        news(),
      ],
    },
    'suppress an address': {
      stored: [itemOf('MEMBER', member())],
      changes: [
        { mark: 'SUPPRESSION', record: suppression() },
        { mark: 'MEMBER', record: member() },
      ],
    },
    'put an outbox entry on the queue again': {
      stored: [itemOf('OUTBOX', queued)],
      changes: [
        {
          advance: 'OUTBOX',
          event: 'requeue',
          record: outboxEntryIn('queued', { id: queued.id, revision: 2, dueAt: later(600) }),
        },
      ],
    },
  };
}

/** A mail of a few fixed words: a confirmation, or news of an interest. */
function newsEntry() {
  const interest = interestIn('submitted');
  return outboxEntryIn('queued', {
    content: {
      template: 'confirmation',
      language: 'es',
      interestId: interest.id,
      confirmBy: interest.confirmBy,
    },
    need: { of: 'submitter', interestId: interest.id },
  });
}

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
