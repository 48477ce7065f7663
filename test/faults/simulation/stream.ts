import type { Pattern } from '../../../local/events/filter.ts';
import { deliverBatch } from '../../../local/events/stream-batch.ts';
import type { StreamRecord } from '../../../local/events/stream-reader.ts';
import type { Item } from '../../../shared/contracts/items.ts';
import type { Random } from './random.ts';
import type { Timeline } from './timeline.ts';

export interface StreamRules {
  readonly batchSize: number;
  readonly maximumRetryAttempts: number;
}

/** What may go wrong with the table's stream. */
export interface StreamWeather {
  /** Share of records that never come. */
  readonly lost: number;
  /** Share of batches that are delivered a second time. */
  readonly duplicated: number;
  /** Nothing is read in this time. */
  readonly dead?: readonly [fromMs: number, untilMs: number];
}

const calmStream: StreamWeather = { lost: 0, duplicated: 0 };

/** What a write did to one item. */
export interface Written {
  readonly before: Item | undefined;
  readonly after: Item;
}

/** Calls the dispatcher; resolves with its answer, rejects when it died. */
type Dispatch = (records: readonly StreamRecord[]) => Promise<unknown>;

const shardCount = 2;
const pollMs = 200;

/**
 * The table's stream with its event source: shards of their own pace, the deployed filters, batches that are split and
 * tried again by the rules of the local runner, which are those of Lambda.
 */
export class SimulatedStream {
  weather: StreamWeather = calmStream;
  /** Records that were given up: each is an alarm. */
  readonly discarded: StreamRecord[] = [];
  readonly #rules: StreamRules;
  readonly #filters: readonly Pattern[];
  readonly #timeline: Timeline;
  readonly #random: Random;
  readonly #dispatch: Dispatch;
  readonly #shards: StreamRecord[][] = Array.from({ length: shardCount }, () => []);
  readonly #reading = new Set<number>();
  #sequence = 0;

  constructor(
    given: { readonly rules: StreamRules; readonly filters: readonly Pattern[] },
    timeline: Timeline,
    random: Random,
    dispatch: Dispatch,
  ) {
    this.#rules = given.rules;
    this.#filters = given.filters;
    this.#timeline = timeline;
    this.#random = random;
    this.#dispatch = dispatch;
  }

  write({ before, after }: Written): void {
    const record = (image: typeof imageOf) => ({
      eventName: before === undefined ? 'INSERT' : 'MODIFY',
      dynamodb: {
        SequenceNumber: '',
        NewImage: image(after),
        ...(before === undefined ? {} : { OldImage: image(before) }),
      },
    });
    // Most records are for nobody, and writing an image out takes time.
    if (this.#filters.some((matches) => matches(record(lazyImageOf)))) this.put(record(imageOf));
  }

  /** A record as it is, whatever it says. */
  put(record: StreamRecord): void {
    if (!this.#filters.some((matches) => matches(record))) return;
    if (this.#random.chance(this.weather.lost)) return;
    this.#sequence += 1;
    const numbered = { ...record, dynamodb: { ...record.dynamodb, SequenceNumber: String(this.#sequence) } };
    const shard = this.#random.between(0, shardCount - 1);
    this.#shards[shard]?.push(numbered);
    if (this.#reading.has(shard)) return;
    this.#reading.add(shard);
    this.#timeline.after(this.#random.between(1, pollMs), () => void this.#read(shard));
  }

  async #read(shard: number): Promise<void> {
    const { dead } = this.weather;
    const { nowMs } = this.#timeline;
    if (dead !== undefined && nowMs >= dead[0] && nowMs < dead[1])
      await this.#timeline.sleep(dead[1] - nowMs);
    const records = this.#shards[shard]?.splice(0, this.#rules.batchSize) ?? [];
    if (records.length > 0) {
      await this.#deliver(records);
      if (this.#random.chance(this.weather.duplicated)) await this.#deliver(records);
      return this.#read(shard);
    }
    this.#reading.delete(shard);
  }

  #deliver(records: readonly StreamRecord[]): Promise<void> {
    const { maximumRetryAttempts } = this.#rules;
    return deliverBatch(
      records,
      { reportsItemFailures: true, bisects: true, maximumRetryAttempts },
      {
        invoke: (batch) => this.#dispatch(batch),
        advance: () => undefined,
        discard: async (given) => void this.discarded.push(...given),
        backOff: (failures) => this.#timeline.sleep(Math.min(60_000, 100 * 2 ** failures)),
      },
    );
  }
}

/** An item as DynamoDB writes it: `{"S": "…"}` for a text, and so on. */
function imageOf(item: Item): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(item)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, attributeOf(value)]),
  );
}

/** The same, each attribute made when it is looked at. */
function lazyImageOf(item: Item): Record<string, unknown> {
  return new Proxy({}, { get: (_target, name) => attributeOf(item[String(name)]) });
}

function attributeOf(value: unknown): Record<string, unknown> {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (Array.isArray(value)) return { L: value.map(attributeOf) };
  if (value === null || value === undefined) return { NULL: true };
  return { M: imageOf(value as Item) };
}
