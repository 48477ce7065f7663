import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { postpone } from '../functions/send-mail/put-off.ts';
import { settle } from '../functions/send-mail/settle.ts';
import { dynamoStore } from '../shared/adapters/dynamodb/dynamo-store.ts';
import { systemClock } from '../shared/adapters/system/system.ts';
import type { Clocks } from '../shared/domain/clocks.ts';
import { BrokenItem } from '../shared/domain/ports.ts';
import type { AcceptedMail } from './aws/ses.ts';

interface CutOff {
  readonly tableName: string;
  readonly clocks: Clocks;
  /** Every mail that SES accepted in earlier runs. */
  readonly accepted: readonly AcceptedMail[];
}

/** Later than any attempt can be due. */
const endOfTime = '9999-12-31T23:59:59.999Z';

/**
 * Settles the attempts to send during which an earlier run was killed. On this machine SES ended with its caller, and
 * its record says for certain which of them it had accepted; the others go on the queue again. In the cloud nobody can
 * say that, and a sweep calls such an attempt doubtful.
 */
export async function settleCutOffSends({ tableName, clocks, accepted }: CutOff): Promise<void> {
  const client = new DynamoDBClient({});
  const deps = { store: dynamoStore({ client, tableName }), clock: systemClock, clocks };
  const messageIds = new Map(accepted.map(({ tags, messageId }) => [tags['attempt'], messageId]));
  for await (const entry of deps.store.due('OUTBOX', endOfTime)) {
    if (entry instanceof BrokenItem || entry.status !== 'sending') continue;
    const messageId = messageIds.get(entry.attemptId);
    if (messageId !== undefined) await settle(deps, entry, { outcome: 'accepted', messageId });
    else await postpone(deps, entry, { because: 'unreachable', delaySeconds: 0, retries: entry.retries });
  }
  client.destroy();
}
