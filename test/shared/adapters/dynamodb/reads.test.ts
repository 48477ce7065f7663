import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seedDirectory } from '../../../../shared/adapters/dynamodb/seed-directory.ts';
import { itemOf } from '../../../../shared/contracts/items.ts';
import { BrokenItem } from '../../../../shared/domain/ports.ts';
import { cluster, member } from '../../../builders/directory.ts';
import { clusterIdOf, later, memberIdOf } from '../../../builders/ids.ts';
import { interestIn } from '../../../builders/interest.ts';
import { leadIn } from '../../../builders/lead.ts';
import { noDynamoDbBecause, startDynamoDb, type TestDynamoDb } from '../../../support/dynamodb.ts';
import { openDynamoSubject } from './subject.ts';

interface Call {
  readonly name: string | undefined;
  readonly input: Readonly<Record<string, unknown>>;
}

describe.skipIf(noDynamoDbBecause !== undefined)('reads of DynamoDB', () => {
  let dynamoDb: TestDynamoDb;
  let subject: Awaited<ReturnType<typeof openDynamoSubject>>;
  let calls: Call[] = [];

  beforeAll(async () => {
    dynamoDb = await startDynamoDb();
    dynamoDb.client.middlewareStack.add(
      (next, context) => async (args) => {
        calls.push({ name: context.commandName, input: { ...args.input } });
        return next(args);
      },
      { step: 'initialize', priority: 'low', name: 'recordCalls' },
    );
    subject = await openDynamoSubject(dynamoDb.client);
  });
  afterAll(async () => {
    await subject.close();
    await dynamoDb.stop();
  });
  beforeEach(() => {
    calls = [];
  });

  it('are strongly consistent wherever something is decided on them', async () => {
    const { store } = subject;
    const lead = leadIn('approved');
    await store.interest(lead.interest.id);
    await store.lead(lead.id);
    await store.leadsOf(lead.interest.id);
    await store.member(member().id);
    await store.cluster(cluster().id);
    await store.idempotency('key');
    expect(calls.map(({ name }) => name)).toEqual([
      'GetItemCommand',
      'GetItemCommand',
      'QueryCommand',
      'GetItemCommand',
      'GetItemCommand',
      'GetItemCommand',
    ]);
    for (const { input } of calls) expect(input).toMatchObject({ ConsistentRead: true });
  });

  it('never scan or filter, and a page of leads reads one more than its size of each partition', async () => {
    const { store } = subject;
    const food = clusterIdOf('klaster-spozywczy');
    for (let second = 0; second < 12; second += 1) {
      const { id: metal } = cluster();
      await subject.put('LEAD', leadIn('proposed', { decideBy: later(second) }, { clusterId: metal }));
    }
    calls = [];
    await store.leads({ clusters: [cluster().id, food], statuses: ['proposed', 'introduced'], limit: 5 });
    expect(calls.map(({ input }) => input)).toEqual(
      Array(4).fill(expect.objectContaining({ IndexName: 'gsi1', Limit: 6 })),
    );
    await Array.fromAsync(store.due('LEAD', later(1)));
    await store.membersIn('PL');
    for (const { name, input } of calls) {
      expect(name).toBe('QueryCommand');
      expect(input).not.toHaveProperty('FilterExpression');
    }
  });

  it('throw for a broken item, and say which without saying what is in it', async () => {
    const interest = interestIn('submitted');
    await subject.putRaw({ ...itemOf('INTEREST', interest), schemaVersion: 2 });
    const reading = subject.store.interest(interest.id);
    await expect(reading).rejects.toThrow(BrokenItem);
    await expect(reading).rejects.toThrow(`INTEREST INTEREST#${interest.id} INTEREST: schemaVersion`);
    await expect(reading).rejects.not.toThrow('misti');
  });

  it('find a seeded directory; seeding again leaves what is there', async () => {
    const table = { client: dynamoDb.client, tableName: subject.tableName };
    const directory = { clusters: [cluster()], members: [member()] };
    await seedDirectory(table, directory);
    const { consent: _, ...silent } = member();
    await subject.put('MEMBER', silent);
    await seedDirectory(table, { ...directory, members: [member(), member({ id: memberIdOf('chm') })] });
    expect(await subject.store.member(member().id)).not.toHaveProperty('consent');
    expect(await subject.store.member(memberIdOf('chm'))).toHaveProperty('consent');
    expect(await subject.store.cluster(cluster().id)).toEqual(cluster());
  });
});
