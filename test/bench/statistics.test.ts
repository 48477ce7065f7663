import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bootstrapMean,
  quantile,
  seededRandom,
  shuffled,
  topPositions,
  zipfDraw,
} from '../../bench/statistics.ts';

describe('bootstrapMean', () => {
  it('has the interval of a share that a formula gives, too', () => {
    // 50 of 100: 1.96 · √(0.5 · 0.5 / 100) = 0.098 to either side.
    const { mean, low, high } = bootstrapMean(Array.from({ length: 100 }, (_, at) => at % 2));
    expect(mean).toBe(0.5);
    expect(low).toBeCloseTo(0.402, 1);
    expect(high).toBeCloseTo(0.598, 1);
  });

  it('is the same every time', () => {
    expect(bootstrapMean([1, 0, 0, 1, 1])).toEqual(bootstrapMean([1, 0, 0, 1, 1]));
  });

  it('knows no other values than the same one', () => {
    expect(bootstrapMean([1, 1, 1])).toEqual({ mean: 1, low: 1, high: 1 });
  });
});

describe('quantile', () => {
  it.each([
    [0.5, 2],
    [0.99, 4],
    [0, 1],
    [1, 4],
  ])('%d of 4, 1, 3, 2 is %d', (share, value) => {
    expect(quantile([4, 1, 3, 2], share)).toBe(value);
  });

  it('is no number of nothing', () => {
    expect(quantile([], 0.5)).toBeNaN();
  });
});

describe('topPositions', () => {
  it('has the highest above 0, best first, of equal ones the first', () => {
    expect(topPositions([0, 3, 1, 3, -1, 2], 3)).toEqual([1, 3, 5]);
  });

  it('is what sorting gives', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5)), fc.integer({ min: 1, max: 12 }), (values, size) => {
        const sorted = [...values.keys()]
          .filter((at) => (values[at] ?? 0) > 0)
          .sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
        expect(topPositions(values, size)).toEqual(sorted.slice(0, size));
      }),
    );
  });
});

describe('chance', () => {
  it('draws the first about twice as often as the second', () => {
    const draw = zipfDraw(5, seededRandom(1));
    const counts = [0, 0, 0, 0, 0];
    for (let drawn = 0; drawn < 10_000; drawn += 1) {
      const at = draw();
      counts[at] = (counts[at] ?? 0) + 1;
    }
    expect((counts[0] ?? 0) / (counts[1] ?? 1)).toBeCloseTo(2, 0);
    expect(counts.every((count) => count > 0)).toBe(true);
  });

  it('shuffles without losing anything', () => {
    const values = [...Array(20).keys()];
    const mixed = shuffled(values, seededRandom(2));
    expect(mixed).not.toEqual(values);
    expect(mixed.toSorted((a, b) => a - b)).toEqual(values);
  });
});
