import { hashOf } from '../hash.ts';
import type { Language } from '../language.ts';
import { openArrays, packArrays } from '../packed-arrays.ts';
import type { LexiconRow } from './lexicon.ts';
import type { Vocabulary } from './vocabulary.ts';
import { tellingWords } from './words.ts';

type Translated = Exclude<Language, 'en'>;

/** What words mean, whatever their language: Spanish and Polish stems by the English stem that they are called. */
export interface Meanings {
  /** `Concept.key` of a stem of a vocabulary; undefined for one that has no English counterpart. */
  keyOf(language: Language, stem: string, number: number): number | undefined;
}

/** How often the best counterpart must be meant: below, the dictionary does not know. */
const leastShare = 0.2;
const rounds = 6;

/**
 * Learns from the rows of the lexicon which English stem each Spanish and Polish stem stands for: words that are in
 * the same row again and again translate each other (IBM Model 1, Brown et al., 1993).
 */
export function compileMeanings(
  rows: readonly LexiconRow[],
  vocabularies: Readonly<Record<Translated, Vocabulary>>,
): Uint8Array<ArrayBuffer> {
  const keysOf = (language: Translated) => {
    const counterpart = counterpartsOf(pairsOf(rows, language));
    return Uint32Array.from(vocabularies[language].stems, (stem) => hashOf(counterpart.get(stem) ?? ''));
  };
  return packArrays(null, { es: keysOf('es'), pl: keysOf('pl') });
}

/** Opens what `compileMeanings` made. RangeError: it is something else, or cut off. */
export function openMeanings(bytes: Uint8Array): Meanings {
  const packed = openArrays<null>(bytes);
  const keys = { es: packed.view('es', 'u32'), pl: packed.view('pl', 'u32') };
  return {
    keyOf: (language, stem, number) =>
      language === 'en' ? hashOf(stem) : keys[language][number] || undefined,
  };
}

type Pair = readonly [from: readonly string[], to: readonly string[]];

function pairsOf(rows: readonly LexiconRow[], language: Translated): readonly Pair[] {
  const stemsOf = (text: string, of: Language) => tellingWords(text, of).map(({ stem }) => stem);
  return rows.flatMap(({ terms }) => {
    const english = terms.en.map((term) => stemsOf(term, 'en'));
    return terms[language]
      .map((term) => stemsOf(term, language))
      .flatMap((from) => english.map((to): Pair => [from, to]));
  });
}

/** How often each word that may translate another does so, as one array with a place for each two that ever met. */
interface Meetings {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** For each place the two words, as positions in `from` and `to`. */
  readonly places: readonly (readonly [from: number, to: number])[];
  /** For each word of the second side of a pair: the places where it meets the words of the first. */
  readonly groups: readonly (readonly number[])[];
}

function counterpartsOf(pairs: readonly Pair[]): ReadonlyMap<string, string> {
  const meetings = meetingsIn(pairs);
  let shares = new Float64Array(meetings.places.length).fill(1);
  for (let round = 0; round < rounds; round += 1) shares = refined(shares, meetings);
  const best = new Map<number, number>();
  for (const [place, [from]] of meetings.places.entries()) {
    const held = best.get(from);
    if (held === undefined || (shares[place] ?? 0) > (shares[held] ?? 0)) best.set(from, place);
  }
  return new Map(
    [...best]
      .filter(([, place]) => (shares[place] ?? 0) >= leastShare)
      .map(([from, place]) => [
        meetings.from[from] ?? '',
        meetings.to[meetings.places[place]?.[1] ?? 0] ?? '',
      ]),
  );
}

/** One round of expectation and maximisation. */
function refined(shares: Float64Array, { places, groups, from }: Meetings): Float64Array<ArrayBuffer> {
  const counts = new Float64Array(shares.length);
  for (const group of groups) {
    let total = 0;
    for (const place of group) total += shares[place] ?? 0;
    for (const place of group) counts[place] = (counts[place] ?? 0) + (shares[place] ?? 0) / total;
  }
  const totals = new Float64Array(from.length);
  for (const [place, [word]] of places.entries()) totals[word] = (totals[word] ?? 0) + (counts[place] ?? 0);
  return counts.map((count, place) => count / (totals[places[place]?.[0] ?? 0] ?? 1));
}

function meetingsIn(pairs: readonly Pair[]): Meetings {
  const from = new Numbering();
  const to = new Numbering();
  const places: [number, number][] = [];
  const placeOf = new Map<number, number>();
  const meet = (a: number, b: number) => {
    const key = a * 2 ** 20 + b;
    const known = placeOf.get(key) ?? places.push([a, b]) - 1;
    placeOf.set(key, known);
    return known;
  };
  const groups = pairs.flatMap(([froms, tos]) => {
    const numbers = froms.map((word) => from.of(word));
    return tos.map((word) => numbers.map((number) => meet(number, to.of(word))));
  });
  return { from: from.words, to: to.words, places, groups };
}

/** Numbers words as they come, from 0; fewer than a million. */
class Numbering {
  readonly words: string[] = [];
  private readonly numbers = new Map<string, number>();

  of(word: string): number {
    const number = this.numbers.get(word) ?? this.words.push(word) - 1;
    this.numbers.set(word, number);
    return number;
  }
}
