import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openDataDir } from '../../../local/data-dir.ts';
import { openCheckpoints } from '../../../local/events/checkpoints.ts';
import { runStreamSource } from '../../../local/events/stream-source.ts';
import type { LocalFunctions } from '../../../local/functions/local-functions.ts';
import type { StreamSourcePlan } from '../../../local/template/plan.ts';
import { eventually, temporaryDirectory } from '../support.ts';

interface FakeShard {
  readonly parent?: string;
  readonly records: string[];
  closed?: boolean;
  /** Records up to this index have been trimmed away. */
  trimmed?: number;
}

/** DynamoDB Streams as AWS describes them: shards that split, close and are trimmed; iterators that expire once. */
class FakeStreams {
  streamArn = 'arn:stream/1';
  readonly shards = new Map<string, FakeShard>();
  expireNext = false;
  readonly asked: string[] = [];

  answer(operation: string, input: Record<string, string>): { status: number; body: unknown } {
    switch (operation) {
      case 'DescribeTable':
        return {
          status: 200,
          body: { Table: { TableStatus: 'ACTIVE', KeySchema: [], LatestStreamArn: this.streamArn } },
        };
      case 'DescribeStream':
        return {
          status: 200,
          body: {
            StreamDescription: {
              Shards: [...this.shards].map(([ShardId, { parent }]) => ({
                ShardId,
                ...(parent === undefined ? {} : { ParentShardId: parent }),
              })),
            },
          },
        };
      case 'GetShardIterator':
        return this.#iterator(input);
      default:
        return this.#records(String(input['ShardIterator']));
    }
  }

  #iterator({ ShardId = '', ShardIteratorType = '', SequenceNumber = '' }: Record<string, string>) {
    this.asked.push(`${ShardId} ${ShardIteratorType} ${SequenceNumber}`.trim());
    const shard = this.shards.get(ShardId);
    if (shard === undefined) return failure('ResourceNotFoundException');
    const trimmed = shard.trimmed ?? 0;
    const after = shard.records.indexOf(SequenceNumber) + 1;
    if (ShardIteratorType === 'AFTER_SEQUENCE_NUMBER' && after < trimmed)
      return failure('TrimmedDataAccessException');
    const start = { TRIM_HORIZON: trimmed, LATEST: shard.records.length }[ShardIteratorType] ?? after;
    return { status: 200, body: { ShardIterator: `${ShardId}/${start}` } };
  }

  #records(iterator: string) {
    if (this.expireNext) {
      this.expireNext = false;
      return failure('ExpiredIteratorException');
    }
    const [shardId = '', start = '0'] = iterator.split('/');
    const shard = this.shards.get(shardId);
    const records = shard?.records.slice(Number(start)) ?? [];
    const next = Number(start) + records.length;
    return {
      status: 200,
      body: {
        Records: records.map((SequenceNumber) => ({ eventName: 'INSERT', dynamodb: { SequenceNumber } })),
        ...(shard?.closed === true ? {} : { NextShardIterator: `${shardId}/${next}` }),
      },
    };
  }
}

const failure = (type: string) => ({
  status: 400,
  body: { __type: `com.amazonaws.dynamodb#${type}`, message: type },
});

let streams: FakeStreams;
let endpoint: string;
let dataPath: string;

