import { mkdtempSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildHolidays, firstYear, lastYear, tableOf } from '../../../../shared/adapters/holidays/build.ts';
import { workCalendars } from '../../../../shared/adapters/holidays/holidays.ts';
import { type Country, countries } from '../../../../shared/domain/region.ts';

function daysOf(country: Country, year: number): string[] {
  return [...workCalendars[country].holidays]
    .filter((day) => day.startsWith(`${year}-`))
    .map((day) => day.slice(5));
}

/**
 * Easter Sundays, which the movable feasts follow, from the table of the Gregorian calendar; not from the library that
 * is tested here.
 */
const easter: Readonly<Record<number, string>> = {
  2026: '04-05',
  2027: '03-28',
  2028: '04-16',
  2029: '04-01',
  2030: '04-21',
};

function fromEaster(year: number, days: number): string {
  return new Date(Date.parse(`${year}-${easter[year]}T00:00:00Z`) + days * 86_400_000)
    .toISOString()
    .slice(5, 10);
}

const years = Object.keys(easter).map(Number);

describe('holidays of Poland', () => {
  it.each(years)('%i: the law of 18 January 1951, with 24 December since 2025', (year) => {
    const fixed = [
      ...['01-01', '01-06', '05-01', '05-03', '08-15'],
      ...['11-01', '11-11', '12-24', '12-25', '12-26'],
    ];
    const movable = [0, 1, 49, 60].map((days) => fromEaster(year, days));
    expect(daysOf('PL', year)).toEqual([...fixed, ...movable].sort());
  });

  it('Corpus Christi is where the calendars print it', () => {
    for (const day of ['2026-06-04', '2027-05-27', '2028-06-15', '2029-05-31', '2030-06-20'])
      expect(workCalendars.PL.holidays).toContain(day);
  });
});

describe('holidays of Peru', () => {
  it.each(years)('%i: Decreto Legislativo 713, with what later laws added', (year) => {
    const fixed = [
      ...['01-01', '05-01', '06-29', '07-28', '07-29', '08-30', '10-08', '11-01', '12-08', '12-25'],
      // Leyes 31788, 31822, 31530 and 31381.
      ...['06-07', '07-23', '08-06', '12-09'],
    ];
    const movable = [-3, -2, 0].map((days) => fromEaster(year, days));
    expect(daysOf('PE', year)).toEqual([...fixed, ...movable].sort());
  });

  it('Jueves Santo is where the calendars print it', () => {
    for (const day of ['2026-04-02', '2027-03-25', '2028-04-13', '2029-03-29', '2030-04-18'])
      expect(workCalendars.PE.holidays).toContain(day);
  });
});

describe('the table', () => {
  it('covers every year of its range, on both sides', () => {
    for (const country of countries)
      for (let year = firstYear; year <= lastYear; year += 1)
        expect(daysOf(country, year).length).toBeGreaterThanOrEqual(14);
  });

  it('still reaches three years ahead: else raise `lastYear`', () => {
    expect(lastYear - new Date().getUTCFullYear()).toBeGreaterThanOrEqual(3);
  });

  it('takes days off by law only, each once', () => {
    const table = tableOf((_country, year) => [
      { date: `${year}-05-03 00:00:00`, type: 'public' },
      { date: `${year}-05-01 00:00:00 -0600`, type: 'public' },
      { date: `${year}-05-01 00:00:00`, type: 'public' },
      { date: `${year}-05-02 00:00:00`, type: 'observance' },
    ]);
    expect(table.PE.slice(0, 3)).toEqual([
      `${firstYear}-05-01`,
      `${firstYear}-05-03`,
      `${firstYear + 1}-05-01`,
    ]);
  });

  it('is not made of a source that knows nothing of a year', () => {
    const source = (_country: Country, year: number) =>
      year === 2030 ? [] : [{ date: `${year}-01-01 00:00:00`, type: 'public' }];
    expect(() => tableOf(source)).toThrow('no holiday of PE in 2030');
  });
});

describe('buildHolidays', () => {
  let directory: string;
  let target: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'puente-holidays-'));
    target = join(directory, 'new', 'holidays.json');
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('writes the days that are in use, and again only when they have grown old', async () => {
    expect(await buildHolidays(target)).toBe('written');
    expect(JSON.parse(readFileSync(target, 'utf8')).PL).toEqual([...workCalendars.PL.holidays]);
    expect(await buildHolidays(target)).toBe('up to date');
    utimesSync(target, 0, 0);
    expect(await buildHolidays(target)).toBe('written');
  });
});
