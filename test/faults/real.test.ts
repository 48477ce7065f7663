import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sweep } from '../../functions/sweep/sweep.ts';
import { type AwsEndpoint, startAwsEndpoint } from '../../local/aws/endpoint.ts';
import { type AcceptedMail, createSes } from '../../local/aws/ses.ts';
import { dynamoStore } from '../../shared/adapters/dynamodb/dynamo-store.ts';
import { documentsOf } from '../../shared/adapters/dynamodb/table.ts';
import { workCalendars } from '../../shared/adapters/holidays/holidays.ts';
import { itemOf } from '../../shared/contracts/items.ts';
import { defaultClocks, plusSeconds } from '../../shared/domain/clocks.ts';
import { EmailAddress } from '../../shared/domain/email-address.ts';
import type { OutboxId } from '../../shared/domain/ids.ts';
import type { Interest } from '../../shared/domain/interest.ts';
import { newOutboxEntry, type OutboxEntry } from '../../shared/domain/outbox.ts';
import type { Store } from '../../shared/domain/ports.ts';
import { newInterestId } from '../builders/ids.ts';
import { interestForm, interestIn } from '../builders/interest.ts';
import { createTable, noDynamoDbBecause, startDynamoDb, type TestDynamoDb } from '../support/dynamodb.ts';
import { Workers } from './real/workers.ts';

const entryCount = 90;
/** How often each entry's message is delivered at first. */
const deliveries = 3;
const workerCount = 3;
const calm = { dynamodb: 0, ses: 0, other: 0 };
const stormy = { dynamodb: 0.02, ses: 0.25, other: 0.02 };

let dynamoDb: TestDynamoDb;
let endpoint: AwsEndpoint;
let store: Store;
let workers: Workers;
let accepted: AcceptedMail[];

beforeAll(async () => {
  if (noDynamoDbBecause !== undefined) return;
  accepted = [];
  dynamoDb = await startDynamoDb();
  endpoint = await startAwsEndpoint();
  const mail = {
    identities: ['mail.puente.example'],
    configurationSets: ['sending'],
    eventDestinations: [],
  };
  const sink = { deliver: async (taken: AcceptedMail) => void accepted.push(taken) };
  const secret = { find: () => secretValue, rotate: () => undefined };
  endpoint.serve({
    secrets: secret,
    ses: createSes({
      mail,
      sink,
      now: () => new Date(),
      publish: async () => undefined,
      onUnpublished: () => undefined,
    }),
  });
  const tableName = await createTable(dynamoDb.client);
  store = dynamoStore({ client: dynamoDb.client, tableName });
  workers = new Workers({ dynamoDb: dynamoDb.endpoint, other: endpoint.url, tableName }, 5);
  const documents = documentsOf({ client: dynamoDb.client, tableName });
  for (const { interest, entry } of confirmations)
    for (const Item of [itemOf('INTEREST', interest), itemOf('OUTBOX', entry)])
      await documents.send(new PutCommand({ TableName: tableName, Item }));
}, 60_000);

afterAll(async () => {
  await endpoint?.stop();
  await dynamoDb?.stop();
});

const secretValue = {
  ...{ ARN: 'arn', Name: 'name', VersionId: 'version', VersionStages: ['AWSCURRENT'], CreatedDate: 0 },
  SecretString: JSON.stringify({ key: 'a key for links and addresses, of no use elsewhere' }),
};

/** Interests whose confirmation mail waits to be sent. */
const confirmations = Array.from({ length: entryCount }, (_, index) => {
  const now = new Date().toISOString();
  const id = newInterestId();
  const email = new EmailAddress(`compras@firma${index}.example`);
  const form = interestForm({ contact: { name: 'Lucía Quispe', email } });
  const confirmBy = plusSeconds(now, 7 * 86_400);
  const interest: Interest = interestIn('submitted', { id, form, createdAt: now, updatedAt: now, confirmBy });
  const content = { template: 'confirmation', language: 'es', interestId: id, confirmBy } as const;
  const need = { of: 'submitter', interestId: id, open: true } as const;
  const entry = newOutboxEntry(
    { cause: id, side: 'submitter', step: 'confirmation', to: email, need, content },
    now,
    plusSeconds(now, 300),
  );
  return { interest, entry };
});

/** A round of the sweep, `laterSeconds` from now; gives what it put on the queue again. */
async function sweepLater(laterSeconds: number): Promise<OutboxId[]> {
  const requeued: OutboxId[] = [];
  const report = await sweep(
    {
      store,
      clock: { now: () => plusSeconds(new Date().toISOString(), laterSeconds) },
      clocks: defaultClocks,
      calendars: workCalendars,
      addresses: { hash: () => Promise.reject(new Error('no lead is due')) },
      queues: {
        mail: async (id) => void requeued.push(id),
        match: () => Promise.reject(new Error('nothing is confirmed')),
      },
    },
    {
      remainingMs: () => 60_000,
      onStep: () => undefined,
      onMail: () => undefined,
      onFault: () => undefined,
    },
  );
  expect(report['fault']).toBeUndefined();
  return requeued;
}

async function entriesNow(): Promise<OutboxEntry[]> {
  const found = await Promise.all(confirmations.map(({ entry }) => store.outboxEntry(entry.id)));
  return found.flatMap((entry) => (entry === undefined ? [] : [entry]));
}

function acceptancesOf(tag: 'outbox' | 'attempt'): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { tags } of accepted) counts.set(tags[tag] ?? '', (counts.get(tags[tag] ?? '') ?? 0) + 1);
  return counts;
}

it.skipIf(noDynamoDbBecause !== undefined)(
  'real clients over a network that breaks, in processes that are killed: accepted at most once, each doubt unknown',
  async () => {
    const ids = confirmations.map(({ entry }) => entry.id);
    await workers.workOff(Array.from({ length: deliveries }, () => ids).flat(), workerCount, stormy);
    // Whatever is still open after the doubt clock is looked at by the sweep: once to doubt, and what waits is sent.
    for (let requeued = await sweepLater(1_000); requeued.length > 0; requeued = await sweepLater(1_000))
      await workers.workOff(requeued, 1, calm);
    // And at last every message comes once more.
    await workers.workOff(ids, workerCount, calm);

    const entries = await entriesNow();
    expect(entries).toHaveLength(entryCount);
    expect([...acceptancesOf('outbox').values()].filter((times) => times > 1)).toEqual([]);
    expect([...acceptancesOf('attempt').values()].filter((times) => times > 1)).toEqual([]);
    for (const entry of entries) {
      expect(['sent', 'unknown']).toContain(entry.status);
      if (entry.status !== 'sent') continue;
      const own = accepted.filter(({ tags }) => tags['attempt'] === entry.attemptId);
      expect(own.map(({ messageId }) => messageId)).toEqual([entry.messageId]);
    }
    // The storm was one: each service was struck, processes were killed, and some accepted mails are doubtful.
    const struck = [...workers.struck.keys()].sort();
    for (const service of ['ses', 'dynamodb'])
      expect(struck).toEqual(
        expect.arrayContaining(
          ['resetAfter', 'hangAfter', 'killAfter'].map((fault) => `${service} ${fault}`),
        ),
      );
    expect(workers.kills).toBeGreaterThan(0);
    const unknown = entries.filter(({ status }) => status === 'unknown');
    expect(unknown.length).toBeGreaterThan(0);
    expect(accepted.length).toBeGreaterThan(entries.length - unknown.length);
  },
  120_000,
);