beforeEach(async () => {
  streams = new FakeStreams();
  dataPath = temporaryDirectory();
  const server = createServer(async (request, response) => {
    const chunks = await request.toArray();
    const operation = String(request.headers['x-amz-target']).split('.').at(-1) ?? '';
    const { status, body } = streams.answer(operation, JSON.parse(Buffer.concat(chunks).toString()));
    response.writeHead(status).end(JSON.stringify(body));
  }).listen({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
});

const plan: StreamSourcePlan = {
  kind: 'stream',
  key: 'source',
  functionName: 'f',
  batchSize: 2,
  filters: [],
  reportsItemFailures: false,
  tableName: 'orders',
  streamArn: 'arn:template',
  startingPosition: 'LATEST',
  bisects: false,
  maximumRetryAttempts: -1,
  failureQueueUrl: undefined,
};

/** A function that notes the records it is given. */
const noting = (seen: string[]): LocalFunctions => ({
  invoke: async (_name, event) => {
    const { Records } = event as DynamoDBStreamEvent;
    expect(Records.length).toBeLessThanOrEqual(plan.batchSize);
    for (const { dynamodb, eventSourceARN, awsRegion } of Records) {
      expect({ eventSourceARN, awsRegion }).toEqual({
        eventSourceARN: 'arn:template',
        awsRegion: 'eu-central-1',
      });
      seen.push(dynamodb?.SequenceNumber ?? '');
    }
    return undefined;
  },
  preload: async () => undefined,
  close: async () => undefined,
});

/** Reads the stream until `count` records have come, then stops as a runner does. */
async function readUntil(
  count: number,
  {
    tableIsNew = false,
    meanwhile = () => undefined,
  }: { tableIsNew?: boolean; meanwhile?: () => unknown } = {},
): Promise<string[]> {
  const dataDir = openDataDir(dataPath);
  const stopping = new AbortController();
  const seen: string[] = [];
  const running = runStreamSource({
    plan,
    functionArn: 'arn:f',
    tableIsNew,
    dynamoDbEndpoint: endpoint,
    sqsEndpoint: endpoint,
    functions: noting(seen),
    checkpoints: openCheckpoints(dataDir),
    onFault: (_name, error) => {
      throw error;
    },
    signal: stopping.signal,
  });
  await eventually('an iterator', () => (streams.asked.length > 0 ? true : undefined));
  meanwhile();
  await eventually(`${count} records`, () => (seen.length >= count ? true : undefined));
  stopping.abort();
  await running;
  dataDir.release();
  return seen;
}

describe('a stream source', () => {
  it('begins a table’s stream at its first record if the table is new', async () => {
    streams.shards.set('a', { records: ['1', '2', '3'] });
    expect(await readUntil(3, { tableIsNew: true })).toEqual(['1', '2', '3']);
  });

  it('begins an older table where the template says', async () => {
    streams.shards.set('a', { records: ['1', '2'] });
    const meanwhile = () => streams.shards.get('a')?.records.push('3');
    expect(await readUntil(1, { meanwhile })).toEqual(['3']);
    expect(streams.asked).toEqual(['a LATEST']);
  });

  it('goes on after the last record of the run before', async () => {
    streams.shards.set('a', { records: ['1', '2', '3'] });
    await readUntil(3, { tableIsNew: true });
    streams.shards.get('a')?.records.push('4');
    expect(await readUntil(1)).toEqual(['4']);
    expect(streams.asked).toEqual(['a TRIM_HORIZON', 'a AFTER_SEQUENCE_NUMBER 3']);
  });

  it('goes on at the oldest record if its own was trimmed away', async () => {
    streams.shards.set('a', { records: ['1'] });
    await readUntil(1, { tableIsNew: true });
    streams.shards.set('a', { records: ['1', '2', '3', '4'], trimmed: 3 });
    expect(await readUntil(1)).toEqual(['4']);
  });

  it('asks for a new iterator when one has expired, and loses nothing', async () => {
    streams.shards.set('a', { records: ['1', '2'] });
    streams.expireNext = true;
    expect(await readUntil(2, { tableIsNew: true })).toEqual(['1', '2']);
  });

  it('reads a new stream of the table from its beginning', async () => {
    streams.shards.set('a', { records: ['1', '2'] });
    await readUntil(2, { tableIsNew: true });
    streams.streamArn = 'arn:stream/2';
    streams.shards.set('a', { records: ['1', '2', '3'] });
    expect(await readUntil(3)).toEqual(['1', '2', '3']);
  });

  it('reads a shard only after its parent', async () => {
    streams.shards.set('child', { parent: 'a', records: ['9'] });
    streams.shards.set('a', { parent: 'long gone', records: ['1', '2'], closed: true });
    expect(await readUntil(3, { tableIsNew: true })).toEqual(['1', '2', '9']);
    expect(streams.asked).toEqual(['a TRIM_HORIZON', 'child TRIM_HORIZON']);
  });
});
