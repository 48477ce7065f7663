import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dynamoSendingRate } from '../../../../shared/adapters/dynamodb/sending-rate.ts';
import { plusSeconds } from '../../../../shared/domain/clocks.ts';
import { monday } from '../../../builders/ids.ts';
import {
  createTable,
  deleteTable,
  noDynamoDbBecause,
  startDynamoDb,
  type TestDynamoDb,
} from '../../../support/dynamodb.ts';

describe.skipIf(noDynamoDbBecause !== undefined)('the shared sending rate', () => {
  let dynamoDb: TestDynamoDb;
  let tableName: string;
  let now = monday;

  beforeAll(async () => {
    dynamoDb = await startDynamoDb();
  });
  afterAll(() => dynamoDb.stop());
  beforeEach(async () => {
    now = monday;
    tableName = await createTable(dynamoDb.client);
    return () => deleteTable(dynamoDb.client, tableName);
  });

  /** `turn` tells how long it would have waited, in milliseconds; undefined: it got none. */
  function rate(perSecond: number) {
    return {
      turn: async () => {
        let waitedMs = 0;
        const pause = async (durationMs: number) => {
          waitedMs += durationMs;
        };
        const clock = { now: () => now };
        const table = { client: dynamoDb.client, tableName };
        return (await dynamoSendingRate(table, perSecond, { clock, pause }).turn()) ? waitedMs : undefined;
      },
    };
  }

  it('lets one second’s worth go at once, then one after another at the rate', async () => {
    const { turn } = rate(10);
    const waits = [];
    for (let index = 0; index < 15; index += 1) waits.push(await turn());
    expect(waits).toEqual([...Array.from({ length: 11 }, () => 0), 100, 200, 300, 400]);
  });

  it('gives every turn once, however many ask at once', async () => {
    const senders = [rate(10), rate(10), rate(10)];
    const waits = await Promise.all(Array.from({ length: 30 }, (_, index) => senders[index % 3]?.turn()));
    const later = waits.filter((wait) => wait !== undefined && wait > 0).sort((a = 0, b = 0) => a - b);
    expect(later).toEqual(Array.from({ length: 19 }, (_, index) => (index + 1) * 100));
  });

  it('turns away whoever would wait more than five seconds, and takes no turn for that', async () => {
    const { turn } = rate(1);
    const waits = [];
    for (let index = 0; index < 12; index += 1) waits.push(await turn());
    expect(waits.slice(0, 7)).toEqual([0, 0, 1000, 2000, 3000, 4000, 5000]);
    expect(waits.slice(7)).toEqual(Array.from({ length: 5 }, () => undefined));
    now = plusSeconds(monday, 1);
    expect(await turn()).toBe(5000);
  });

  it('saves up no more than one second, however long nothing was sent', async () => {
    const { turn } = rate(4);
    await turn();
    now = plusSeconds(monday, 86_400);
    const waits = [];
    for (let index = 0; index < 7; index += 1) waits.push(await turn());
    expect(waits).toEqual([0, 0, 0, 0, 0, 250, 500]);
  });
});
