import { mkdtempSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildNames, headingCodes, tableOf } from '../../../../shared/adapters/sector-names/build.ts';
import { cleanName } from '../../../../shared/adapters/sector-names/clean-name.ts';
import { sectorNames } from '../../../../shared/adapters/sector-names/sector-names.ts';
import { languages } from '../../../../shared/domain/language.ts';
import {
  divisionOf,
  groupOf,
  type HeadingCode,
  sectionOf,
} from '../../../../shared/domain/sectors/sector.ts';
import { sectorCodeSchema } from '../../../../shared/domain/sectors/sector-schema.ts';

const sector = sectorCodeSchema.parse('28.30');
const allNames = languages.flatMap((language) =>
  headingCodes().map((code) => ({ code, language, name: sectorNames.nameOf(code, language) })),
);

describe('sectorNames', () => {
  it('names a class and all it lies in, in each language', () => {
    const headings = [sector, groupOf(sector), divisionOf(sector), sectionOf(sector)];
    expect(
      languages.map((language) => headings.map((code) => sectorNames.nameOf(code, language))),
    ).toMatchInlineSnapshot(`
      [
        [
          "Fabricación de maquinaria agraria y forestal",
          "Fabricación de maquinaria agraria y forestal",
          "Fabricación de maquinaria y equipo n.c.o.p.",
          "Industria manufacturera",
        ],
        [
          "Produkcja maszyn dla rolnictwa i leśnictwa",
          "Produkcja maszyn dla rolnictwa i leśnictwa",
          "Produkcja maszyn i urządzeń, gdzie indziej niesklasyfikowana",
          "Przetwórstwo przemysłowe",
        ],
        [
          "Manufacture of agricultural and forestry machinery",
          "Manufacture of agricultural and forestry machinery",
          "Manufacture of machinery and equipment n.e.c.",
          "Manufacturing",
        ],
      ]
    `);
  });

  it('lists the 651 classes, ascending', () => {
    const classes = sectorNames.classes();
    expect(classes).toHaveLength(651);
    expect(classes).toEqual([...new Set(classes)].sort());
  });

  it('throws for what is no heading', () => {
    expect(() => sectorNames.nameOf('99.99' as HeadingCode, 'es')).toThrow(RangeError);
  });

  it('has no name with a code, a stray blank, mark-up or capitals throughout', () => {
    const odd = allNames.filter(({ name }) => /^\P{Lu}|\d|^\s|\s$|\s\s|[<>&\p{Cc}]|\p{Lu}{2}/u.test(name));
    expect(odd).toEqual([]);
    expect(allNames).toHaveLength(3 * (651 + 287 + 87 + 22));
  });

  it('gives no two classes the same name', () => {
    for (const language of languages) {
      expect(new Set(sectorNames.classes().map((code) => sectorNames.nameOf(code, language))).size).toBe(651);
    }
  });
});

describe('cleanName', () => {
  it.each([
    ['  Pośrednictwo w  transporcie\n', 'Pośrednictwo w transporcie'],
    ['HANDEL HURTOWY I DETALICZNY', 'Handel hurtowy i detaliczny'],
    ['ACTIVIDADES ARTÍSTICAS', 'Actividades artísticas'],
    ['Fabricacio\u0301n n.c.o.p.', 'Fabricación n.c.o.p.'],
  ])('makes %j %j', (raw, clean) => {
    expect(cleanName(raw)).toBe(clean);
    expect(cleanName(clean)).toBe(clean);
  });
});

describe('tableOf', () => {
  it('lists every heading and language without a name', () => {
    const rawName = (code: string, language: string) =>
      code === '28.30' && language === 'pl' ? undefined : code === 'C' && language === 'es' ? '  ' : 'Name';
    expect(() => tableOf(rawName)).toThrow('no name for C es, 28.30 pl');
  });
});

describe('buildNames', () => {
  let directory: string;
  let target: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'puente-names-'));
    target = join(directory, 'new', 'names.json');
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('writes the names that are in use, and again only when they have grown old', async () => {
    expect(await buildNames(target)).toBe('written');
    const table = JSON.parse(readFileSync(target, 'utf8'));
    expect(table.pl['28.30']).toBe(sectorNames.nameOf(sector, 'pl'));
    expect(await buildNames(target)).toBe('up to date');
    utimesSync(target, 0, 0);
    expect(await buildNames(target)).toBe('written');
  });
});
