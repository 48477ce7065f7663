import { describe, expect, it } from 'vitest';
import { sectorModel } from '../../../../shared/adapters/sector-model/sector-model.ts';
import type { Language } from '../../../../shared/domain/language.ts';
import { textReader } from '../../../../shared/domain/sectors/read-text.ts';
import { modelOfLexicon } from '../../../doubles/sector-model.ts';

const read = textReader(sectorModel);

function keyOf(word: string, language: Language): number | undefined {
  return read(word, language).concepts[0]?.key;
}

describe('textReader', () => {
  it.each([
    ['kosiarka', 'segadora', 'mower'],
    ['mleko', 'leche', 'milk'],
    ['stal', 'acero', 'steel'],
    ['miedź', 'cobre', 'copper'],
    ['spawanie', 'soldadura', 'welding'],
  ])('gives %s, %s and %s one meaning', (polish, spanish, english) => {
    expect(keyOf(spanish, 'es')).toBe(keyOf(english, 'en'));
    expect(keyOf(polish, 'pl')).toBe(keyOf(english, 'en'));
  });

  it('gives different words different meanings, and a name its own in every language', () => {
    expect(keyOf('leche', 'es')).not.toBe(keyOf('acero', 'es'));
    expect(keyOf('Xyloqwert', 'es')).toBe(keyOf('xyloqwert', 'pl'));
  });

  it('tells the classes with their words, and each meaning once', () => {
    const { language, sectors, concepts } = read('Segadoras, segadora y tractores agrícolas');
    expect(language).toBe('es');
    expect(sectors[0]).toMatchObject({ code: '28.30', words: expect.arrayContaining(['Segadoras']) });
    expect(concepts.map(({ word }) => word)).toEqual(['Segadoras', 'tractores', 'agrícolas']);
    for (const { weight } of concepts) expect(weight).toBeGreaterThan(0);
  });

  it('believes the text more than who says in which language it is', () => {
    for (const said of ['es', 'pl', 'en'] as const) {
      const { language, sectors } = read('Buscamos segadoras para alfalfa', said);
      expect([language, sectors[0]?.code]).toEqual(['es', '28.30']);
    }
    expect(read('laser', 'pl').language).toBe('pl');
  });

  it('reads nothing of nothing', () => {
    expect(read('', 'pl')).toEqual({ language: 'pl', sectors: [], concepts: [] });
  });

  it('learns what translates what from the rows that share it', () => {
    const model = modelOfLexicon(
      '01.11 A\ntren rojo | tren czerwony | engine red\ntren verde | tren zielony | engine green\nbarco rojo | statek czerwony | ship red\n',
    );
    const small = textReader(model);
    const key = (word: string, language: Language) => small(word, language).concepts[0]?.key;
    expect(key('rojo', 'es')).toBe(key('red', 'en'));
    expect(key('czerwony', 'pl')).toBe(key('red', 'en'));
    expect(key('tren', 'es')).toBe(key('engine', 'en'));
    expect(key('zielony', 'pl')).toBe(key('green', 'en'));
  });
});
