import { fold, writtenWords } from '../../shared/domain/sectors/words.ts';
import type { Peer } from '../peers/peer.ts';
import { topPositions } from '../statistics.ts';

type Weights = ReadonlyMap<string, number>;

/** Cosine of TF-IDF vectors of all runs of four characters of the words, their edges included. */
export const fourGrams: Peer = {
  name: 'character 4-grams, TF-IDF cosine',
  index(documents) {
    const counts = documents.map(gramCounts);
    const documentCounts = new Map<string, number>();
    for (const gram of counts.flatMap((count) => [...count.keys()])) {
      documentCounts.set(gram, (documentCounts.get(gram) ?? 0) + 1);
    }
    const rarity = (gram: string) =>
      1 + Math.log((1 + documents.length) / (1 + (documentCounts.get(gram) ?? 0)));
    const vectors = counts.map((count) => unitVector(count, rarity));
    return (text, limit) => {
      const query = unitVector(gramCounts(text), rarity);
      return topPositions(
        vectors.map((vector) => product(query, vector)),
        limit,
      );
    };
  },
};

/** How often each run of four characters is in a text. */
function gramCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of writtenWords(text).map((written) => ` ${fold(written)} `)) {
    for (let at = 0; at < Math.max(1, word.length - 3); at += 1) {
      const gram = word.slice(at, at + 4);
      counts.set(gram, (counts.get(gram) ?? 0) + 1);
    }
  }
  return counts;
}

function unitVector(counts: Weights, rarity: (gram: string) => number): Weights {
  const weights = [...counts].map(([gram, count]) => [gram, count * rarity(gram)] as const);
  const length = Math.hypot(...weights.map(([, weight]) => weight));
  return new Map(weights.map(([gram, weight]) => [gram, weight / length]));
}

function product(a: Weights, b: Weights): number {
  let sum = 0;
  for (const [gram, weight] of a) sum += weight * (b.get(gram) ?? 0);
  return sum;
}
