import { expect, it, onTestFinished } from 'vitest';
import { callAws } from '../../../local/aws/json-protocol.ts';
import { startQueues } from '../../../local/aws/queues.ts';
import { parsePattern } from '../../../local/events/filter.ts';
import { runQueueSource } from '../../../local/events/queue-source.ts';
import type { LocalFunctions } from '../../../local/functions/local-functions.ts';
import { eventually } from '../support.ts';

interface Call {
  Records: {
    messageId: string;
    body: string;
    attributes: Record<string, string>;
    messageAttributes: object;
    eventSourceARN: string;
  }[];
}

it('hands on what the filter lets through, deletes what is done, and leaves what failed', async () => {
  const queues = await startQueues();
  const queueArn = 'arn:aws:sqs:eu-central-1:000000000000:work';
  await queues.create({
    queues: [{ name: 'work', arn: queueArn, url: '', attributes: { VisibilityTimeout: '1' } }],
  });
  const queueUrl = `${queues.endpoint}/000000000000/work`;
  const sqs = (operation: string, input: object) =>
    callAws(queues.endpoint, 'sqs', operation, { QueueUrl: queueUrl, ...input });
  const calls: Call[] = [];
  const faults: unknown[] = [];
  const invoke: LocalFunctions['invoke'] = async (_name, event) => {
    calls.push(event as Call);
    const { Records } = event as Call;
    if (Records.some(({ body }) => body.includes('throws'))) throw new Error('whole batch');
    return {
      batchItemFailures: Records.filter(({ body }) => body.includes('fails')).map(({ messageId }) => ({
        itemIdentifier: messageId,
      })),
    };
  };
  const stopping = new AbortController();
  const running = runQueueSource({
    plan: {
      kind: 'queue',
      key: 'k',
      functionName: 'f',
      batchSize: 10,
      filters: [parsePattern({ body: { kind: ['work'] } })],
      reportsItemFailures: true,
      queueUrl,
      queueArn,
      maximumConcurrency: 2,
    },
    sqsEndpoint: queues.endpoint,
    functions: { invoke, preload: async () => undefined, close: async () => undefined },
    onFault: (_name, error) => faults.push(error),
    signal: stopping.signal,
  });
  onTestFinished(async () => {
    stopping.abort();
    await running;
    await queues.stop();
  });

  const bodies = [
    '{"kind":"work","n":1}',
    '{"kind":"play"}',
    'no json',
    '{"kind":"work","n":"fails"}',
    '{"kind":"work","n":"throws"}',
  ];
  const attribute = { colour: { DataType: 'String', StringValue: 'red' } };
  for (const MessageBody of bodies) await sqs('SendMessage', { MessageBody, MessageAttributes: attribute });
  const times = (part: string) =>
    calls.filter(({ Records }) => Records.some(({ body }) => body.includes(part))).length;
  await eventually('both failures again', () =>
    times('fails') >= 2 && times('throws') >= 2 ? true : undefined,
  );

  expect(calls.flatMap(({ Records }) => Records).map(({ body }) => body)).not.toContain('no json');
  expect(times('play')).toBe(0);
  expect(faults).not.toEqual([]);
  const [first] = calls.flatMap(({ Records }) => Records);
  expect(first).toMatchObject({
    attributes: { ApproximateReceiveCount: '1' },
    messageAttributes: { colour: { dataType: 'String', stringValue: 'red' } },
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
  });
  const left = await eventually('only the failures are left', async () => {
    const { Attributes } = await sqs('GetQueueAttributes', { AttributeNames: ['All'] });
    const { ApproximateNumberOfMessages: ready, ApproximateNumberOfMessagesNotVisible: hidden } =
      Attributes as Record<string, string>;
    return Number(ready) + Number(hidden) === 2 ? 2 : undefined;
  });
  expect(left).toBe(2);
}, 30_000);

it('fills a batch above ten with what is there, without waiting for more, and deletes all of it', async () => {
  const queues = await startQueues();
  const queueArn = 'arn:aws:sqs:eu-central-1:000000000000:many';
  await queues.create({ queues: [{ name: 'many', arn: queueArn, url: '', attributes: {} }] });
  const queueUrl = `${queues.endpoint}/000000000000/many`;
  const sqs = (operation: string, input: object) =>
    callAws(queues.endpoint, 'sqs', operation, { QueueUrl: queueUrl, ...input });
  for (let index = 0; index < 47; index += 1) await sqs('SendMessage', { MessageBody: String(index) });
  const sizes: number[] = [];
  const invoke: LocalFunctions['invoke'] = async (_name, event) => {
    sizes.push((event as Call).Records.length);
    return { batchItemFailures: [] };
  };
  const stopping = new AbortController();
  const running = runQueueSource({
    plan: {
      kind: 'queue',
      key: 'k',
      functionName: 'f',
      batchSize: 35,
      filters: [],
      reportsItemFailures: true,
      queueUrl,
      queueArn,
      maximumConcurrency: 1,
    },
    sqsEndpoint: queues.endpoint,
    functions: { invoke, preload: async () => undefined, close: async () => undefined },
    onFault: (_name, error) => {
      throw error;
    },
    signal: stopping.signal,
  });
  onTestFinished(async () => {
    stopping.abort();
    await running;
    await queues.stop();
  });
  await eventually('both batches', () => (sizes.length === 2 ? true : undefined));
  expect(sizes).toEqual([35, 12]);
  await eventually('an empty queue', async () => {
    const { Attributes } = await sqs('GetQueueAttributes', { AttributeNames: ['All'] });
    const { ApproximateNumberOfMessages: ready, ApproximateNumberOfMessagesNotVisible: hidden } =
      Attributes as Record<string, string>;
    return Number(ready) + Number(hidden) === 0 ? true : undefined;
  });
}, 30_000);
