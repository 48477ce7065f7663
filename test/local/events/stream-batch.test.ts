import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliverBatch, failedItems, firstFailure } from '../../../local/events/stream-batch.ts';
import type { StreamRecord } from '../../../local/events/stream-reader.ts';

const recordsOf = (count: number): StreamRecord[] =>
  Array.from({ length: count }, (_, index) => ({ dynamodb: { SequenceNumber: String(index + 1) } }));
const idOf = (record: StreamRecord) => record.dynamodb.SequenceNumber;

/** Delivers to a function that fails for ever on some records, and notes what happens. */
async function deliver(
  count: number,
  poison: ReadonlySet<string>,
  rules: { bisects: boolean; reportsItemFailures: boolean; maximumRetryAttempts: number },
) {
  const log = {
    handled: [] as string[],
    advanced: [] as number[],
    discarded: [] as string[],
    calls: [] as string[][],
  };
  await deliverBatch(recordsOf(count), rules, {
    invoke: async (records) => {
      log.calls.push(records.map(idOf));
      const failing = records.find((record) => poison.has(idOf(record)));
      if (failing === undefined || rules.reportsItemFailures)
        log.handled.push(
          ...records.slice(0, failing === undefined ? undefined : records.indexOf(failing)).map(idOf),
        );
      if (failing === undefined) return undefined;
      if (!rules.reportsItemFailures) throw new Error('poison');
      return { batchItemFailures: [{ itemIdentifier: idOf(failing) }] };
    },
    advance: (record) => log.advanced.push(Number(idOf(record))),
    discard: async (records) => void log.discarded.push(...records.map(idOf)),
    backOff: async () => undefined,
  });
  return log;
}

describe('deliverBatch', () => {
  it('repeats from the first failed record and keeps what was done', async () => {
    const { calls, discarded } = await deliver(4, new Set(['3']), {
      bisects: false,
      reportsItemFailures: true,
      maximumRetryAttempts: 1,
    });
    expect(calls).toEqual([
      ['1', '2', '3', '4'],
      ['3', '4'],
    ]);
    expect(discarded).toEqual(['3', '4']);
  });

  it('splits until the bad record is alone; a split is no try', async () => {
    const { calls, discarded, handled } = await deliver(4, new Set(['3']), {
      bisects: true,
      reportsItemFailures: false,
      maximumRetryAttempts: 1,
    });
    expect(calls).toEqual([['1', '2', '3', '4'], ['1', '2'], ['3', '4'], ['3'], ['3'], ['4']]);
    expect(discarded).toEqual(['3']);
    expect(handled).toEqual(['1', '2', '4']);
  });

  it('deals with every record once and in order, whatever fails', async () => {
    const rules = fc.record({
      bisects: fc.boolean(),
      reportsItemFailures: fc.boolean(),
      maximumRetryAttempts: fc.integer({ min: 0, max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 20 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 20 })),
        rules,
        async (count, bad, given) => {
          const poison = new Set(bad.map(String));
          const { handled, discarded, advanced } = await deliver(count, poison, given);
          expect([...handled, ...discarded].map(Number).sort((a, b) => a - b)).toEqual(
            recordsOf(count).map((record) => Number(idOf(record))),
          );
          expect(handled.filter((id) => poison.has(id))).toEqual([]);
          expect(handled.map(Number)).toEqual(handled.map(Number).toSorted((a, b) => a - b));
          expect(advanced).toEqual(advanced.toSorted((a, b) => a - b));
          expect(advanced.at(-1)).toBe(count);
          if (given.bisects) expect(discarded.filter((id) => !poison.has(id))).toEqual([]);
        },
      ),
    );
  });
});

describe('partial batch responses', () => {
  const ids = ['a', 'b', 'c'];

  it.each([
    [undefined, 3],
    [null, 3],
    [{}, 3],
    [{ batchItemFailures: null }, 3],
    [{ batchItemFailures: [] }, 3],
    [{ batchItemFailures: [{ itemIdentifier: 'c' }, { itemIdentifier: 'b' }] }, 1],
    [{ batchItemFailures: [{ itemIdentifier: '' }] }, 0],
    [{ batchItemFailures: [{ itemIdentifier: null }] }, 0],
    [{ batchItemFailures: [{ id: 'b' }] }, 0],
    [{ batchItemFailures: [{ itemIdentifier: 'z' }] }, 0],
    [{ batchItemFailures: 'b' }, 0],
  ])('%j: the first failure is %i', (answer, expected) => {
    expect(firstFailure(answer, ids)).toBe(expected);
  });

  it('names each failed item', () => {
    expect(failedItems({ batchItemFailures: [{ itemIdentifier: 'c' }] }, ids)).toEqual(new Set(['c']));
  });
});
