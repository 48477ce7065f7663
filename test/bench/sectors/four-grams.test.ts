import { expect, it } from 'vitest';
import { fourGrams } from '../../../bench/sectors/four-grams.ts';

it('finds what is written alike, whatever the ending, and nothing else', () => {
  const search = fourGrams.index(['Cultivo de cereales', 'Cría de ganado', 'Pesca'], { english: false });
  expect(search('cultivos', 10)).toEqual([0]);
  expect(search('GANADERÍA y pesca', 1)).toEqual([2]);
  expect(search('xyz', 10)).toEqual([]);
});
