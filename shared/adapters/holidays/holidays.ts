import type { WorkCalendars } from '../../domain/work-calendar.ts';
import type { HolidayTable } from './build.ts';
import table from './holidays.generated.json' with { type: 'json' };

const days: HolidayTable = table;

/** Where the two sides live: Podlaskie and all of Poland keep one time, Arequipa and all of Peru another. */
const timeZones = { PE: 'America/Lima', PL: 'Europe/Warsaw' } as const;

/** The calendars as `build.ts` made them; of years that they do not cover, only weekends are known. */
export const workCalendars: WorkCalendars = {
  PE: { timeZone: timeZones.PE, holidays: new Set(days.PE) },
  PL: { timeZone: timeZones.PL, holidays: new Set(days.PL) },
};
