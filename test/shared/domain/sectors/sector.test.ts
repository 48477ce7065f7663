import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Scheme, schemes } from '../../../../shared/domain/sectors/schemes.ts';
import {
  divisionOf,
  groupOf,
  parseCode,
  type SectorCode,
  sectionOf,
  sectorCodes,
  sharedLevel,
  sharedLevels,
} from '../../../../shared/domain/sectors/sector.ts';
import { sectorCodeSchema } from '../../../../shared/domain/sectors/sector-schema.ts';
import { codesOf } from '../../../../shared/domain/sectors/tables.ts';

const sector = (code: string): SectorCode => sectorCodeSchema.parse(code);
const anySector = fc.constantFrom(...sectorCodes());

describe('sectorCodeSchema', () => {
  it('accepts the 651 classes and nothing else', () => {
    const possible = Array.from({ length: 10_000 }, (_, n) => String(n).padStart(4, '0')).map(
      (digits) => `${digits.slice(0, 2)}.${digits.slice(2)}`,
    );
    const accepted = possible.filter((code) => sectorCodeSchema.safeParse(code).success);
    expect(accepted).toHaveLength(651);
    expect(accepted).toEqual(sectorCodes());
  });

  it.each(['2830', '28.3', '28.30.Z', ' 28.30', 'C', ''])('refuses %j', (code) => {
    expect(sectorCodeSchema.safeParse(code).error?.issues[0]?.message).toBe('unknownSector');
  });
});

describe('parseCode', () => {
  const spellings = [
    '28.30',
    '2830',
    'C2830',
    'c2830',
    'C 28.30',
    'C.28.30',
    ' 28.30\t',
    '28 30',
    '28-30',
    '２８．３０',
  ];

  it.each(spellings)('reads %j in every scheme that has it', (text) => {
    expect(parseCode('nace2', text)).toBe('28.30');
    expect(parseCode('nace21', text)).toBe('28.30');
    expect(parseCode('pkd2007', text)).toBe('28.30.Z');
    expect(parseCode('pkd2025', text)).toBe('28.30.Z');
    expect(parseCode('ciiu4', text.replace('30', '22').replace('３０', '２２'))).toBe('2822');
  });

  it.each(['28.30.Z', '28.30.z', '2830Z', '28.30 Z', 'C.28.30.Z', ' c2830z '])(
    'reads the subclass in %j',
    (text) => {
      expect(parseCode('pkd2025', text)).toBe('28.30.Z');
      expect(parseCode('nace21', text)).toBe('28.30');
      expect(parseCode('ciiu4', text)).toBeUndefined();
    },
  );

  it('needs the letter of a PKD class that is divided, and no letter that is not there', () => {
    expect(parseCode('pkd2025', '46.85')).toBeUndefined();
    expect(parseCode('pkd2025', '46.85.b')).toBe('46.85.B');
    expect(parseCode('pkd2025', '46.85.Z')).toBeUndefined();
    expect(parseCode('pkd2025', '46.85.C')).toBeUndefined();
    expect(parseCode('pkd2025', '28.30.A')).toBeUndefined();
    expect(parseCode('nace21', '46.85.B')).toBe('46.85');
    expect(parseCode('nace21', '46.85.C')).toBeUndefined();
  });

  it('tells the revisions apart', () => {
    expect(parseCode('nace2', '46.89')).toBeUndefined();
    expect(parseCode('nace21', '46.89')).toBe('46.89');
    expect(parseCode('nace2', '45.11')).toBe('45.11');
    expect(parseCode('nace21', '45.11')).toBeUndefined();
    expect(parseCode('ciiu4', '2830')).toBeUndefined();
  });

  it.each([
    '',
    'C',
    '28',
    '28.3',
    '283',
    '28.300',
    '28..30',
    'W28.30',
    '28.30.ZZ',
    '9999',
    '<b>2830</b>',
    '-2830',
  ])('refuses %j', (text) => {
    for (const scheme of schemes) expect(parseCode(scheme, text)).toBeUndefined();
  });

  it('reads back every code of every scheme, with and without dots, in either case', () => {
    for (const scheme of schemes) {
      for (const code of codesOf(scheme)) {
        const bare = code.replaceAll('.', '');
        const read = [code, bare, code.toLowerCase(), `A${bare}`].map((text) => parseCode(scheme, text));
        expect(read).toEqual([code, code, code, code]);
      }
    }
  });

  it('gives a code of the scheme or nothing, whatever the text', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[A-Za-z]?\d{2}\.?\d{2}(\.?[A-Za-z])?$/));
    fc.assert(
      fc.property(fc.constantFrom<Scheme>(...schemes), text, (scheme, written) => {
        const code = parseCode(scheme, written);
        if (code !== undefined) expect(codesOf(scheme).has(code)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('headings', () => {
  it('holds 22 sections, 87 divisions and 287 groups', () => {
    expect(new Set(sectorCodes().map(sectionOf)).size).toBe(22);
    expect(new Set(sectorCodes().map(divisionOf)).size).toBe(87);
    expect(new Set(sectorCodes().map(groupOf)).size).toBe(287);
  });

  it.each([
    ['01.11', 'A'],
    ['09.90', 'B'],
    ['28.30', 'C'],
    ['35.11', 'D'],
    ['46.89', 'G'],
    ['60.10', 'J'],
    ['61.10', 'K'],
    ['64.11', 'L'],
    ['68.11', 'M'],
    ['82.99', 'O'],
    ['96.99', 'T'],
    ['99.00', 'V'],
  ])('%s lies in section %s', (code, section) => {
    expect(sectionOf(sector(code))).toBe(section);
  });

  it('cuts a code', () => {
    expect([divisionOf(sector('28.30')), groupOf(sector('28.30'))]).toEqual(['28', '28.3']);
  });
});

describe('sharedLevel', () => {
  it.each([
    ['28.30', '28.30', 'class'],
    ['28.41', '28.42', 'group'],
    ['28.30', '28.41', 'division'],
    ['28.30', '25.53', 'section'],
    ['28.30', '01.11', 'none'],
  ])('%s and %s: %s', (a, b, level) => {
    expect(sharedLevel(sector(a), sector(b))).toBe(level);
    expect(sharedLevel(sector(b), sector(a))).toBe(level);
  });

  it('never brings two sectors nearer than a third between them allows', () => {
    const rank = (a: SectorCode, b: SectorCode) => sharedLevels.indexOf(sharedLevel(a, b));
    fc.assert(
      fc.property(anySector, anySector, anySector, (a, b, c) => {
        expect(rank(a, c)).toBeLessThanOrEqual(Math.max(rank(a, b), rank(b, c)));
      }),
      { numRuns: 1000 },
    );
  });
});
