import { type Language, languages, type Texts } from '../language.ts';
import { openArrays, packArrays } from '../packed-arrays.ts';
import type { LexiconRow } from './lexicon.ts';
import type { SectorNames } from './sector-names.ts';
import { fold, writtenWords } from './words.ts';

/** Letters a to z, and the edge of a word. */
const alphabet = 27;
const patternCount = alphabet ** 3;
/** Of a pattern that was never seen, in occurrences. */
const smoothing = 0.3;
/** Logarithms are kept in steps of this size, below 0. */
const step = 0.05;

/** How usual three letters in a row are in each language: natural logarithms of their share, by `patternsOf` number. */
export interface LetterPatterns {
  logShare(language: Language, pattern: number): number;
}

/** The numbers of all runs of three letters of a word in lower case without diacritics, its edges included. */
export function patternsOf(plain: string): readonly number[] {
  const letters = [0, ...[...plain].map(letterNumber), 0];
  return letters
    .slice(2)
    .map((letter, at) => ((letters[at] ?? 0) * alphabet + (letters[at + 1] ?? 0)) * alphabet + letter);
}

function letterNumber(letter: string): number {
  const number = letter.charCodeAt(0) - 96;
  return number >= 1 && number < alphabet ? number : 0;
}

/** Counts the patterns in all terms and official names of each language. */
export function compileLetterPatterns(
  rows: readonly LexiconRow[],
  names: SectorNames,
): Uint8Array<ArrayBuffer> {
  const tables = languages.map((language) => {
    const counts = new Float64Array(patternCount).fill(smoothing);
    for (const word of wordsOf(language, rows, names)) {
      for (const pattern of patternsOf(word)) counts[pattern] = (counts[pattern] ?? 0) + 1;
    }
    const total = counts.reduce((sum, count) => sum + count, 0);
    return [
      language,
      Uint8Array.from(counts, (count) => Math.min(255, -Math.log(count / total) / step)),
    ] as const;
  });
  return packArrays(null, Object.fromEntries(tables));
}

/** Each word of a language once: how often a trade is named says nothing of the language. */
function wordsOf(language: Language, rows: readonly LexiconRow[], names: SectorNames): ReadonlySet<string> {
  const texts = [
    ...rows.flatMap(({ terms }) => terms[language]),
    ...names.classes().map((code) => names.nameOf(code, language)),
  ];
  return new Set(texts.flatMap(writtenWords).map(fold));
}

/** Opens what `compileLetterPatterns` made. RangeError: it is something else, or cut off. */
export function openLetterPatterns(bytes: Uint8Array): LetterPatterns {
  const packed = openArrays<null>(bytes);
  const tables: Texts<Uint8Array> = {
    es: packed.view('es', 'u8'),
    pl: packed.view('pl', 'u8'),
    en: packed.view('en', 'u8'),
  };
  return { logShare: (language, pattern) => -step * (tables[language][pattern] ?? 255) };
}
