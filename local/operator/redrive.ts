import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  type Message,
  QueueDoesNotExist,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { CommandError } from './command-error.ts';

export interface RedriveOptions {
  readonly sqs: SQSClient;
  /** Name of a queue whose dead letters lie in `<queue>-dead-letters`. */
  readonly queueName: string;
  /** Counts only. */
  readonly dryRun: boolean;
}

export interface RedriveReport {
  /** What lay there at the start; on AWS an approximation. */
  readonly found: number;
  readonly moved: number;
}

/** Long enough for a page of messages to be sent on; what could not be is visible again afterwards. */
const hiddenSeconds = 60;
/** Long polling asks every server (SQS developer guide), so that an empty answer means an empty queue. */
const waitSeconds = 2;

/**
 * Moves what lies in the dead-letter queue back to the queue it came from. Each message is sent before it is deleted: a
 * crash in between makes it come twice, which every consumer survives, and never not at all. It ends after as many as
 * there were at the start, so that messages that fail again at once do not go round in circles.
 * @throws {CommandError} when there is no such pair of queues
 */
export async function redrive({ sqs, queueName, dryRun }: RedriveOptions): Promise<RedriveReport> {
  const [target, source] = await Promise.all([
    urlOf(sqs, queueName),
    urlOf(sqs, `${queueName}-dead-letters`),
  ]);
  const found = await countIn(sqs, source);
  let moved = 0;
  while (!dryRun && moved < found) {
    const messages = await receive(sqs, source, Math.min(10, found - moved));
    if (messages.length === 0) break;
    for (const message of messages) await moveOne(sqs, source, target, message);
    moved += messages.length;
  }
  return { found, moved };
}

async function urlOf(sqs: SQSClient, name: string): Promise<string> {
  try {
    const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: name }));
    if (QueueUrl !== undefined) return QueueUrl;
  } catch (error) {
    if (!(error instanceof QueueDoesNotExist)) throw error;
  }
  throw new CommandError(`There is no queue ${name}.`);
}

async function countIn(sqs: SQSClient, QueueUrl: string): Promise<number> {
  const AttributeNames = ['ApproximateNumberOfMessages' as const];
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames }));
  return Number(Attributes?.['ApproximateNumberOfMessages'] ?? 0);
}

async function receive(sqs: SQSClient, QueueUrl: string, count: number): Promise<Message[]> {
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl,
      MaxNumberOfMessages: count,
      MessageAttributeNames: ['All'],
      VisibilityTimeout: hiddenSeconds,
      WaitTimeSeconds: waitSeconds,
    }),
  );
  return Messages;
}

async function moveOne(
  sqs: SQSClient,
  source: string,
  target: string,
  { Body, MessageAttributes, ReceiptHandle }: Message,
): Promise<void> {
  await sqs.send(
    new SendMessageCommand({
      QueueUrl: target,
      MessageBody: Body,
      ...(MessageAttributes !== undefined && { MessageAttributes }),
    }),
  );
  await sqs.send(new DeleteMessageCommand({ QueueUrl: source, ReceiptHandle }));
}
