import { type Language, languages } from '../language.ts';
import { activityFactors } from './activities.ts';
import { codesIn } from './code-in-text.ts';
import { chanceOf } from './confidence.ts';
import { detectLanguage } from './detect-language.ts';
import { type KnownWord, knownWords, likenessFor, scoreClasses, worthFor } from './score-classes.ts';
import { type SectorCode, sectorCodes } from './sector.ts';
import type { SectorModel } from './sector-model.ts';
import type { Vocabulary } from './vocabulary.ts';
import { fold, tellingWords, type Word, writtenWords } from './words.ts';

export interface SectorSuggestion {
  readonly code: SectorCode;
  /** 0 to 1: about how likely the class is right. Comparable between texts; four decimals. */
  readonly score: number;
  /** What of the text speaks for the class, as it was written, the most telling first; at most three. */
  readonly terms: readonly string[];
}

export interface SuggestionOptions {
  /** The language of the text; detected when absent. Words of the other languages count too, for less. */
  readonly language?: Language | undefined;
  /** How many suggestions to give at most, 0 or more. */
  readonly limit: number;
}

/** What a word counts that only another language than that of the text knows. */
const otherLanguageShare = 0.6;
const maxTerms = 3;
/** A word that says so much less for a class than the most telling one is not named beside it. */
const leastOfBest = 0.4;
/** Only the beginning of a very long text is read: what a firm seeks is said by then. */
export const maxTextLength = 20_000;
const maxWords = 200;

/**
 * The classes that a text speaks of, best first; equal ones by code. Codes in the text (`28.30`, `PKD 28.30.Z`,
 * `C2821`) come before words. Any text is allowed, also an empty one, for which nothing is suggested.
 */
export function suggestSectors(
  model: SectorModel,
  given: string,
  { language, limit }: SuggestionOptions,
): readonly SectorSuggestion[] {
  const text = given.slice(0, maxTextLength);
  const coded = codesIn(text).map(({ code, score, written }) => ({
    code,
    score: rounded(score),
    terms: [written],
  }));
  const spoken = spokenSectors(model, text, language ?? detectLanguage(model, text), limit);
  const surest = coded[0]?.score ?? 0;
  const others = spoken
    .filter(({ code }) => coded.every((sector) => sector.code !== code))
    // Whoever gives a code says what is meant; words beside it must not outdo it.
    .map((sector) => ({ ...sector, score: rounded(sector.score * (1 - surest)) }));
  return [...coded, ...others]
    .sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1))
    .slice(0, limit);
}

/** A language's vocabulary and what it knows of the words of a text. */
interface Told {
  readonly vocabulary: Vocabulary;
  readonly words: readonly KnownWord[];
  readonly share: number;
}

function spokenSectors(
  model: SectorModel,
  text: string,
  language: Language,
  limit: number,
): SectorSuggestion[] {
  const words = tellingWords(text, language).slice(0, maxWords);
  const told = toldBy(model, words, language);
  const scores = new Float32Array(sectorCodes().length);
  for (const { vocabulary, words: known, share } of told) {
    for (const [sector, score] of scoreClasses(vocabulary, known).entries()) {
      scores[sector] = (scores[sector] ?? 0) + share * score;
    }
  }
  const factors = activityFactors(writtenWords(text).slice(0, maxWords).map(fold));
  const all = scores.map((score, sector) => score * (factors[sector] ?? 1));
  const best = [...all.keys()]
    .filter((sector) => (all[sector] ?? 0) > 0)
    .sort((a, b) => (all[b] ?? 0) - (all[a] ?? 0) || a - b)
    .slice(0, Math.max(limit, 10));
  const ranked = best.map((sector) => all[sector] ?? 0);
  const chances = ranked.map((_, rank) => rounded(chanceOf(ranked, rank, words.length)));
  return best.slice(0, limit).map((sector, rank) => ({
    code: sectorCodes()[sector] as SectorCode,
    score: rounded((chances[rank] ?? 0) * likenessOf(told, sector)),
    terms: termsFor(told, sector),
  }));
}

/** The words in the language of the text, and those that it does not know in the others. */
function toldBy(model: SectorModel, words: readonly Word[], language: Language): readonly Told[] {
  const own = model.vocabulary(language);
  const unknown = words.filter(({ stem }) => own?.numberOf(stem) === undefined);
  const others = languages
    .filter((other) => other !== language)
    .flatMap((other): Told[] => {
      const vocabulary = model.vocabulary(other);
      if (vocabulary === undefined || unknown.length === 0) return [];
      const known = tellingWords(unknown.map(({ written }) => written).join(' '), other).filter(
        ({ stem }) => vocabulary.numberOf(stem) !== undefined,
      );
      return [{ vocabulary, words: knownWords(vocabulary, known), share: otherLanguageShare }];
    });
  return own === undefined
    ? others
    : [{ vocabulary: own, words: knownWords(own, words), share: 1 }, ...others];
}

/** A class that only look-alikes speak for is no better than they are. */
function likenessOf(told: readonly Told[], sector: number): number {
  return Math.max(0, ...told.map(({ vocabulary, words }) => likenessFor(vocabulary, words, sector)));
}

function termsFor(told: readonly Told[], sector: number): readonly string[] {
  const worths = new Map<string, number>();
  for (const { vocabulary, words, share } of told) {
    for (const word of words) {
      const worth = share * worthFor(vocabulary, word, sector);
      worths.set(word.word.written, Math.max(worth, worths.get(word.word.written) ?? 0));
    }
  }
  const terms = [...worths].sort((a, b) => b[1] - a[1]).slice(0, maxTerms);
  const least = leastOfBest * (terms[0]?.[1] ?? 0);
  return terms.filter(([, worth]) => worth > 0 && worth >= least).map(([written]) => written);
}

function rounded(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}
