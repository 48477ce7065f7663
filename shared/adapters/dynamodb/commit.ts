import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { assertCommittable, keyOfChange } from '../../contracts/changes.ts';
import { itemOf } from '../../contracts/items.ts';
import type { Change, CommitResult } from '../../domain/ports.ts';
import {
  absent,
  advanceCondition,
  breakerStill,
  requirementConditions,
  takeCondition,
} from './conditions.ts';
import { documentsOf, type Table } from './table.ts';
import { tallyUpdate } from './tally.ts';

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** Another transaction had one of the items, or the table is too busy: it may work a moment later. */
const passing: ReadonlySet<string | undefined> = new Set([
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
]);

const maxAttempts = 8;

/** Milliseconds to wait before attempt `attempt + 1`: full jitter up to 25, 50, 100 … 800, so that racers part. */
export function jitterMs(attempt: number): number {
  return Math.random() * Math.min(25 * 2 ** (attempt - 1), 800);
}

/**
 * `commit` of a store. Always one transaction, for a single change too: it costs twice the write units of a plain
 * conditional write, but only a transaction has a token, and without one a write whose answer was lost is refused by
 * its own first try when the SDK tries again.
 */
export function committer(table: Table, backoffMs: (attempt: number) => number) {
  const documents = documentsOf(table);

  return async function commit(changes: readonly Change[]): Promise<CommitResult> {
    assertCommittable(changes);
    if (changes.length === 0) return { ok: true };
    const command = new TransactWriteCommand({
      ClientRequestToken: randomUUID(),
      TransactItems: changes.map((change) => transactItem(table.tableName, change)),
    });
    for (let attempt = 1; ; attempt += 1) {
      try {
        await documents.send(command);
        return { ok: true };
      } catch (error) {
        if (!(error instanceof TransactionCanceledException)) throw error;
        const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code);
        const mayPass = codes.some((code) => passing.has(code));
        if (!mayPass || attempt === maxAttempts) return refusalOf(codes, error);
        await pause(backoffMs(attempt));
      }
    }
  };
}

/** The changes whose own condition did not hold. Rethrows when the transaction was cancelled for another reason. */
function refusalOf(codes: readonly (string | undefined)[], error: Error): CommitResult {
  const refused = codes.flatMap((code, position) => (code === 'ConditionalCheckFailed' ? [position] : []));
  if (refused.length === 0) throw error;
  return { ok: false, refused };
}

function transactItem(TableName: string, change: Change): TransactItem {
  if ('create' in change)
    return { Put: { TableName, Item: itemOf(change.create, change.record), ...absent } };
  if ('advance' in change) {
    return { Put: { TableName, Item: itemOf(change.advance, change.record), ...advanceCondition(change) } };
  }
  if ('take' in change) {
    return { Put: { TableName, Item: itemOf(change.take, change.record), ...takeCondition(change) } };
  }
  if ('tally' in change) return { Update: { TableName, ...tallyUpdate(change) } };
  if ('mark' in change) {
    const still = change.mark === 'BREAKER' && change.over !== undefined ? breakerStill(change.over) : {};
    return { Put: { TableName, Item: itemOf(change.mark, change.record), ...still } };
  }
  const Key = { ...keyOfChange(change) };
  return { ConditionCheck: { TableName, Key, ...requirementConditions[change.require] } };
}
