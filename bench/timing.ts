import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { median, quantile } from './statistics.ts';

/** How long one call takes, in milliseconds, and over how many calls that was seen in a pass. */
export interface Speed {
  readonly p50: number;
  readonly p99: number;
  readonly count: number;
}

const warmUp = 200;
/** A pass that takes longer is cut off, once this many calls were made. */
const passMs = 40_000;
const leastCalls = 100;

/** One pass over the inputs, after a warm-up that ends early when calls are slow. */
function timePass<T>(inputs: readonly T[], call: (input: T) => unknown): Speed {
  const warmMs = performance.now();
  for (const input of inputs.slice(0, warmUp)) {
    if (performance.now() - warmMs > passMs / 10) break;
    call(input);
  }
  const times: number[] = [];
  const startedMs = performance.now();
  for (const input of inputs) {
    const atMs = performance.now();
    call(input);
    const endMs = performance.now();
    times.push(endMs - atMs);
    if (endMs - startedMs > passMs && times.length >= leastCalls) break;
  }
  return { p50: median(times), p99: quantile(times, 0.99), count: times.length };
}

const passes = 3;

/** The medians of three passes. */
export function timed<T>(inputs: readonly T[], call: (input: T) => unknown): Speed {
  return medianSpeed(Array.from({ length: passes }, () => timePass(inputs, call)));
}

export interface Compared {
  readonly speed: Speed;
  /** How many times as long as the other at p50: the median of the passes. */
  readonly ratio: number;
}

/** Three passes of one thing, each followed by a pass of `other`, so that both see the same machine. */
export function timedBeside<T>(
  inputs: readonly T[],
  call: (input: T) => unknown,
  other: (input: T) => unknown,
): Compared {
  const pairs = Array.from(
    { length: passes },
    () => [timePass(inputs, call), timePass(inputs, other)] as const,
  );
  return {
    speed: medianSpeed(pairs.map(([own]) => own)),
    ratio: median(pairs.map(([own, beside]) => own.p50 / beside.p50)),
  };
}

function medianSpeed(speeds: readonly Speed[]): Speed {
  return {
    p50: median(speeds.map(({ p50 }) => p50)),
    p99: median(speeds.map(({ p99 }) => p99)),
    count: median(speeds.map(({ count }) => count)),
  };
}

let collect: (() => void) | undefined;

/** Bytes on the heap and in buffers, after a garbage collection. */
function usedBytes(): number {
  if (collect === undefined) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** What a thing takes to make: milliseconds, and the bytes that stay. */
export function made<T>(make: () => T): { readonly thing: T; readonly ms: number; readonly bytes: number } {
  const before = usedBytes();
  const startedMs = performance.now();
  const thing = make();
  const ms = performance.now() - startedMs;
  return { thing, ms, bytes: usedBytes() - before };
}
