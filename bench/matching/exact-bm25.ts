import { topPositions } from '../statistics.ts';

/** Words or meanings of a text, and how much each counts. */
export type Weighted = ReadonlyMap<string | number, number>;

export interface Constants {
  readonly saturation: number;
  readonly lengthPenalty: number;
  /** Does a document's own count or weight of a word raise its impact? Ours has each meaning once. */
  readonly counted: boolean;
}

/** Scores of every document for a query, in full precision: what an index is measured against. */
export function exactBm25(
  documents: readonly Weighted[],
  constants: Constants,
): (query: Weighted) => Float64Array {
  const lengths = documents.map((document) => document.values().reduce((sum, weight) => sum + weight, 0));
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / documents.length;
  const holders = new Map<string | number, [document: number, impact: number][]>();
  for (const [number, document] of documents.entries()) {
    const norm = normOf((lengths[number] ?? 0) / meanLength, constants);
    for (const [word, weight] of document) {
      const times = constants.counted ? weight : 1;
      const held = holders.get(word) ?? [];
      held.push([number, (times * (constants.saturation + 1)) / (times + norm)]);
      holders.set(word, held);
    }
  }
  return (query) => {
    const scores = new Float64Array(documents.length);
    for (const [word, weight] of query) {
      const held = holders.get(word) ?? [];
      const rarity = Math.log(1 + (documents.length - held.length + 0.5) / (held.length + 0.5));
      for (const [number, impact] of held) {
        scores[number] = (scores[number] ?? 0) + weight * rarity * impact;
      }
    }
    return scores;
  };
}

function normOf(relativeLength: number, { saturation, lengthPenalty }: Constants): number {
  return saturation * (1 - lengthPenalty + lengthPenalty * relativeLength);
}

/** Tells which share of the ten best an answer has; one that scores like the tenth is as good. Undefined: nothing scores. */
export function overlapWith(scores: Float64Array): (answer: readonly number[]) => number | undefined {
  const best = topPositions(scores);
  const last = scores[best.at(-1) ?? -1];
  if (last === undefined) return () => undefined;
  const good = new Set([...scores.keys()].filter((number) => (scores[number] ?? 0) >= last - rounding));
  return (answer) => answer.slice(0, best.length).filter((number) => good.has(number)).length / best.length;
}

const rounding = 1e-9;
