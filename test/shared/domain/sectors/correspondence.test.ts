import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toSectorCodes, translate } from '../../../../shared/domain/sectors/correspondence.ts';
import { type Scheme, schemes } from '../../../../shared/domain/sectors/schemes.ts';
import { sectorCodeSchema } from '../../../../shared/domain/sectors/sector-schema.ts';
import { codesOf } from '../../../../shared/domain/sectors/tables.ts';

const scheme = fc.constantFrom(...schemes);
const declared = scheme.chain((chosen) =>
  fc.record({ scheme: fc.constant(chosen), code: fc.constantFrom(...codesOf(chosen)) }),
);
/** NACE Rev. 2.1 46.89, which has no predecessor. */
const isNew = ({ scheme: of, code }: { scheme: Scheme; code: string }) =>
  (of === 'nace21' || of === 'pkd2025') && code.startsWith('46.89');

describe('translate', () => {
  it('has as many codes of each scheme as were published', () => {
    const counts = Object.fromEntries(schemes.map((name) => [name, codesOf(name).size]));
    expect(counts).toEqual({ ciiu4: 419, pkd2007: 656, pkd2025: 728, nace2: 615, nace21: 651 });
  });

  it.each<[Scheme, string, Scheme, string[]]>([
    ['ciiu4', '2822', 'nace2', ['28.41', '28.49']],
    ['ciiu4', '2822', 'nace21', ['27.90', '28.41', '28.42']],
    ['ciiu4', '0111', 'pkd2025', ['01.11.Z']],
    ['nace2', '25.62', 'nace21', ['25.53']],
    ['nace21', '25.53', 'nace2', ['25.61', '25.62']],
    ['pkd2025', '28.30.Z', 'pkd2007', ['28.30.Z', '28.92.Z']],
    ['pkd2025', '28.30.Z', 'ciiu4', ['2821', '2824']],
    ['nace2', '20.20', 'pkd2025', ['20.20.A', '20.20.B', '20.20.C']],
  ])('%s %s in %s', (from, code, to, expected) => {
    expect(translate({ scheme: from, code }, to)).toEqual(expected);
  });

  it('follows a PKD subclass where it went, and its class wherever any subclass went', () => {
    expect(translate({ scheme: 'pkd2007', code: '86.90.A' }, 'nace21')).toEqual(['86.95']);
    expect(translate({ scheme: 'nace2', code: '86.90' }, 'nace21')).toEqual([
      '86.91',
      '86.92',
      '86.93',
      '86.94',
      '86.95',
      '86.96',
      '86.99',
    ]);
  });

  it('says that 46.89 of NACE Rev. 2.1 came from nowhere', () => {
    const sector = { scheme: 'nace21', code: '46.89' } as const;
    expect(schemes.map((to) => translate(sector, to))).toEqual([[], [], ['46.89.Z'], [], ['46.89']]);
  });

  it('gives every other code a counterpart in every scheme', () => {
    const lone = schemes.flatMap((from) =>
      [...codesOf(from)]
        .map((code) => ({ scheme: from, code }))
        .filter((sector) => !isNew(sector) && schemes.some((to) => translate(sector, to).length === 0)),
    );
    expect(lone).toEqual([]);
  });

  it('is the code itself within a scheme', () => {
    fc.assert(
      fc.property(declared, (sector) => {
        expect(translate(sector, sector.scheme)).toEqual([sector.code]);
      }),
    );
  });

  it('leads back whence it came', () => {
    fc.assert(
      fc.property(declared, scheme, (sector, to) => {
        for (const code of translate(sector, to)) {
          expect(translate({ scheme: to, code }, sector.scheme)).toContain(sector.code);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('gives known codes, ascending, none twice', () => {
    fc.assert(
      fc.property(declared, scheme, (sector, to) => {
        const targets = translate(sector, to);
        expect(targets).toEqual([...new Set(targets)].sort());
        expect(targets.filter((code) => !codesOf(to).has(code))).toEqual([]);
      }),
    );
  });

  it('gives nothing for what is no code', () => {
    fc.assert(
      fc.property(scheme, scheme, fc.string(), (from, to, text) => {
        fc.pre(!/\d/.test(text));
        expect(translate({ scheme: from, code: text }, to)).toEqual([]);
      }),
    );
  });

  it('reads any spelling', () => {
    expect(translate({ scheme: 'pkd2007', code: ' c2562z ' }, 'nace21')).toEqual(['25.53']);
  });
});

describe('toSectorCodes', () => {
  it('gives sectors', () => {
    fc.assert(
      fc.property(declared, (sector) => {
        for (const code of toSectorCodes(sector)) expect(sectorCodeSchema.parse(code)).toBe(code);
      }),
    );
    expect(toSectorCodes({ scheme: 'nace21', code: '46.89' })).toEqual(['46.89']);
  });
});
