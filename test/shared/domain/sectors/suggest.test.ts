import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sectorModel } from '../../../../shared/adapters/sector-model/sector-model.ts';
import { sectorNames } from '../../../../shared/adapters/sector-names/sector-names.ts';
import { type Language, languages } from '../../../../shared/domain/language.ts';
import { translate } from '../../../../shared/domain/sectors/correspondence.ts';
import { sectorCodes } from '../../../../shared/domain/sectors/sector.ts';
import { suggestSectors } from '../../../../shared/domain/sectors/suggest.ts';
import { modelOfLexicon } from '../../../doubles/sector-model.ts';
import { describeWithReference, referenceRows } from './reference.ts';

function suggest(text: string, language?: Language, limit = 10) {
  return suggestSectors(sectorModel, text, { language, limit });
}

function codesFor(text: string, language?: Language): string[] {
  return suggest(text, language).map(({ code }) => code);
}

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.lorem({ maxCount: 50 }).map((text) => `<p onclick="x">${text}</p> 🎉`),
  fc
    .array(
      fc.constantFrom('máquina', 'OBRÓBKA', 'metal', '<b>', '28.30', 'C2821', '\u0000', '\ud800', '🚜'),
      {
        maxLength: 30,
      },
    )
    .map((words) => words.join(' ')),
);

describe('suggestSectors', () => {
  it.each(languages)('has nearly every class among the first ten for its official name in %s', (language) => {
    const missed = sectorCodes().filter(
      (code) => !codesFor(sectorNames.nameOf(code, language), language).includes(code),
    );
    expect(missed.length).toBeLessThan(10);
  });

  it.each<[Language, string, string]>([
    ['es', 'Buscamos fabricante de segadoras y rastrillos para alfalfa', '28.30'],
    ['es', 'chompas de alpaca tejidas a mano', '14.10'],
    ['es', 'harina y hojuelas de quinua', '10.61'],
    ['pl', 'Poszukujemy producenta kosiarek dyskowych', '28.30'],
    ['pl', 'okna i drzwi drewniane', '16.25'],
    ['pl', 'ogórki kiszone w słoikach', '10.39'],
    ['en', 'CNC turned and milled parts', '25.53'],
    ['en', 'orthopaedic implants and surgical instruments', '32.50'],
  ])('reads in %s: %s', (language, text, code) => {
    expect(suggest(text, language)[0]?.code).toBe(code);
  });

  it.each<[string, string, Language | undefined]>([
    ['all capitals', 'TRACTORES AGRÍCOLAS', 'es'],
    ['no diacritics', 'ciagniki rolnicze', 'pl'],
    ['a typing error', 'tractres agricolas', 'es'],
    ['two languages', 'Buscamos ciągniki rolnicze y arados', 'es'],
    ['the wrong language given', 'ciągniki rolnicze', 'es'],
    ['no language given', 'ciągniki rolnicze', undefined],
    ['mark-up', '<p class="textil"><b>tractores</b> agrícolas</p>', 'es'],
    ['emoji', '🚜🚜 tractores agrícolas 🚜', 'es'],
    [
      'much talk around',
      `${'Estimados señores, les saludamos muy cordialmente. '.repeat(20)} tractores agrícolas`,
      'es',
    ],
  ])('finds farm machines in a text with %s', (_what, text, language) => {
    expect(codesFor(text, language).slice(0, 3)).toContain('28.30');
  });

  it.each([
    '28.30',
    '2830',
    '28.30.Z',
    'C28.30',
    'PKD 28.30.Z',
    'C2821',
    'CIIU 2821',
    'CIIU Rev. 4: 2821',
    'nace 28.30',
  ])('takes %s for the code that it is', (text) => {
    expect(suggest(text)[0]).toMatchObject({
      code: '28.30',
      score: expect.toSatisfy((score) => score > 0.6),
    });
  });

  it('shows every reading of a code that several schemes have, and is sure of none', () => {
    const found = suggest('2821');
    expect(found.slice(0, 2).map(({ code }) => code)).toEqual(['28.21', '28.30']);
    expect(codesFor('Compramos 2821 piezas de aluminio', 'es')).not.toContain('28.21');
  });

  it('lets a code in a text come before its words, and keeps the words', () => {
    const found = suggest('PKD 28.30.Z, a przy okazji okna drewniane', 'pl');
    expect(found[0]?.code).toBe('28.30');
    expect(found.map(({ code }) => code)).toContain('16.25');
    expect(found[1]?.score).toBeLessThan(0.1);
  });

  it('names the words of the text that speak for a class, as they were written', () => {
    const [first] = suggest('Nuestra cooperativa busca TRACTORES agrícolas', 'es');
    expect(first?.terms).toEqual(['TRACTORES', 'agrícolas']);
  });

  it.each(['', '   ', '12345', '🎉🚜', '<br/>', '…', 'de la', '+51 999 999 999'])(
    'suggests nothing for %j',
    (text) => {
      expect(suggest(text)).toEqual([]);
    },
  );

  it.each(['hola', 'Urgente', 'gracias', 'Arequipa', 'Llame al 054 123456'])(
    'takes %j for nothing that a firm does',
    (text) => {
      for (const { score } of suggest(text, 'es')) expect(score).toBeLessThan(0.6);
    },
  );

  it('knows pumps from firemen', () => {
    expect(suggest('Bombas para minería', 'es')[0]?.code).toBe('28.13');
  });

  it.each(['xyzzy qwfpg', 'Hola, buenos días', 'ñuqanchik purisun', 'asdf'])('is not sure of %j', (text) => {
    for (const { score } of suggest(text)) expect(score).toBeLessThan(0.5);
  });

  it('knows a word in the language it is given in before the others', () => {
    const model = modelOfLexicon('01.11 A\nalfa | beta | gamma\n\n28.30 B\ndelta | alfa | zeta\n');
    const first = (language: Language) => suggestSectors(model, 'alfa', { language, limit: 2 })[0]?.code;
    expect([first('es'), first('pl')]).toEqual(['01.11', '28.30']);
  });

  it('gives distinct sectors, best first, scored from 0 to 1, whatever the text', () => {
    const options = fc.record({
      language: fc.option(fc.constantFrom(...languages), { nil: undefined }),
      limit: fc.nat(20),
    });
    fc.assert(
      fc.property(hostile, options, (text, { language, limit }) => {
        const found = suggestSectors(sectorModel, text, { language, limit });
        expect(found.length).toBeLessThanOrEqual(limit);
        expect(new Set(found.map(({ code }) => code)).size).toBe(found.length);
        const scores = found.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
        expect(scores.filter((score) => !(score >= 0 && score <= 1))).toEqual([]);
        for (const { terms } of found) expect(terms.length).toBeLessThanOrEqual(3);
      }),
      { numRuns: 100 },
    );
  });

  it('starts a longer list with the shorter one', () => {
    const text = 'fabricación de productos de madera para la construcción';
    expect(suggest(text, 'es', 50).slice(0, 5)).toEqual(suggest(text, 'es', 5));
  });

  it.each([
    ['2,000 words', 'maquinaria agrícola para el campo '.repeat(400)],
    ['2,000 different words', Array.from({ length: 2000 }, (_, i) => `palabra${i.toString(26)}`).join(' ')],
    ['a million opening brackets', '<'.repeat(1_000_000)],
    ['a hundred thousand open exclusions', '(excepto '.repeat(100_000)],
    ['one word of a million letters', 'a'.repeat(1_000_000)],
    ['a million marks', '\u0301'.repeat(1_000_000)],
  ])('is through with %s before the test runs out of time', (_, text) => {
    expect(suggest(text).length).toBeLessThanOrEqual(10);
  });
});

