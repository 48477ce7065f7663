import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jaroWinkler } from '../../../../shared/domain/duplicates/jaro-winkler.ts';

const words = fc.string({ unit: 'grapheme', maxLength: 20 });

describe('jaroWinkler', () => {
  it.each([
    // The examples of Winkler's papers.
    ['martha', 'marhta', 0.961],
    ['dwayne', 'duane', 0.84],
    ['dixon', 'dicksonx', 0.813],
    ['jones', 'johnson', 0.832],
    ['abroms', 'abrams', 0.922],
    ['abc', 'xyz', 0],
    ['', 'misti', 0],
    ['', '', 1],
  ])('of %j and %j is %d', (a, b, expected) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(expected, 3);
  });

  it('lies between 0 and 1, is the same both ways, and 1 for equal texts alone', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const likeness = jaroWinkler(a, b);
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
        expect(jaroWinkler(b, a)).toBe(likeness);
        expect(likeness === 1).toBe(a === b);
      }),
    );
  });
});
