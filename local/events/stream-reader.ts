import { AwsError, callAws } from '../aws/json-protocol.ts';
import type { Position } from './checkpoints.ts';

/** A record of a table's stream, as it is on the wire and as Lambda hands it on. */
export interface StreamRecord {
  readonly eventID?: string;
  readonly eventName?: string;
  readonly dynamodb: {
    readonly SequenceNumber: string;
    readonly ApproximateCreationDateTime?: number;
    readonly [key: string]: unknown;
  };
  readonly [key: string]: unknown;
}

/** A part of a stream with its own order. */
export interface Shard {
  readonly id: string;
  readonly parentId: string | undefined;
}

/** What one call gives. */
export interface StreamPage {
  readonly records: readonly StreamRecord[];
  /** Undefined: the shard is closed and read to its end. */
  readonly nextIterator: string | undefined;
}

/** Calls of the DynamoDB Streams API. */
export interface StreamReader {
  shards(streamArn: string, signal: AbortSignal): Promise<readonly Shard[]>;
  /** An iterator at a position; of a position that was trimmed away, at the oldest record there is. */
  iterator(streamArn: string, shardId: string, position: Position, signal: AbortSignal): Promise<string>;
  /** Undefined if the iterator has expired or its records were trimmed: ask for a new one. */
  page(iterator: string, limit: number, signal: AbortSignal): Promise<StreamPage | undefined>;
}

/** Reads streams of the DynamoDB at this endpoint. */
export function createStreamReader(endpoint: string): StreamReader {
  const getIterator = async (streamArn: string, shardId: string, position: Position, signal: AbortSignal) => {
    const where =
      typeof position === 'string'
        ? { ShardIteratorType: position }
        : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: position.after };
    const input = { StreamArn: streamArn, ShardId: shardId, ...where };
    return String((await callAws(endpoint, 'streams', 'GetShardIterator', input, signal))['ShardIterator']);
  };
  return {
    shards: async (streamArn, signal) => await listShards(endpoint, streamArn, signal),
    iterator: async (streamArn, shardId, position, signal) => {
      try {
        return await getIterator(streamArn, shardId, position, signal);
      } catch (error) {
        if (error instanceof AwsError && error.code === 'TrimmedDataAccessException')
          return await getIterator(streamArn, shardId, 'TRIM_HORIZON', signal);
        throw error;
      }
    },
    page: async (iterator, limit, signal) => {
      try {
        const output = await callAws(
          endpoint,
          'streams',
          'GetRecords',
          { ShardIterator: iterator, Limit: limit },
          signal,
        );
        const next = output['NextShardIterator'];
        return {
          records: (output['Records'] ?? []) as readonly StreamRecord[],
          nextIterator: typeof next === 'string' ? next : undefined,
        };
      } catch (error) {
        const code = error instanceof AwsError ? error.code : undefined;
        if (code === 'ExpiredIteratorException' || code === 'TrimmedDataAccessException') return undefined;
        throw error;
      }
    },
  };
}

interface StreamDescription {
  readonly Shards?: readonly { readonly ShardId: string; readonly ParentShardId?: string }[];
  readonly LastEvaluatedShardId?: string;
}

async function listShards(endpoint: string, streamArn: string, signal: AbortSignal): Promise<Shard[]> {
  const shards: Shard[] = [];
  let start: string | undefined;
  do {
    const input = { StreamArn: streamArn, ...(start === undefined ? {} : { ExclusiveStartShardId: start }) };
    const output = await callAws(endpoint, 'streams', 'DescribeStream', input, signal);
    const description = output['StreamDescription'] as StreamDescription;
    for (const { ShardId, ParentShardId } of description.Shards ?? [])
      shards.push({ id: ShardId, parentId: ParentShardId });
    start = description.LastEvaluatedShardId;
  } while (start !== undefined);
  return shards;
}
