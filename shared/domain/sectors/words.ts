import type { Language, Texts } from '../language.ts';
import { functionWords } from './function-words.ts';
import { stemOf } from './stem.ts';

/** Letters that Unicode does not decompose into a base letter and a mark. */
const undecomposed: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe' };

/** Every repetition is bounded, so that no text takes longer than in proportion to its length. */
const markUp = /<[^<>]{0,200}>|https?:\/\/\S{0,300}|[^\s@]{1,64}@\S{1,255}/g;
const wordPattern = /[\p{L}\p{N}]+/gu;
const piecePattern = /[\p{L}\p{N}]+|[,;:.()]/gu;
/** Longer runs of letters are no words of any of the three languages. */
const maxWordLength = 40;

/** One word of a text. */
export interface Word {
  /** As it was written. */
  readonly written: string;
  /** In lower case and without diacritics. */
  readonly plain: string;
  /** What its forms have in common. */
  readonly stem: string;
  /** It says what the thing is for («máquinas para el cuero») and not what it is. */
  readonly aside: boolean;
}

/** A text in lower case and without diacritics, letter for letter where that can be. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Mn}+/gu, '')
    .replace(/[łøđßæœ]/g, (letter) => undecomposed[letter] ?? letter);
}

/** The words of a text as written, without mark-up and addresses; a number is a word. */
export function writtenWords(text: string): string[] {
  return piecesOf(text, wordPattern);
}

/** The same with the marks of punctuation between them. */
function writtenPieces(text: string): string[] {
  return piecesOf(text, piecePattern);
}

function piecesOf(text: string, pattern: RegExp): string[] {
  return (text.normalize('NFC').replace(markUp, ' ').match(pattern) ?? []).map((word) =>
    word.slice(0, maxWordLength),
  );
}

/**
 * What tells of the matter in a text of one language: no function words, no bare numbers, nothing that the text itself
 * excludes («excepto …», “other than …”, „z wyłączeniem …”).
 */
export function tellingWords(text: string, language: Language): Word[] {
  let aside = false;
  return writtenPieces(withoutExclusions(text)).flatMap((written) => {
    const plain = fold(written);
    if (!/[a-z0-9]/.test(plain) || purposes[language] === plain) {
      aside = purposes[language] === plain;
      return [];
    }
    if (plain.length < 2 || !/[a-z]/.test(plain) || functionWords[language].has(plain)) return [];
    return [{ written, plain, stem: stemOf(plain, language), aside }];
  });
}

/** The word after which a purpose is named; it is named until the next mark of punctuation. */
const purposes: Texts = { es: 'para', pl: 'do', en: 'for' };

/** Words that begin an exclusion; it ends with the bracket, the semicolon or the full stop. */
const exclusion =
  /\(\s{0,5}(?:excl|exc|excepto|except|salvo|z wył[aą]czeniem|wył[aą]czaj[aą]c|other than)[^()]{0,1000}\)|(?<!\p{L})(?:excl\.|excluding|except|other than|excepto|salvo|con exclusi[oó]n de|distint[oa]s? de|que no sean?|z wył[aą]czeniem|wył[aą]czaj[aą]c|inne ni[zż]|innych ni[zż])(?!\p{L})[^;.()]{0,1000}/giu;

function withoutExclusions(text: string): string {
  const rest = text.replace(exclusion, ' ');
  // A text that is nothing but an exclusion is taken as it stands.
  return /\p{L}{3}/u.test(rest) ? rest : text;
}
