import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import { sendingRateKey } from '../../contracts/keys.ts';
import type { Clock, SendingRate } from '../../domain/ports.ts';
import { documentsOf, type Table } from './table.ts';

/** Who would have to wait longer is told so: an invocation has better things to do. */
const longestWaitMs = 5_000;

/** A sleeper who saves up: after a pause so many may go at once. SES allows short bursts over its rate. */
const burstMs = 1_000;

/**
 * Turns at the rate of `perSecond` (SES quota "maximum send rate"), kept in one item of the table: the time at which
 * the next turn is free, moved on by every turn (generic cell rate algorithm). Each update is one atomic step of
 * DynamoDB, so that senders at once get turns one after another, without reading first.
 */
export function dynamoSendingRate(
  table: Table,
  perSecond: number,
  { clock, pause }: { readonly clock: Clock; readonly pause: (durationMs: number) => Promise<void> },
): SendingRate {
  const documents = documentsOf(table);
  const intervalMs = 1000 / perSecond;

  async function update(
    input: Pick<UpdateCommandInput, 'UpdateExpression' | 'ConditionExpression' | 'ExpressionAttributeValues'>,
  ): Promise<number | undefined> {
    try {
      const { Attributes } = await documents.send(
        new UpdateCommand({
          TableName: table.tableName,
          Key: { ...sendingRateKey },
          ...input,
          ExpressionAttributeNames: { '#freeAtMs': 'freeAtMs' },
          ReturnValues: 'UPDATED_NEW',
        }),
      );
      return Number(Attributes?.['freeAtMs']);
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined;
      throw error;
    }
  }

  return {
    async turn() {
      const nowMs = Date.parse(clock.now());
      const earliestMs = nowMs - burstMs;
      const saved = await update({
        UpdateExpression: 'SET #freeAtMs = :afterEarliest',
        ConditionExpression: 'attribute_not_exists(#freeAtMs) OR #freeAtMs < :earliest',
        ExpressionAttributeValues: { ':afterEarliest': earliestMs + intervalMs, ':earliest': earliestMs },
      });
      if (saved !== undefined) return true;
      const freeAtMs = await update({
        UpdateExpression: 'ADD #freeAtMs :interval',
        ConditionExpression: '#freeAtMs <= :latest',
        ExpressionAttributeValues: { ':interval': intervalMs, ':latest': nowMs + longestWaitMs },
      });
      if (freeAtMs === undefined) return false;
      const waitMs = freeAtMs - intervalMs - nowMs;
      if (waitMs > 0) await pause(waitMs);
      return true;
    },
  };
}
