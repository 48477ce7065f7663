import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sectorModel } from '../../../../shared/adapters/sector-model/sector-model.ts';
import { type Language, languages } from '../../../../shared/domain/language.ts';
import { detectLanguage } from '../../../../shared/domain/sectors/detect-language.ts';
import { describeWithReference, referenceRows } from './reference.ts';

describe('detectLanguage', () => {
  it.each<[string, Language]>([
    ['Buscamos segadoras', 'es'],
    ['quinua y kiwicha', 'es'],
    ['chompas de alpaca', 'es'],
    ['szukamy dostawcy papryki', 'pl'],
    ['obrobka metali', 'pl'],
    ['okna drewniane', 'pl'],
    ['we buy scrap', 'en'],
    ['wooden windows', 'en'],
    ['CNC MACHINING', 'en'],
  ])('says of %j: %s', (text, language) => {
    expect(detectLanguage(sectorModel, text)).toBe(language);
  });

  it('gives what it is told for a text without letters, English by default', () => {
    expect(detectLanguage(sectorModel, ' 12 🎉')).toBe('en');
    expect(detectLanguage(sectorModel, '', 'pl')).toBe('pl');
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(languages).toContain(detectLanguage(sectorModel, text));
      }),
    );
  });
});

describeWithReference('detectLanguage and the labelled texts', () => {
  it('is right about 99 of 100 by the first three words', () => {
    const files = ['A_goods_es', 'A_goods_en', 'B_products_pl', 'C_activities_es'];
    const rows = files.flatMap((file) => referenceRows(`dev/${file}.csv`));
    const right = rows.filter(({ text = '', lang }) => {
      const beginning = text.split(/\s+/).slice(0, 3).join(' ');
      return detectLanguage(sectorModel, beginning) === lang;
    });
    expect(right.length / rows.length).toBeGreaterThanOrEqual(0.99);
  });
});
