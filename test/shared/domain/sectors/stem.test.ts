import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../../../../shared/domain/language.ts';
import { stemOf } from '../../../../shared/domain/sectors/stem.ts';
import { fold } from '../../../../shared/domain/sectors/words.ts';

function stems(language: Language, words: string): string[] {
  return [...new Set(words.split(' ').map((word) => stemOf(fold(word), language)))];
}

describe('stemOf', () => {
  it.each<[Language, string]>([
    ['pl', 'obróbka obróbki obróbkę obróbką obróbce'],
    ['pl', 'metal metalu metali metalowy metalowa metalowych metalowego'],
    ['pl', 'frezowanie frezowania frezarka frezarki frezarek frezarski'],
    ['pl', 'maszyna maszyny maszyn maszynach maszynami'],
    ['pl', 'kosiarka kosiarki kosiarek kosiarką'],
    ['pl', 'ciągnik ciągniki ciągników ciągnikami ciągnika'],
    ['es', 'mecanizado mecanizados mecanizada mecanizar mecanización'],
    ['es', 'máquina máquinas'],
    ['es', 'fabricación fabricaciones'],
    ['es', 'segadora segadoras'],
    ['en', 'weld welds welding welded welder welders'],
    ['en', 'machine machines machining'],
  ])('merges in %s: %s', (language, words) => {
    expect(stems(language, words)).toHaveLength(1);
  });

  it.each<[Language, string]>([
    ['pl', 'ser serwis serce'],
    ['pl', 'len lina lis'],
    ['pl', 'ciąg ciągnik'],
    ['pl', 'silnik siła'],
    ['es', 'ají ajo ajuar'],
    ['es', 'cuero cuerda cuerpo'],
    ['en', 'tea tear team'],
    ['en', 'oil oak oar'],
  ])('keeps apart in %s: %s', (language, words) => {
    expect(stems(language, words)).toHaveLength(words.split(' ').length);
  });

  it('leaves at least three letters, and the beginning of the word', () => {
    const word = fc.stringMatching(/^[a-z]{1,20}$/);
    fc.assert(
      fc.property(word, fc.constantFrom(...languages), (plain, language) => {
        const stem = stemOf(plain, language);
        expect(plain.startsWith(stem)).toBe(true);
        expect(stem.length).toBeGreaterThanOrEqual(Math.min(3, plain.length));
      }),
    );
  });
});
