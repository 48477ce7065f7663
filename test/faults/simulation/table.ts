import { keyOfChange } from '../../../shared/contracts/changes.ts';
import { type Item, type ItemKind, itemOf, type Records, recordOf } from '../../../shared/contracts/items.ts';
import type { ItemKey } from '../../../shared/contracts/keys.ts';
import * as keys from '../../../shared/contracts/keys.ts';
import type { Instant } from '../../../shared/domain/ids.ts';
import type { BrokenItem, Change, CommitResult, DueKind, DueRecords } from '../../../shared/domain/ports.ts';
import type { MemoryStore } from '../../doubles/memory-store.ts';
import type { Written } from './stream.ts';

/** What the table tells of each transaction that was done, in the moment of it. */
export type Watch = (changes: readonly Change[], written: readonly Written[]) => void;

/** How far an index can be behind the table. */
const indexLagMs = 2_000;

interface Former {
  readonly item: Item;
  readonly untilMs: number;
}

/** The table: the store double of every other test, beside it what a stream and an index that lags show of it. */
export class SimulatedTable {
  readonly store: MemoryStore;
  readonly #items = new Map<string, Item>();
  readonly #former = new Map<string, Former>();
  /** Of every item that is due at some time, when. */
  readonly #due = new Map<string, string>();
  readonly #nowMs: () => number;
  readonly #watch: Watch;

  constructor(store: MemoryStore, nowMs: () => number, watch: Watch) {
    this.store = store;
    this.#nowMs = nowMs;
    this.#watch = watch;
  }

  /** Stores a record as if it had always been there. */
  put<K extends ItemKind>(kind: K, record: Records[K]): void {
    this.store.put(kind, record);
    const item = itemOf(kind, record);
    this.#keep(nameOf(item), item);
  }

  #keep(name: string, item: Item): void {
    this.#items.set(name, item);
    if (item.gsi2sk === undefined) this.#due.delete(name);
    else this.#due.set(name, item.gsi2sk);
  }

  async commit(changes: readonly Change[]): Promise<CommitResult> {
    const result = await this.store.commit(changes);
    if (!result.ok) return result;
    const written = changes.flatMap((change): Written[] => {
      const name = nameOf(keyOfChange(change));
      const before = this.#items.get(name);
      const after = writtenBy(change, before);
      if (after === undefined) return [];
      if (before !== undefined) this.#former.set(name, { item: before, untilMs: this.#nowMs() + indexLagMs });
      this.#keep(name, after);
      return [{ before, after }];
    });
    this.#watch(changes, written);
    return result;
  }

  /** What is due, and what still was a moment ago: a global index may be behind. */
  async due<K extends DueKind>(kind: K, until: Instant) {
    const found: (DueRecords[K] | BrokenItem)[] = [];
    const partition = keys.duePartition(kind);
    for (const [name, { item, untilMs }] of this.#former) {
      const { gsi2pk, gsi2sk = '' } = item;
      if (untilMs < this.#nowMs()) this.#former.delete(name);
      else if (gsi2pk === partition && gsi2sk <= keys.dueUntil(until))
        found.push(recordOf(kind, item) as DueRecords[K]);
    }
    for await (const record of this.store.due(kind, until)) found.push(record);
    return found;
  }

  /** The earliest time at which something is due, in milliseconds since 1970; undefined when nothing is. */
  nextDueMs(): number | undefined {
    let next: string | undefined;
    for (const due of this.#due.values()) if (next === undefined || due < next) next = due;
    return next === undefined ? undefined : Date.parse(next.slice(0, next.indexOf('#')));
  }

  /** An item as it lies there now. */
  item(key: ItemKey): Item | undefined {
    return this.#items.get(nameOf(key));
  }
}

function writtenBy(change: Change, before: Item | undefined): Item | undefined {
  if ('create' in change) return itemOf(change.create, change.record);
  if ('advance' in change) return itemOf(change.advance, change.record);
  if ('mark' in change) return itemOf(change.mark, change.record);
  if ('take' in change) return itemOf(change.take, change.record);
  if ('tally' in change)
    return itemOf('COUNTER', { ...change.tally, count: Number(before?.['count'] ?? 0) + 1 });
  return undefined;
}

function nameOf({ pk, sk }: ItemKey): string {
  return `${pk} ${sk}`;
}
