import { describe, expect, it } from 'vitest';
import { exactBm25, overlapWith } from '../../../bench/matching/exact-bm25.ts';

const documents = [
  new Map([
    ['plough', 2],
    ['harrow', 1],
  ]),
  new Map([['plough', 1]]),
  new Map([['shirt', 2]]),
];
const constants = { saturation: 1.2, lengthPenalty: 0.75 };

describe('exactBm25', () => {
  it('is the formula of Robertson and Zaragoza (2009)', () => {
    const scores = exactBm25(documents, { ...constants, counted: true })(new Map([['plough', 1]]));
    // Lengths 3, 1, 2, so 2 on average; two of three documents have the word.
    const rarity = Math.log(1 + (3 - 2 + 0.5) / (2 + 0.5));
    expect(scores[0]).toBeCloseTo((rarity * 2 * 2.2) / (2 + 1.2 * (0.25 + (0.75 * 3) / 2)));
    expect(scores[1]).toBeCloseTo((rarity * 2.2) / (1 + 1.2 * (0.25 + 0.75 / 2)));
    expect(scores[2]).toBe(0);
  });

  it('can have each word once, and words that count for more in the query', () => {
    const score = exactBm25(documents, { ...constants, counted: false });
    const [once = 0] = score(new Map([['plough', 1]]));
    expect(score(new Map([['plough', 3]]))[0]).toBeCloseTo(3 * once);
    expect(once).toBeCloseTo((Math.log(1.6) * 2.2) / (1 + 1.2 * (0.25 + (0.75 * 3) / 2)));
  });
});

describe('overlapWith', () => {
  it('counts who is among the best, and takes one that scores like the last of them as well', () => {
    const overlap = overlapWith(Float64Array.from([...Array(9).fill(5), 1, 1, 0.5]));
    expect(overlap([0, 1, 2, 3, 4, 5, 6, 7, 8, 10])).toBe(1);
    expect(overlap([0, 11])).toBeCloseTo(0.1);
  });

  it('has nothing to say where nothing scores', () => {
    expect(overlapWith(new Float64Array(3))([0])).toBeUndefined();
  });
});