describeWithReference('suggestSectors and the labelled texts', () => {
  it.each([
    ['A_goods_es', 'es', 0.65, 0.93],
    ['A_goods_en', 'en', 0.65, 0.93],
    ['B_products_pl', 'pl', 0.72, 0.97],
    ['C_activities_es', 'es', 0.72, 0.94],
  ] as const)('%s: as right as it has been', (file, language, leastFirst, leastInTen) => {
    const rows = referenceRows(`dev/${file}.csv`);
    const right = (limit: number) =>
      rows.filter(({ text = '', nace2 = '' }) => {
        const labels = nace2.split(' ').flatMap((code) => translate({ scheme: 'nace2', code }, 'nace21'));
        return suggest(text, language, limit).some(({ code }) => labels.includes(code));
      }).length / rows.length;
    expect(right(1)).toBeGreaterThanOrEqual(leastFirst);
    expect(right(10)).toBeGreaterThanOrEqual(leastInTen);
  });

  it('score about as often right as they say', () => {
    const bins = Array.from({ length: 10 }, () => ({ said: 0, right: 0, count: 0 }));
    for (const [file, language] of [
      ['A_goods_es', 'es'],
      ['B_products_pl', 'pl'],
      ['C_activities_es', 'es'],
    ] as const) {
      for (const { text = '', nace2 = '' } of referenceRows(`dev/${file}.csv`)) {
        const labels = nace2.split(' ').flatMap((code) => translate({ scheme: 'nace2', code }, 'nace21'));
        for (const { code, score } of suggest(text, language)) {
          const bin = bins[Math.min(9, Math.floor(score * 10))];
          if (bin === undefined) continue;
          bin.said += score;
          bin.count += 1;
          if (labels.includes(code)) bin.right += 1;
        }
      }
    }
    for (const { said, right, count } of bins)
      expect(Math.abs(said - right) / Math.max(1, count)).toBeLessThan(0.12);
  });
});
