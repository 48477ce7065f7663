import { type Fault, faultless, faultsOf, onceAt } from './faults.ts';
import { liveOneLife } from './life.ts';

/** One call of a life, met by one fault. */
interface Stroke {
  readonly position: number;
  /** `function port.method`. */
  readonly call: string;
  readonly fault: Fault;
}

/** What came of all strokes together. */
export interface Exhausted {
  readonly strokes: number;
  readonly calls: number;
  /** Each breach with the stroke that led to it. */
  readonly breaches: string[];
  /** How often each fault struck. */
  readonly byFault: Map<string, number>;
  /** What became of interests, leads and entries: how many lives ended so. */
  readonly ends: Map<string, number>;
}

/**
 * Every call that a faultless life makes, or only the first of each name, met by every fault that it can meet, each in a
 * life of its own. The same seed makes the same calls up to the stroke.
 */
async function strokesOf(seed: number, which: 'every call' | 'first of its name'): Promise<Stroke[]> {
  const { calls } = await liveOneLife(seed, faultless);
  const seen = new Set<string>();
  return calls.flatMap((call, position) => {
    if (which === 'first of its name' && seen.has(call)) return [];
    seen.add(call);
    return faultsOf(call.split(' ').slice(1).join(' ')).map((fault) => ({ position, call, fault }));
  });
}

export async function exhaust(
  seed: number,
  which: 'every call' | 'first of its name',
  onProgress: (done: number, all: number) => void = () => undefined,
): Promise<Exhausted> {
  const strokes = await strokesOf(seed, which);
  const breaches: string[] = [];
  const byFault = new Map<string, number>();
  const ends = new Map<string, number>();
  for (const [index, { position, call, fault }] of strokes.entries()) {
    const life = await liveOneLife(seed, onceAt(position, fault));
    if (life.struck.get(`${fault} ${call}`) !== 1) breaches.push(`${fault} did not strike ${call}`);
    breaches.push(...life.breaches.map((breach) => `${fault} at call ${position}, ${call}: ${breach}`));
    count(byFault, fault);
    for (const end of life.ends) count(ends, end);
    onProgress(index + 1, strokes.length);
  }
  const calls = new Set(strokes.map(({ position }) => position)).size;
  return { strokes: strokes.length, calls, breaches, byFault, ends };
}

export function count(counts: Map<string, number>, key: string, times = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + times);
}
