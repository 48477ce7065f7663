import type { StreamRecord } from './stream-reader.ts';

/** How batches of a stream are delivered (AWS::Lambda::EventSourceMapping). */
export interface DeliveryRules {
  readonly reportsItemFailures: boolean;
  readonly bisects: boolean;
  /** -1: without end. */
  readonly maximumRetryAttempts: number;
}

/** What delivering needs from outside. */
export interface Delivery {
  invoke(records: readonly StreamRecord[]): Promise<unknown>;
  /** Everything up to and with this record is dealt with. */
  advance(record: StreamRecord): void;
  /** These records are given up after `attempts` calls. */
  discard(records: readonly StreamRecord[], attempts: number): Promise<void>;
  /** Waits before the next try; throws when the runner stops. */
  backOff(failures: number): Promise<void>;
}

interface Batch {
  readonly records: readonly StreamRecord[];
  /** Tries that failed, those that only led to a split aside. */
  readonly failures: number;
}

/**
 * Delivers records in order, as Lambda does for a stream: a failure repeats the batch from its first failed record; a
 * batch that may be split is split instead, which does not count as a try; records that fail too often are given up.
 */
export async function deliverBatch(
  records: readonly StreamRecord[],
  rules: DeliveryRules,
  delivery: Delivery,
): Promise<void> {
  const pending: Batch[] = [{ records, failures: 0 }];
  for (let batch = pending.shift(); batch !== undefined; batch = pending.shift()) {
    const firstFailed = await attempt(batch.records, rules, delivery);
    const lastDone = batch.records[firstFailed - 1];
    if (lastDone !== undefined) delivery.advance(lastDone);
    const rest = batch.records.slice(firstFailed);
    const last = rest.at(-1);
    if (last === undefined) continue;
    if (rules.bisects && rest.length > 1) {
      pending.unshift(
        ...split(rest, firstFailed > 0).map((half) => ({ records: half, failures: batch.failures })),
      );
      await delivery.backOff(batch.failures + 1);
      continue;
    }
    const failures = batch.failures + 1;
    if (rules.maximumRetryAttempts >= 0 && failures > rules.maximumRetryAttempts) {
      await delivery.discard(rest, failures);
      delivery.advance(last);
      continue;
    }
    await delivery.backOff(failures);
    pending.unshift({ records: rest, failures });
  }
}

/** After a partial success the split lies at the failed record already, and only the rest is repeated. */
function split(records: readonly StreamRecord[], alreadySplit: boolean): (readonly StreamRecord[])[] {
  if (alreadySplit) return [records];
  const middle = Math.ceil(records.length / 2);
  return [records.slice(0, middle), records.slice(middle)];
}

/** Index of the first record that failed; the number of records if none did. */
async function attempt(
  records: readonly StreamRecord[],
  rules: DeliveryRules,
  delivery: Delivery,
): Promise<number> {
  let answer: unknown;
  try {
    answer = await delivery.invoke(records);
  } catch {
    return 0;
  }
  if (!rules.reportsItemFailures) return records.length;
  return firstFailure(
    answer,
    records.map((record) => record.dynamodb.SequenceNumber),
  );
}

/**
 * Index of the first failed item in a partial batch response; `ids.length` if none failed, 0 for a response that names
 * an item that is not in the batch (Lambda developer guide, "Reporting batch item failures").
 */
export function firstFailure(answer: unknown, ids: readonly string[]): number {
  const failed = failedItems(answer, ids);
  if (failed === 'all') return 0;
  const index = ids.findIndex((id) => failed.has(id));
  return index === -1 ? ids.length : index;
}

/** The failed items of a partial batch response; `all` for a response that cannot be read. */
export function failedItems(answer: unknown, ids: readonly string[]): ReadonlySet<string> | 'all' {
  const failures: unknown = (answer as { batchItemFailures?: unknown } | null | undefined)?.batchItemFailures;
  if (failures === undefined || failures === null) return new Set();
  if (!Array.isArray(failures)) return 'all';
  const failed = new Set<string>();
  for (const failure of failures) {
    const id: unknown = (failure as { itemIdentifier?: unknown } | null)?.itemIdentifier;
    if (typeof id !== 'string' || !ids.includes(id)) return 'all';
    failed.add(id);
  }
  return failed;
}
