import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dynamoStore } from '../../../../shared/adapters/dynamodb/dynamo-store.ts';
import type { Store } from '../../../../shared/domain/ports.ts';
import { interestIn } from '../../../builders/interest.ts';
import { leadIn } from '../../../builders/lead.ts';
import { noDynamoDbBecause, startDynamoDb, type TestDynamoDb } from '../../../support/dynamodb.ts';
import { openDynamoSubject } from './subject.ts';

type Subject = Awaited<ReturnType<typeof openDynamoSubject>>;
type Reason =
  | 'None'
  | 'ConditionalCheckFailed'
  | 'TransactionConflict'
  | 'ThrottlingError'
  | 'ValidationError';
type Fault = 'lostAnswer' | readonly Reason[];

const connectionReset = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });

function cancelled(reasons: readonly Reason[]): TransactionCanceledException {
  const CancellationReasons = reasons.map((Code) => ({ Code }));
  return new TransactionCanceledException({ message: 'cancelled', CancellationReasons, $metadata: {} });
}

describe.skipIf(noDynamoDbBecause !== undefined)('commit on DynamoDB', () => {
  let dynamoDb: TestDynamoDb;
  let subject: Subject;
  let store: Store;
  let faults: Fault[];
  let waits: number[];
  let tokens: unknown[];

  beforeAll(async () => {
    dynamoDb = await startDynamoDb();
    dynamoDb.client.middlewareStack.add(
      (next, context) => async (args) => {
        if (context.commandName !== 'TransactWriteItemsCommand') return next(args);
        tokens.push('ClientRequestToken' in args.input && args.input.ClientRequestToken);
        const fault = faults.shift();
        if (fault === undefined) return next(args);
        if (fault !== 'lostAnswer') throw cancelled(fault);
        await next(args);
        throw connectionReset;
      },
      { step: 'deserialize', priority: 'high', name: 'injectFaults' },
    );
  });
  afterAll(() => dynamoDb.stop());

  beforeEach(async () => {
    faults = [];
    waits = [];
    tokens = [];
    subject = await openDynamoSubject(dynamoDb.client);
    const { tableName } = subject;
    const backoffMs = (attempt: number) => {
      waits.push(attempt);
      return 0;
    };
    store = dynamoStore({ client: dynamoDb.client, tableName, backoffMs });
  });
  afterEach(() => subject.close());

  it('is not refused by its own first try when the answer to that was lost', async () => {
    const record = interestIn('submitted');
    faults = ['lostAnswer'];
    expect(await store.commit([{ create: 'INTEREST', record }])).toEqual({ ok: true });
    faults = ['lostAnswer'];
    const confirmed = interestIn('confirmed', { id: record.id, revision: 2 });
    const advance = { advance: 'INTEREST', event: 'confirm', record: confirmed } as const;
    expect(await store.commit([advance])).toEqual({ ok: true });
    expect(tokens).toHaveLength(4);
    expect(await store.commit([advance])).toEqual({ ok: false, refused: [0] });
  });

  it('tries again after a conflict with another transaction, also when that lost an answer on the way', async () => {
    const record = interestIn('submitted');
    faults = [['TransactionConflict'], ['ThrottlingError'], 'lostAnswer'];
    expect(await store.commit([{ create: 'INTEREST', record }])).toEqual({ ok: true });
    expect(waits).toEqual([1, 2]);
    expect(tokens).toEqual(Array(4).fill(expect.stringMatching(/^[0-9a-f-]{36}$/)));
    expect(new Set(tokens).size, 'one token for all tries').toBe(1);
    expect(await store.interest(record.id)).toBeDefined();
  });

  it('does not answer with part of the refusals while a conflict hides the others', async () => {
    const record = interestIn('submitted');
    await subject.put('INTEREST', record);
    faults = [['None', 'ConditionalCheckFailed', 'TransactionConflict']];
    const changes = [
      { create: 'INTEREST', record: interestIn('submitted') },
      { create: 'INTEREST', record },
      { require: 'leadApproved', leadId: leadIn('proposed').id },
    ] as const;
    expect(await store.commit(changes)).toEqual({ ok: false, refused: [1, 2] });
    expect(tokens).toHaveLength(2);
  });

  it('gives up after 8 attempts: throws for a conflict, answers with the refusals it knows', async () => {
    const record = interestIn('submitted');
    faults = Array(8).fill(['TransactionConflict']);
    await expect(store.commit([{ create: 'INTEREST', record }])).rejects.toThrow(
      TransactionCanceledException,
    );
    expect(waits).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(await store.interest(record.id)).toBeUndefined();
    faults = Array(8).fill(['TransactionConflict', 'ConditionalCheckFailed']);
    const changes = [
      { create: 'INTEREST', record },
      { create: 'INTEREST', record: interestIn('submitted') },
    ] as const;
    expect(await store.commit(changes)).toEqual({ ok: false, refused: [1] });
  });

  it('throws at once when the transaction was cancelled for a fault', async () => {
    faults = [['ValidationError']];
    const record = interestIn('submitted');
    await expect(store.commit([{ create: 'INTEREST', record }])).rejects.toThrow(
      TransactionCanceledException,
    );
    expect(tokens).toHaveLength(1);
  });

  it('throws when there is no table', async () => {
    const lost = dynamoStore({ client: dynamoDb.client, tableName: 'puente-nowhere' });
    const record = interestIn('submitted');
    await expect(lost.commit([{ create: 'INTEREST', record }])).rejects.toThrow('not found');
    await expect(lost.interest(record.id)).rejects.toThrow('not found');
  });
});
