import type { Random } from './random.ts';

interface Event {
  readonly atMs: number;
  /** Drawn when the event is made: of two at the same time the seed says which comes first. */
  readonly order: number;
  readonly happen: () => void;
  cancelled: boolean;
}

/** Takes an event back that has not happened yet. */
export type Cancel = () => void;

/**
 * Time that passes only when nothing is left to do in a moment: events happen one after the other in the order of their
 * time, and after each of them everything that it set going runs until it waits for another event. So a run depends on
 * its seed and on nothing else.
 */
export class Timeline {
  nowMs: number;
  /** Events that have happened. */
  steps = 0;
  readonly #random: Random;
  readonly #heap: Event[] = [];

  constructor(startMs: number, random: Random) {
    this.nowMs = startMs;
    this.#random = random;
  }

  at(atMs: number, happen: () => void): Cancel {
    const event = { atMs: Math.max(atMs, this.nowMs), order: this.#random.next(), happen, cancelled: false };
    this.#push(event);
    return () => {
      event.cancelled = true;
    };
  }

  after(delayMs: number, happen: () => void): Cancel {
    return this.at(this.nowMs + delayMs, happen);
  }

  /** Resolves when `delayMs` have passed. */
  sleep(delayMs: number): Promise<void> {
    return new Promise((resolve) => void this.after(delayMs, resolve));
  }

  /** Runs until nothing is left to happen. Throws when that is not so at `untilMs`. */
  async run(untilMs: number): Promise<void> {
    await quiet();
    for (let event = this.#pop(); event !== undefined; event = this.#pop()) {
      if (event.cancelled) continue;
      if (event.atMs > untilMs) throw new Error(`Not at rest at ${new Date(untilMs).toISOString()}`);
      this.nowMs = event.atMs;
      this.steps += 1;
      event.happen();
      await quiet();
    }
  }

  #push(event: Event): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(event);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || !isBefore(event, above)) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = event;
  }

  #pop(): Event | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]];
      if (left === undefined) break;
      const child = right !== undefined && isBefore(right, left) ? right : left;
      if (!isBefore(child, last)) break;
      heap[at] = child;
      at = child === left ? 2 * at + 1 : 2 * at + 2;
    }
    heap[at] = last;
    return first;
  }
}

function isBefore(a: Event, b: Event): boolean {
  return a.atMs === b.atMs ? a.order < b.order : a.atMs < b.atMs;
}

/** Resolves when no promise is left that could go on: all of them wait for an event. */
function quiet(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
