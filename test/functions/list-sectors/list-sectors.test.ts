import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  listSectors,
  sectorViewSchema,
  suggestionQuerySchema,
  suggestionsSchema,
  viewSector,
} from '../../../functions/list-sectors/list-sectors.ts';
import { sectorModel } from '../../../shared/adapters/sector-model/sector-model.ts';
import { sectorNames } from '../../../shared/adapters/sector-names/sector-names.ts';
import { schemes } from '../../../shared/domain/sectors/schemes.ts';
import { codesOf } from '../../../shared/domain/sectors/tables.ts';

const deps = { names: sectorNames, model: sectorModel };
const query = (parameters: Record<string, string>) => suggestionQuerySchema.parse(parameters);

describe('suggestionQuerySchema', () => {
  it('asks for ten suggestions in no language unless told', () => {
    const expected = { text: 'pan', limit: 10 };
    expect(query({ text: 'pan' })).toEqual(expected);
    expect(query({ text: 'pan', language: '', limit: '' })).toEqual(expected);
    expect(query({})).toEqual({ text: '', limit: 10 });
    expect(query({ text: 'pan', language: 'es', limit: '3' })).toEqual({
      text: 'pan',
      language: 'es',
      limit: 3,
    });
  });

  it.each([{ limit: '0' }, { limit: '51' }, { limit: '2.5' }, { limit: 'all' }, { language: 'qu' }])(
    'refuses %j',
    (parameters) => {
      expect(suggestionQuerySchema.safeParse(parameters).success).toBe(false);
    },
  );
});

describe('listSectors', () => {
  it('names what it suggests in the language of the query, or in English', () => {
    const text = 'maquinaria agraria y forestal';
    expect(listSectors(deps, query({ text, language: 'es', limit: '1' })).items).toEqual([
      {
        code: '28.30',
        score: expect.any(Number),
        name: 'Fabricación de maquinaria agraria y forestal',
        terms: expect.arrayContaining(['agraria', 'forestal']),
      },
    ]);
    expect(listSectors(deps, query({ text, limit: '1' })).items[0]?.name).toBe(
      'Manufacture of agricultural and forestry machinery',
    );
  });

  it('answers an empty text with an empty list', () => {
    expect(listSectors(deps, query({}))).toEqual({ items: [] });
  });

  it('answers as its schema says', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const answer = listSectors(deps, query({ text }));
        expect(suggestionsSchema.parse(answer)).toEqual(answer);
      }),
      { numRuns: 50 },
    );
  });
});

describe('viewSector', () => {
  it('shows a code in every scheme, itself included, and names its sectors', () => {
    expect(viewSector(deps, { scheme: 'pkd2025', code: 'c2830z' })).toEqual({
      outcome: 'found',
      sector: {
        scheme: 'pkd2025',
        code: '28.30.Z',
        sectors: [
          {
            code: '28.30',
            names: {
              es: 'Fabricación de maquinaria agraria y forestal',
              pl: 'Produkcja maszyn dla rolnictwa i leśnictwa',
              en: 'Manufacture of agricultural and forestry machinery',
            },
          },
        ],
        equivalents: {
          ciiu4: ['2821', '2824'],
          pkd2007: ['28.30.Z', '28.92.Z'],
          pkd2025: ['28.30.Z'],
          nace2: ['28.30', '28.92'],
          nace21: ['28.30'],
        },
      },
    });
  });

  it.each([
    { scheme: 'ciiu4', code: '9999' },
    { scheme: 'naics', code: '2822' },
    { scheme: '__proto__', code: '2822' },
    { scheme: 'nace21', code: '' },
  ])('does not know $scheme $code', (path) => {
    expect(viewSector(deps, path)).toEqual({ outcome: 'unknown' });
  });

  it('answers for every code of every scheme as its schema says', () => {
    for (const scheme of schemes) {
      for (const code of codesOf(scheme)) {
        const view = viewSector(deps, { scheme, code });
        if (view.outcome !== 'found') throw new Error(`${scheme} ${code} is unknown`);
        expect(sectorViewSchema.parse(view.sector)).toEqual(view.sector);
        expect(view.sector.equivalents[scheme]).toEqual([code]);
      }
    }
  });
});
