import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesIn } from '../../../../shared/domain/sectors/code-in-text.ts';
import { sectorCodes } from '../../../../shared/domain/sectors/sector.ts';

function codes(text: string): string[] {
  return codesIn(text).map(({ code }) => code);
}

describe('codesIn', () => {
  it.each([
    ['28.30', ['28.30']],
    [' 28.30.Z ', ['28.30']],
    ['C 28.30', ['28.30']],
    ['2830', ['28.30']],
    ['CIIU 2821', ['28.30']],
    ['ciiu rev. 4 - 2821', ['28.30']],
    ['nuestro CIIU es otro: ISIC 0145', ['01.46']],
    ['PKD 2007: 28.30.Z', ['28.30']],
    ['NACE Rev. 2.1 62.10', ['62.10']],
    ['maszyny (28.30.Z) i części', ['28.30']],
  ])('finds in %j the class %j', (text, expected) => {
    expect(codes(text).slice(0, expected.length)).toEqual(expected);
  });

  it.each([
    'pagamos 10.51 soles el kilo',
    'cable de 26.30 mm',
    'lunes a viernes 09.10 a 18.20',
    'La empresa nace 2015 en Arequipa',
    'Segadoras a 10.51 soles',
    '2 500 kg',
    'desde 2019 hasta 2024',
    'ISO 9001',
    '+51 54 28 30 11',
    '28.30.11.22',
    '1.250,00',
    'sala 3.14',
    '',
  ])('takes nothing in %j for a code', (text) => {
    expect(codes(text)).toEqual([]);
  });

  it('is less sure of each further reading, and of a code that covers much', () => {
    const [first, second] = codesIn('C2821');
    expect(first).toMatchObject({ code: '28.30', written: 'C2821' });
    expect(second?.score).toBeLessThan(first?.score ?? 0);
    expect(codesIn('NACE Rev. 2 82.99')[0]?.score).toBeLessThan(0.4);
  });

  it('reads every class in the spelling of the European Union, with certainty below 1', () => {
    for (const code of sectorCodes()) {
      expect(codesIn(code)[0]).toMatchObject({ code, score: 0.95 });
    }
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { score } of codesIn(text)) expect(score).toBeLessThanOrEqual(0.95);
      }),
    );
  });
});
