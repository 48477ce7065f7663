import { toSectorCodes } from './correspondence.ts';
import { type Scheme, schemes } from './schemes.ts';
import { parseCode, type SectorCode } from './sector.ts';

/** A class that a code in a text stands for, and how sure that is, above 0 to 1. */
export interface CodedSector {
  readonly code: SectorCode;
  readonly score: number;
  readonly written: string;
}

/** What a code is called beside it: `CIIU 2821`, `PKD: 28.30.Z`. */
const schemeWords: readonly (readonly [pattern: RegExp, schemes: readonly Scheme[]])[] = [
  [/^(?:ciiu|isic)/i, ['ciiu4']],
  [/^pkd\s*2007/i, ['pkd2007']],
  [/^pkd/i, ['pkd2025', 'pkd2007']],
  [/^nace\s*rev\.?\s*2(?!\.1)/i, ['nace2', 'nace21']],
  [/^nace/i, ['nace21', 'nace2']],
];

const named =
  /(?<![\p{L}\p{N}])(ciiu|isic|pkd|nace)(?:[\s.:-]*(?:rev(?:isi[oó]n)?\.?\s*)?(?:2\.1|2007|2025|[24](?:\.0)?(?![\d.])))?[\s:.-]*((?:[a-v] ?)?\d\d[ .-]?\d\d(?:[ .-]?[a-z])?)(?![\p{L}\p{N}])/giu;
/** Among words a bare `10.51` may be a price; with its letter, its section or in brackets it is a code. */
const dotted =
  /(?<![\p{L}\p{N}.,])([A-Va-v]?\d\d\.\d\d\.[A-Za-z]|[A-V]\d\d\.\d\d)(?![\p{L}\p{N},]|\.\d)|\((\d\d\.\d\d)\)/gu;
const whole = /^\s*((?:[a-v][ .-]?)?\d\d[ .-]?\d\d(?:[ .-]?[a-z])?)\s*$/iu;

/** What a code without the name of its scheme is likely to be: a section letter without dots is how Peru writes CIIU. */
function likelySchemes(spelling: string): readonly Scheme[] {
  if (/^[a-v]\s?\d{4}$/i.test(spelling)) return ['ciiu4', 'nace21', 'nace2'];
  if (/[a-z]$/i.test(spelling)) return ['pkd2025', 'pkd2007'];
  return /\./.test(spelling) ? ['nace21', 'nace2'] : ['nace21', 'ciiu4', 'nace2'];
}

/** How much less the second and third reading of a code is meant. */
const nextReading = 0.4;
/** A code may be mistyped, and it may be the firm's own and not the one it seeks. */
const certain = 0.95;

/**
 * The classes that codes in a text stand for, the likeliest first: codes beside the name of their scheme, codes with
 * their letter or in brackets, and a text that is nothing but a code. A plain number among words is a number.
 */
export function codesIn(text: string): readonly CodedSector[] {
  const found = new Map<SectorCode, CodedSector>();
  const add = (spelling: string, readings: readonly Scheme[]) => {
    for (const [order, covered] of meaningsOf(spelling, readings).entries()) {
      const score = (certain * nextReading ** order) / Math.sqrt(covered.length);
      for (const code of covered) {
        if (score > (found.get(code)?.score ?? 0)) found.set(code, { code, score, written: spelling.trim() });
      }
    }
  };
  for (const [all, , spelling = ''] of text.matchAll(named)) {
    // In Spanish, what was born in 2015 «nace 2015».
    if (/^nace\s+\d{4}$/.test(all)) continue;
    add(spelling, schemeWords.find(([pattern]) => pattern.test(all))?.[1] ?? schemes);
  }
  for (const [, lettered, bracketed] of text.matchAll(dotted)) {
    const spelling = lettered ?? bracketed ?? '';
    if (found.size === 0) add(spelling, likelySchemes(spelling));
  }
  const [, alone] = whole.exec(text) ?? [];
  if (alone !== undefined) add(alone, likelySchemes(alone));
  return [...found.values()].sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1));
}

/** The classes by each reading that makes sense; a reading that says the same as an earlier one adds nothing. */
function meaningsOf(spelling: string, readings: readonly Scheme[]): readonly (readonly SectorCode[])[] {
  const seen = new Set<string>();
  return readings.flatMap((scheme) => {
    const code = parseCode(scheme, spelling);
    const covered = code === undefined ? [] : toSectorCodes({ scheme, code });
    if (covered.length === 0 || seen.has(covered.join())) return [];
    seen.add(covered.join());
    return [covered];
  });
}
