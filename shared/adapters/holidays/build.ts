import { fileURLToPath } from 'node:url';
import { type Country, countries } from '../../domain/region.ts';
import { makeFile } from '../made-file.ts';

/** Days off by country, each `YYYY-MM-DD`, in order: what `holidays.ts` reads. */
export type HolidayTable = Readonly<Record<Country, readonly string[]>>;

/** Source: `date-holidays`, whose data its authors license under CC BY 3.0. The years that the table covers, both included. A test fails when fewer than three are left to come. */
export const firstYear = 2025;
export const lastYear = 2045;

/** A day as `date-holidays` gives it: `date` begins with the local day. */
interface Holiday {
  readonly date: string;
  readonly type: string;
}

/**
 * The days on which, by law, the whole country is off; bank holidays, observances and days of one region are none.
 * Throws for a year without any, which is a fault of the source.
 */
export function tableOf(holidaysOf: (country: Country, year: number) => readonly Holiday[]): HolidayTable {
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
  const daysOf = (country: Country) =>
    years.flatMap((year) => {
      const days = holidaysOf(country, year).filter(({ type }) => type === 'public');
      if (days.length === 0) throw new Error(`no holiday of ${country} in ${year}`);
      return [...new Set(days.map(({ date }) => date.slice(0, 10)))].sort();
    });
  return { PE: daysOf('PE'), PL: daysOf('PL') };
}

/** Writes the table to `targetPath` when it is older than what it is made from. Returns whether it wrote. */
export async function buildHolidays(targetPath: string): Promise<'written' | 'up to date'> {
  const sources = ['./build.ts', '../../domain/region.ts'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  const packageFile = fileURLToPath(import.meta.resolve('date-holidays/package.json'));
  return makeFile(targetPath, [...sources, packageFile], async () => {
    const { default: Holidays } = await import('date-holidays');
    const calendars = new Map(countries.map((country) => [country, new Holidays(country)]));
    return JSON.stringify(tableOf((country, year) => calendars.get(country)?.getHolidays(year) ?? []));
  });
}

if (import.meta.main) {
  await buildHolidays(fileURLToPath(new URL('./holidays.generated.json', import.meta.url)));
}
