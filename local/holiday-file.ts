import { fileURLToPath } from 'node:url';
import { buildHolidays } from '../shared/adapters/holidays/build.ts';

/** Makes the file of holidays when it is missing or older than what it is made from. */
export async function makeHolidayFile(): Promise<void> {
  await buildHolidays(
    fileURLToPath(new URL('../shared/adapters/holidays/holidays.generated.json', import.meta.url)),
  );
}
