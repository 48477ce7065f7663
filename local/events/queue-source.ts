import { callAws } from '../aws/json-protocol.ts';
import type { LocalFunctions } from '../functions/local-functions.ts';
import { REGION } from '../template/names.ts';
import type { QueueSourcePlan } from '../template/plan.ts';
import { pause } from './pause.ts';
import { failedItems } from './stream-batch.ts';

/** SQS gives, and deletes, at most ten messages a call. */
const MAXIMUM_A_CALL = 10;
const LONG_POLL_SECONDS = 20;
const RETRY_INTERVAL_MS = 500;

interface QueueSourceOptions {
  readonly plan: QueueSourcePlan;
  readonly sqsEndpoint: string;
  readonly functions: LocalFunctions;
  readonly onFault: (functionName: string, error: unknown) => void;
  readonly signal: AbortSignal;
}

interface Message {
  readonly MessageId: string;
  readonly ReceiptHandle: string;
  readonly Body: string;
  readonly MD5OfBody: string;
  readonly Attributes?: Readonly<Record<string, string>>;
  readonly MessageAttributes?: Readonly<Record<string, MessageAttribute>>;
}

interface MessageAttribute {
  readonly DataType: string;
  readonly StringValue?: string;
  readonly BinaryValue?: string;
}

/** Feeds a function from a queue until the signal is aborted. Resolves when the last batch has ended. */
export async function runQueueSource(options: QueueSourceOptions): Promise<void> {
  await Promise.all(Array.from({ length: options.plan.maximumConcurrency }, () => pollQueue(options)));
}

async function pollQueue(options: QueueSourceOptions): Promise<void> {
  const { signal, plan } = options;
  while (!signal.aborted) {
    try {
      const messages = await receive(options);
      if (messages.length > 0) await handle(messages, options);
    } catch (error) {
      if (signal.aborted) return;
      options.onFault(plan.functionName, error);
      await pause(RETRY_INTERVAL_MS, signal);
    }
  }
}

/**
 * A batch as soon as there is one. A larger batch than one call can give is filled with what is in the queue already;
 * a batching window is not waited for, since nobody saves an invocation on this machine.
 */
async function receive(options: QueueSourceOptions): Promise<readonly Message[]> {
  const { batchSize } = options.plan;
  const messages = await receiveOnce(options, Math.min(batchSize, MAXIMUM_A_CALL), LONG_POLL_SECONDS);
  let last = messages.length;
  while (last === MAXIMUM_A_CALL && messages.length < batchSize) {
    const more = await receiveOnce(options, Math.min(batchSize - messages.length, MAXIMUM_A_CALL), 0);
    messages.push(...more);
    last = more.length;
  }
  return messages;
}

async function receiveOnce(
  { plan, sqsEndpoint, signal }: QueueSourceOptions,
  count: number,
  waitSeconds: number,
): Promise<Message[]> {
  const input = {
    QueueUrl: plan.queueUrl,
    MaxNumberOfMessages: count,
    WaitTimeSeconds: waitSeconds,
    MessageSystemAttributeNames: ['All'],
    MessageAttributeNames: ['All'],
  };
  return ((await callAws(sqsEndpoint, 'sqs', 'ReceiveMessage', input, signal))['Messages'] ??
    []) as Message[];
}

/** Messages that failed stay in the queue and come back when their visibility time-out ends. */
async function handle(messages: readonly Message[], options: QueueSourceOptions): Promise<void> {
  const { plan } = options;
  const wanted = messages.filter((message) => isWanted(message, plan));
  const unwanted = messages.filter((message) => !wanted.includes(message));
  const done = wanted.length === 0 ? [] : await invoke(wanted, options);
  await deleteAll([...unwanted, ...done], options);
}

function isWanted(message: Message, plan: QueueSourcePlan): boolean {
  if (plan.filters.length === 0) return true;
  const event = { ...lambdaRecord(message, plan), body: parseBody(message.Body) };
  return plan.filters.some((matches) => matches(event));
}

function parseBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

async function invoke(
  messages: readonly Message[],
  options: QueueSourceOptions,
): Promise<readonly Message[]> {
  const { plan, functions, onFault } = options;
  let answer: unknown;
  try {
    answer = await functions.invoke(plan.functionName, {
      Records: messages.map((message) => lambdaRecord(message, plan)),
    });
  } catch (error) {
    onFault(plan.functionName, error);
    return [];
  }
  if (!plan.reportsItemFailures) return messages;
  const failed = failedItems(
    answer,
    messages.map(({ MessageId }) => MessageId),
  );
  return failed === 'all' ? [] : messages.filter(({ MessageId }) => !failed.has(MessageId));
}

async function deleteAll(
  messages: readonly Message[],
  { plan, sqsEndpoint }: QueueSourceOptions,
): Promise<void> {
  for (let first = 0; first < messages.length; first += MAXIMUM_A_CALL) {
    const some = messages.slice(first, first + MAXIMUM_A_CALL);
    await callAws(sqsEndpoint, 'sqs', 'DeleteMessageBatch', {
      QueueUrl: plan.queueUrl,
      Entries: some.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle })),
    });
  }
}

/** A message in the form that Lambda hands on. */
function lambdaRecord(message: Message, plan: QueueSourcePlan): Record<string, unknown> {
  const attributes = Object.entries(message.MessageAttributes ?? {}).map(([name, attribute]) => [
    name,
    {
      dataType: attribute.DataType,
      ...(attribute.StringValue === undefined ? {} : { stringValue: attribute.StringValue }),
      ...(attribute.BinaryValue === undefined ? {} : { binaryValue: attribute.BinaryValue }),
    },
  ]);
  return {
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: message.Attributes ?? {},
    messageAttributes: Object.fromEntries(attributes),
    md5OfBody: message.MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: plan.queueArn,
    awsRegion: REGION,
  };
}
