import { randomUUID } from 'node:crypto';
import { callAws } from '../aws/json-protocol.ts';
import { streamArnOf } from '../aws/tables.ts';
import type { LocalFunctions } from '../functions/local-functions.ts';
import { REGION } from '../template/names.ts';
import type { StreamSourcePlan } from '../template/plan.ts';
import type { Checkpoints, Position } from './checkpoints.ts';
import { pause } from './pause.ts';
import { deliverBatch } from './stream-batch.ts';
import { createStreamReader, type Shard, type StreamReader, type StreamRecord } from './stream-reader.ts';

/** Pause between two empty reads; on average a record waits half of it. */
const POLL_INTERVAL_MS = 40;
/** How often new shards are looked for. */
const SHARD_INTERVAL_MS = 10_000;
const MAXIMUM_BACK_OFF_MS = 5_000;

interface StreamSourceOptions {
  readonly plan: StreamSourcePlan;
  readonly functionArn: string;
  /** The table was made in this run: its stream holds nothing that is older than this source. */
  readonly tableIsNew: boolean;
  readonly dynamoDbEndpoint: string;
  readonly sqsEndpoint: string;
  readonly functions: LocalFunctions;
  readonly checkpoints: Checkpoints;
  readonly onFault: (functionName: string, error: unknown) => void;
  readonly signal: AbortSignal;
}

/** Feeds a function from a table's stream until the signal is aborted. Resolves when the last batch has ended. */
export async function runStreamSource(options: StreamSourceOptions): Promise<void> {
  const { plan, checkpoints, signal } = options;
  const streamArn = await streamArnOf(options.dynamoDbEndpoint, plan.tableName);
  if (streamArn === undefined) throw new Error(`Table ${plan.tableName} has no stream`);
  const known = checkpoints.streamOf(plan.key);
  const isFirstRun = known === undefined && !options.tableIsNew;
  if (known !== streamArn) checkpoints.begin(plan.key, streamArn);
  const source = new StreamSource(options, streamArn, isFirstRun ? plan.startingPosition : 'TRIM_HORIZON');
  while (!signal.aborted) {
    await source.startShards();
    await pause(SHARD_INTERVAL_MS, signal);
  }
  await source.ended();
}

class StreamSource {
  readonly #options: StreamSourceOptions;
  readonly #streamArn: string;
  readonly #reader: StreamReader;
  readonly #loops = new Map<string, Promise<void>>();
  readonly #finished = new Set<string>();
  /** Where shards without a checkpoint begin; those found later are new and begin at their first record. */
  #start: Position;

  constructor(options: StreamSourceOptions, streamArn: string, start: Position) {
    this.#options = options;
    this.#streamArn = streamArn;
    this.#reader = createStreamReader(options.dynamoDbEndpoint);
    this.#start = start;
  }

  /** Begins to read shards that are not read yet and whose parent has been read to its end. */
  async startShards(): Promise<void> {
    let shards: readonly Shard[];
    try {
      shards = await this.#reader.shards(this.#streamArn, this.#options.signal);
    } catch (error) {
      this.#report(error);
      return;
    }
    const present = new Set(shards.map(({ id }) => id));
    for (const { id, parentId } of shards) {
      const parentIsDone = parentId === undefined || !present.has(parentId) || this.#finished.has(parentId);
      if (!this.#loops.has(id) && parentIsDone) this.#loops.set(id, this.#readShard(id, this.#start));
    }
    this.#start = 'TRIM_HORIZON';
  }

  /** Resolves when no shard is read any more. */
  async ended(): Promise<void> {
    await Promise.all(this.#loops.values());
  }

  async #readShard(shardId: string, start: Position): Promise<void> {
    const { checkpoints, plan, signal } = this.#options;
    let iterator: string | undefined;
    for (let failures = 0; !signal.aborted; ) {
      try {
        const checkpoint = checkpoints.positionOf(plan.key, shardId);
        iterator ??= await this.#reader.iterator(
          this.#streamArn,
          shardId,
          checkpoint === undefined ? start : { after: checkpoint },
          signal,
        );
        const page = await this.#reader.page(iterator, 1_000, signal);
        failures = 0;
        if (page !== undefined) await this.#deliver(shardId, page.records);
        if (page !== undefined && page.nextIterator === undefined) {
          this.#finished.add(shardId);
          // Its children are there already, and may be read now.
          await this.startShards();
          return;
        }
        iterator = page?.nextIterator;
        if (page === undefined || page.records.length === 0) await pause(POLL_INTERVAL_MS, signal);
      } catch (error) {
        if (signal.aborted) return;
        this.#report(error);
        failures += 1;
        iterator = undefined;
        await pause(Math.min(MAXIMUM_BACK_OFF_MS, 50 * 2 ** failures), signal);
      }
    }
  }

