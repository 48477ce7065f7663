import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';

const directory = fileURLToPath(new URL('../../../../../shared/data/', import.meta.url));
const present = existsSync(directory);

/** A suite that checks against reference data kept beside the repository; without it, it is skipped and says so. */
export function describeWithReference(name: string, suite: () => void): void {
  const label = present ? name : `${name} (skipped: no reference data in ../shared/data)`;
  describe.skipIf(!present)(label, suite);
}

/** The rows of a CSV file of the reference data, by column name. */
export function referenceRows(file: string): Record<string, string>[] {
  const [header = [], ...rows] = parsedCsv(readFileSync(`${directory}${file}`, 'utf8'));
  return rows.map((row) => Object.fromEntries(header.map((name, column) => [name, row[column] ?? ''])));
}

/** RFC 4180: fields in quotes may hold commas, line ends and doubled quotes. */
function parsedCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end === ',') continue;
    if (row.length > 1) rows.push(row);
    row = [];
  }
  return rows;
}
