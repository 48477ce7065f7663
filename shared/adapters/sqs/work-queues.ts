import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { WorkQueues } from '../../domain/ports.ts';

/** The two queues of work. A message delivered twice is harmless: the table decides. */
export function sqsWorkQueues(
  client: SQSClient,
  urls: { mailQueueUrl: string; matchQueueUrl: string },
): WorkQueues {
  async function send(queueUrl: string, message: object): Promise<void> {
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify(message) }));
  }
  return {
    mail: (outboxId) => send(urls.mailQueueUrl, { outboxId }),
    match: (interestId) => send(urls.matchQueueUrl, { interestId }),
  };
}
