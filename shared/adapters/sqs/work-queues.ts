import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { WorkQueues } from '../../domain/ports.ts';

interface QueueUrls {
  readonly mailQueueUrl: string;
  readonly matchQueueUrl: string;
  readonly indexQueueUrl: string;
}

/** The queues of work that mails and matches wait in. A message delivered twice is harmless: the table decides. */
export function sqsWorkQueues(
  client: SQSClient,
  urls: Pick<QueueUrls, 'mailQueueUrl' | 'matchQueueUrl'>,
): Pick<WorkQueues, 'mail' | 'match'> {
  return {
    mail: (outboxId) => send(client, urls.mailQueueUrl, { outboxId }),
    match: (interestId) => send(client, urls.matchQueueUrl, { interestId }),
  };
}

/** The queue of countries whose index is to be built again. */
export function sqsIndexQueue(
  client: SQSClient,
  { indexQueueUrl }: Pick<QueueUrls, 'indexQueueUrl'>,
): Pick<WorkQueues, 'index'> {
  return { index: (country) => send(client, indexQueueUrl, { country }) };
}

async function send(client: SQSClient, queueUrl: string, message: object): Promise<void> {
  await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify(message) }));
}
