import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sectorNames } from '../../../../shared/adapters/sector-names/sector-names.ts';
import { languages } from '../../../../shared/domain/language.ts';
import { translate } from '../../../../shared/domain/sectors/correspondence.ts';
import {
  type HeadingCode,
  type SectorCode,
  sectorCodeSchema,
} from '../../../../shared/domain/sectors/sector.ts';
import type { SectorNames } from '../../../../shared/domain/sectors/sector-names.ts';
import { suggestSectors } from '../../../../shared/domain/sectors/suggest.ts';
import { describeWithReference, referenceRows } from './reference.ts';

function codesFor(text: string, limit = 10): SectorCode[] {
  return suggestSectors(sectorNames, text, { limit }).map(({ code }) => code);
}

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.lorem({ maxCount: 50 }).map((text) => `<p onclick="x">${text}</p> 🎉`),
  fc
    .array(fc.constantFrom('máquina', 'OBRÓBKA', 'metal', '<b>', '</', '\u0000', '\ud800', '🚜'), {
      maxLength: 30,
    })
    .map((words) => words.join(' ')),
);

describe('suggestSectors', () => {
  it.each(languages)('finds each class by its official name in %s', (language) => {
    const missed = sectorNames.classes().filter((code) => {
      const [first] = suggestSectors(sectorNames, sectorNames.nameOf(code, language), { language, limit: 1 });
      return first?.code !== code || first.score < 0.8;
    });
    expect(missed).toEqual([]);
  });

  it.each([
    ['maquinaria agraria', '28.30'],
    ['MAQUINARIA AGRARIA', '28.30'],
    ['obróbki metali', '25.53'],
    ['obrobka metalu', '25.53'],
    ['máquinas para la minería', '28.92'],
    ['mining machine', '28.92'],
    ['maszyny górnicze', '28.92'],
    ['producent maszyn rolniczych', '28.30'],
  ])('finds %j among the first ten', (text, code) => {
    expect(codesFor(text)).toContain(code);
  });

  it('takes no notice of case, diacritics and mark-up', () => {
    const plain = suggestSectors(sectorNames, 'obrobka metali', { limit: 10 });
    expect(suggestSectors(sectorNames, 'OBRÓBKA METALI', { limit: 10 })).toEqual(plain);
    expect(suggestSectors(sectorNames, '<p class="textil">Obróbka <b>metali</b></p>', { limit: 10 })).toEqual(
      plain,
    );
    expect(plain).not.toHaveLength(0);
  });

  it.each(['', '   ', '12345', '🎉🚜', '<br/>', '…'])('suggests nothing for %j', (text) => {
    expect(codesFor(text)).toEqual([]);
  });

  it('prefers names in the language of the text', () => {
    const headings: Record<string, readonly [es: string, pl: string, en: string]> = {
      '01.11': ['Alfa', 'Beta', 'Gamma'],
      '28.30': ['Delta', 'Alfa', 'Zeta'],
    };
    const classes = Object.keys(headings).map((code) => sectorCodeSchema.parse(code));
    const names: SectorNames = {
      nameOf: (code: HeadingCode, language) =>
        headings[code]?.[languages.indexOf(language)] ?? `heading ${code}`,
      classes: () => classes,
    };
    const first = (language: 'es' | 'pl') => suggestSectors(names, 'alfa', { language, limit: 2 })[0]?.code;
    expect([first('es'), first('pl')]).toEqual(['01.11', '28.30']);
    expect(suggestSectors(names, 'alfa', { limit: 2 })).toHaveLength(2);
  });

  it('gives distinct sectors, best first, scored from 0 to 1, whatever the text', () => {
    const options = fc.record({
      language: fc.option(fc.constantFrom(...languages), { nil: undefined }),
      limit: fc.nat(20),
    });
    fc.assert(
      fc.property(hostile, options, (text, { language, limit }) => {
        const found = suggestSectors(sectorNames, text, { language, limit });
        expect(found.length).toBeLessThanOrEqual(limit);
        expect(new Set(found.map(({ code }) => code)).size).toBe(found.length);
        const scores = found.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
        expect(scores.filter((score) => !(score >= 0 && score <= 1))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('starts a longer list with the shorter one', () => {
    const text = 'fabricación de productos de madera para la construcción';
    expect(codesFor(text, 50).slice(0, 5)).toEqual(codesFor(text, 5));
  });

  it.each([
    ['2,000 words', 'maquinaria agrícola para el campo '.repeat(400)],
    ['a million opening brackets', '<'.repeat(1_000_000)],
    ['one word of a million letters', 'a'.repeat(1_000_000)],
    ['a million marks', '\u0301'.repeat(1_000_000)],
  ])('is through with %s before the test runs out of time', (_, text) => {
    expect(codesFor(text).length).toBeLessThanOrEqual(10);
  });
});

describeWithReference('suggestSectors and the labelled texts', () => {
  it.each([
    ['A_goods_es', 'es', 0.26, 0.56],
    ['A_goods_en', 'en', 0.28, 0.54],
    ['B_products_pl', 'pl', 0.58, 0.8],
    ['C_activities_es', 'es', 0.37, 0.69],
  ] as const)('%s: not below the lexical floor', (file, language, floorFirst, floorTen) => {
    const rows = referenceRows(`dev/${file}.csv`);
    const right = (limit: number) =>
      rows.filter(({ text = '', nace2 = '' }) => {
        const labels = nace2.split(' ').flatMap((code) => translate({ scheme: 'nace2', code }, 'nace21'));
        return suggestSectors(sectorNames, text, { language, limit }).some(({ code }) =>
          labels.includes(code),
        );
      }).length / rows.length;
    expect(right(1)).toBeGreaterThanOrEqual(floorFirst);
    expect(right(10)).toBeGreaterThanOrEqual(floorTen);
  });
});
