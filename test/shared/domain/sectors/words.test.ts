import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../../../../shared/domain/language.ts';
import { fold, tellingWords, writtenWords } from '../../../../shared/domain/sectors/words.ts';

function plain(text: string, language: Language = 'es'): string[] {
  return tellingWords(text, language).map((word) => word.plain);
}

describe('fold', () => {
  it('takes away case and diacritics, also those that Unicode does not', () => {
    expect(fold('Żółć ŁÓDŹ ñandú Größe')).toBe('zolc lodz nandu grosse');
  });
});

describe('tellingWords', () => {
  it('keeps what was written beside what is compared', () => {
    expect(tellingWords('Obróbkę metali', 'pl')).toEqual([
      { written: 'Obróbkę', plain: 'obrobke', stem: 'obrob', aside: false },
      { written: 'metali', plain: 'metali', stem: 'metal', aside: false },
    ]);
  });

  it('leaves out grammar, what a firm says of itself, and numbers', () => {
    expect(plain('Buscamos fabricantes de 500 segadoras para el 2026')).toEqual(['segadoras']);
    expect(plain('Szukamy producenta kosiarek, 20 sztuk', 'pl')).toEqual(['kosiarek', 'sztuk']);
    expect(plain('We are looking for 3 mowers', 'en')).toEqual(['mowers']);
  });

  it('leaves out mark-up and addresses', () => {
    expect(
      plain('<p class="textil">Lana</p> de alpaca: https://lana.example/x, ventas@lana.example'),
    ).toEqual(['lana', 'alpaca']);
  });

  it.each<[Language, string, string[]]>([
    ['es', 'Trenzas en pieza (excepto las de punto); borlas', ['trenzas', 'pieza', 'borlas']],
    ['es', 'Cintas, con exclusión de las etiquetas; lazos', ['cintas', 'lazos']],
    ['pl', 'Tkaniny, z wyłączeniem specjalnych', ['tkaniny']],
    ['en', 'Twine (excl. fishing nets), ropes other than steel', ['twine', 'ropes']],
  ])('leaves out in %s what the text excludes: %s', (language, text, expected) => {
    expect(plain(text, language)).toEqual(expected);
  });

  it('takes a text that is nothing but an exclusion as it stands', () => {
    expect(plain('(excepto segadoras)')).toContain('segadoras');
  });

  it('knows what a thing is for until the next mark', () => {
    const asides = (text: string, language: Language) =>
      tellingWords(text, language)
        .filter(({ aside }) => aside)
        .map((word) => word.plain);
    expect(asides('máquinas para cuero y piel, hornos', 'es')).toEqual(['cuero', 'piel']);
    expect(asides('maszyny do szycia; igły', 'pl')).toEqual(['szycia']);
    expect(asides('machines for leather. Ovens', 'en')).toEqual(['leather']);
  });

  it('takes any text, and its words are short', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...languages), (text, language) => {
        for (const { plain: word, stem } of tellingWords(text, language)) {
          expect(word.length).toBeGreaterThan(1);
          expect(stem.length).toBeGreaterThan(0);
          expect(word.startsWith(stem.slice(0, 1))).toBe(true);
        }
        for (const word of writtenWords(text)) expect(word.length).toBeLessThanOrEqual(40);
      }),
    );
  });
});
