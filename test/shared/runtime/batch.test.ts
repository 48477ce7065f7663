import type { DynamoDBRecord, SQSRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { queueHandler, sharingQueueHandler, streamHandler } from '../../../shared/runtime/batch.ts';
import { lambdaContext } from './http-event.ts';
import { watchedLogger } from './logs.ts';

function message(messageId: string): SQSRecord {
  return {
    messageId,
    receiptHandle: 'handle',
    body: `body of ${messageId}`,
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '0',
      SenderId: 'sender',
      ApproximateFirstReceiveTimestamp: '0',
    },
    messageAttributes: {},
    md5OfBody: 'md5',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:eu-central-1:000000000000:mail',
    awsRegion: 'eu-central-1',
  };
}

function record(eventID: string): DynamoDBRecord {
  return { eventID, eventName: 'INSERT', dynamodb: { SequenceNumber: `sequence-${eventID}` } };
}

function failing(...broken: string[]) {
  return (id: string): void => {
    if (broken.includes(id)) throw new RangeError(`compras@misti.example in ${id}`);
  };
}

async function queueResult(ids: readonly string[], act: (id: string) => void) {
  const { logger, lines } = watchedLogger();
  const seen: string[] = [];
  const handler = queueHandler(logger, async ({ messageId }) => {
    seen.push(messageId);
    act(messageId);
  });
  const { batchItemFailures } = await handler({ Records: ids.map(message) }, lambdaContext);
  return { failed: batchItemFailures.map(({ itemIdentifier }) => itemIdentifier), seen, lines };
}

async function streamResult(ids: readonly string[], act: (id: string) => void) {
  const { logger, lines } = watchedLogger();
  const seen: string[] = [];
  const handler = streamHandler(logger, async ({ eventID = '' }) => {
    seen.push(eventID);
    act(eventID);
  });
  const { batchItemFailures } = await handler({ Records: ids.map(record) }, lambdaContext);
  return { failed: batchItemFailures.map(({ itemIdentifier }) => itemIdentifier), seen, lines };
}

describe('queueHandler', () => {
  it('gives back exactly the messages that failed', async () => {
    const { failed, seen } = await queueResult(['a', 'b', 'c', 'd'], failing('b', 'd'));
    expect(failed).toEqual(['b', 'd']);
    expect(seen.sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('gives back nothing when all went well, and everything when all failed', async () => {
    expect((await queueResult(['a', 'b'], failing())).failed).toEqual([]);
    expect((await queueResult(['a', 'b'], failing('a', 'b'))).failed).toEqual(['a', 'b']);
  });

  it('begins each batch anew', async () => {
    const { logger } = watchedLogger();
    const handler = queueHandler(logger, async ({ messageId }) => failing('b')(messageId));
    const first = await handler({ Records: [message('b')] }, lambdaContext);
    const second = await handler({ Records: [message('a')] }, lambdaContext);
    expect([first.batchItemFailures.length, second.batchItemFailures.length]).toEqual([1, 0]);
  });

  it('hands over the message and how long the function may still run', async () => {
    const { logger } = watchedLogger();
    const seen: unknown[] = [];
    const handler = queueHandler(logger, async ({ body }, context) => {
      seen.push(body, context.getRemainingTimeInMillis());
    });
    await handler({ Records: [message('a')] }, lambdaContext);
    expect(seen).toEqual(['body of a', 10_000]);
  });

  it('logs which message failed and how, and nothing that it held', async () => {
    const { lines } = await queueResult(['a', 'b'], failing('b'));
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      message: 'record failed',
      recordId: 'b',
      error: 'RangeError',
    });
    expect(lines.join('')).not.toMatch(/misti|body of/);
  });
});

describe('streamHandler', () => {
  it('names by their sequence numbers the records that failed', async () => {
    const { failed } = await streamResult(['a', 'b', 'c'], failing('b'));
    expect(failed).toEqual(['sequence-b']);
  });

  it('gives back nothing when all went well, and never throws when all failed', async () => {
    expect((await streamResult(['a', 'b'], failing())).failed).toEqual([]);
    expect((await streamResult(['a', 'b'], failing('a', 'b'))).failed).toEqual(['sequence-a', 'sequence-b']);
  });

  it('logs the id of the record only', async () => {
    const { lines } = await streamResult(['a'], failing('a'));
    expect(lines.join('')).toContain('"recordId":"a"');
    expect(lines.join('')).not.toContain('misti');
  });
});

describe('sharingQueueHandler', () => {
  it('begins once for each batch, and hands all its messages to the same', async () => {
    const { logger } = watchedLogger();
    const batches: string[][] = [];
    const handler = sharingQueueHandler(logger, () => {
      const batch: string[] = [];
      batches.push(batch);
      return async ({ messageId }) => {
        batch.push(messageId);
        failing('c')(messageId);
      };
    });
    const first = await handler({ Records: ['a', 'b'].map(message) }, lambdaContext);
    const second = await handler({ Records: ['c', 'd'].map(message) }, lambdaContext);
    expect(batches).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(first.batchItemFailures).toEqual([]);
    expect(second.batchItemFailures).toEqual([{ itemIdentifier: 'c' }]);
  });
});
