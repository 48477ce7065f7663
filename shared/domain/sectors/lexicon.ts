import { type Language, languages, type Texts } from '../language.ts';
import type { SectorCode } from './sector.ts';
import { sectorCodeSchema } from './sector-schema.ts';

/** One meaning in a class: what it is called in each language, and how much it says of the class. */
export interface LexiconRow {
  readonly sector: SectorCode;
  readonly terms: Texts<readonly string[]>;
  /** Above 0 to 1. Below 1: the words are at home in other classes as well. */
  readonly weight: number;
  /** Of the file, from 1. */
  readonly line: number;
}

/** A lexicon file that cannot be read as one: every fault, each with its line. */
export class LexiconFault extends Error {
  override name = 'LexiconFault';
}

const heading = /^(\d\d\.\d\d) \S/;

/**
 * The rows of a lexicon file, as `lexicon/README.md` describes it: a class begins with its code and a title, then
 * comes a line a meaning, `es | pl | en` or `es | pl | en | weight`, with semicolons between synonyms. Throws
 * `LexiconFault`.
 */
export function parseLexicon(text: string): readonly LexiconRow[] {
  const rows: LexiconRow[] = [];
  const faults: string[] = [];
  let sector: SectorCode | undefined;
  for (const [index, content] of text.split('\n').entries()) {
    const line = index + 1;
    if (content.trim() === '' || content.startsWith('#')) continue;
    if (content.includes('|')) {
      const row = sector && parseRow(content, sector, line);
      if (row === undefined)
        faults.push(`line ${line}: ${sector ? 'three or four cells, the fourth a weight' : 'no class yet'}`);
      else rows.push(row);
      continue;
    }
    const code = sectorCodeSchema.safeParse(heading.exec(content)?.[1]);
    if (code.success) sector = code.data;
    else faults.push(`line ${line}: neither a class nor a row`);
  }
  if (faults.length > 0) throw new LexiconFault(faults.join('; '));
  return rows;
}

function parseRow(content: string, sector: SectorCode, line: number): LexiconRow | undefined {
  const cells = content.split('|').map((cell) => cell.trim());
  const weight = cells[3] === undefined ? 1 : Number(cells[3]);
  if (cells.length < 3 || cells.length > 4 || !(weight > 0 && weight <= 1)) return undefined;
  const termsIn = (language: Language) =>
    (cells[languages.indexOf(language)] ?? '')
      .split(';')
      .map((term) => term.trim())
      .filter((term) => term !== '');
  return { sector, terms: { es: termsIn('es'), pl: termsIn('pl'), en: termsIn('en') }, weight, line };
}