  async #deliver(shardId: string, records: readonly StreamRecord[]): Promise<void> {
    const { plan, checkpoints, signal } = this.#options;
    const wanted = records
      .map((record) => this.#lambdaRecord(record))
      .filter((record) => this.#matches(record));
    for (let index = 0; index < wanted.length && !signal.aborted; index += plan.batchSize)
      await deliverBatch(wanted.slice(index, index + plan.batchSize), plan, {
        invoke: (batch) => this.#invoke(batch),
        advance: (record) => checkpoints.advance(plan.key, shardId, record.dynamodb.SequenceNumber),
        discard: (batch, attempts) => this.#discard(shardId, batch, attempts),
        backOff: async (failures) => {
          await pause(Math.min(MAXIMUM_BACK_OFF_MS, 50 * 2 ** failures), signal);
          signal.throwIfAborted();
        },
      });
    const last = records.at(-1);
    if (last !== undefined && !signal.aborted)
      checkpoints.advance(plan.key, shardId, last.dynamodb.SequenceNumber);
  }

  #lambdaRecord(record: StreamRecord): StreamRecord {
    return { ...record, awsRegion: REGION, eventSourceARN: this.#options.plan.streamArn };
  }

  #matches(record: StreamRecord): boolean {
    const { filters } = this.#options.plan;
    return filters.length === 0 || filters.some((matches) => matches(record));
  }

  async #invoke(records: readonly StreamRecord[]): Promise<unknown> {
    const { functions, plan } = this.#options;
    try {
      return await functions.invoke(plan.functionName, { Records: records });
    } catch (error) {
      this.#report(error);
      throw error;
    }
  }

  /** Tells the on-failure destination what was given up, in the form that Lambda uses. */
  async #discard(shardId: string, records: readonly StreamRecord[], attempts: number): Promise<void> {
    const { plan, functionArn, sqsEndpoint } = this.#options;
    this.#report(new Error(`${records.length} stream record(s) given up after ${attempts} attempt(s)`));
    if (plan.failureQueueUrl === undefined) return;
    const [first, last] = [records[0], records.at(-1)];
    const arrival = (record: StreamRecord | undefined) =>
      new Date((record?.dynamodb.ApproximateCreationDateTime ?? 0) * 1000).toISOString();
    const message = {
      requestContext: {
        requestId: randomUUID(),
        functionArn,
        condition: 'RetryAttemptsExhausted',
        approximateInvokeCount: attempts,
      },
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      version: '1.0',
      timestamp: new Date().toISOString(),
      DDBStreamBatchInfo: {
        shardId,
        startSequenceNumber: first?.dynamodb.SequenceNumber,
        endSequenceNumber: last?.dynamodb.SequenceNumber,
        approximateArrivalOfFirstRecord: arrival(first),
        approximateArrivalOfLastRecord: arrival(last),
        batchSize: records.length,
        streamArn: plan.streamArn,
      },
    };
    const input = { QueueUrl: plan.failureQueueUrl, MessageBody: JSON.stringify(message) };
    await callAws(sqsEndpoint, 'sqs', 'SendMessage', input);
  }

  #report(error: unknown): void {
    if (!this.#options.signal.aborted) this.#options.onFault(this.#options.plan.functionName, error);
  }
}
