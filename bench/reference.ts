import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const directory = fileURLToPath(new URL('../../shared/data/', import.meta.url));

/** What is said where something cannot be measured. */
export const noReference = 'Left out: there is no reference data in `../shared/data`.';

/** Is the reference data beside the repository? */
export function hasReference(): boolean {
  return existsSync(`${directory}dev`);
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
