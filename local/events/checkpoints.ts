import { type DataDir, readIfPresent, writeFileAtomically } from '../data-dir.ts';

/** How far a shard was read: a sequence number, or its beginning. */
export type Position = { readonly after: string } | 'TRIM_HORIZON' | 'LATEST';

interface StoredSource {
  readonly streamArn: string;
  /** Sequence number of the last record dealt with, by shard. */
  readonly shards: Record<string, string>;
}

/** Where each event source stands, kept in the data directory so that a restart goes on there. */
export interface Checkpoints {
  /** The stream a source has read so far; undefined if it never ran. */
  streamOf(sourceKey: string): string | undefined;
  /** Starts a source on a stream, forgetting another one. */
  begin(sourceKey: string, streamArn: string): void;
  positionOf(sourceKey: string, shardId: string): string | undefined;
  /** Everything up to this record is dealt with. */
  advance(sourceKey: string, shardId: string, sequenceNumber: string): void;
}

/** Opens the checkpoints of earlier runs. */
export function openCheckpoints(dataDir: DataDir): Checkpoints {
  const path = dataDir.file('stream-checkpoints.json');
  const sources = new Map(
    Object.entries(JSON.parse(readIfPresent(path) ?? '{}') as Record<string, StoredSource>),
  );
  const save = () => writeFileAtomically(path, JSON.stringify(Object.fromEntries(sources), null, 2));
  return {
    streamOf: (sourceKey) => sources.get(sourceKey)?.streamArn,
    begin: (sourceKey, streamArn) => {
      sources.set(sourceKey, { streamArn, shards: {} });
      save();
    },
    positionOf: (sourceKey, shardId) => sources.get(sourceKey)?.shards[shardId],
    advance: (sourceKey, shardId, sequenceNumber) => {
      const source = sources.get(sourceKey);
      if (source === undefined || source.shards[shardId] === sequenceNumber) return;
      source.shards[shardId] = sequenceNumber;
      save();
    },
  };
}
