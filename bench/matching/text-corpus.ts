import type { Member } from '../../shared/domain/member.ts';
import type { Reading, TextReader } from '../../shared/domain/sectors/reading.ts';
import { writtenWords } from '../../shared/domain/sectors/words.ts';
import { plainText } from '../sectors/class-texts.ts';
import { mean, seededRandom } from '../statistics.ts';
import { decimals } from '../table.ts';
import { type Constants, exactBm25, overlapWith, type Weighted } from './exact-bm25.ts';
import { anyClass, describedMember, profileMaker, profileTerms, queryTerms } from './profiles.ts';

const queryCount = 2000;
/** Answers to the first so many queries are judged. */
export const judgedQueries = 300;

/** As most libraries have them; and as ours has them, with each meaning once. */
const wordConstants: Constants = { saturation: 1.2, lengthPenalty: 0.75, counted: true };
const meaningConstants: Constants = { saturation: 1.2, lengthPenalty: 0.6, counted: false };

/** A query as it is written, and as it was read. */
export interface Query {
  readonly text: string;
  readonly reading: Reading;
}

/** Made-up profiles, and what to ask of them. */
export interface Corpus {
  readonly language: 'es';
  readonly profiles: readonly string[];
  readonly queries: readonly Query[];
}

export function corpusOf(count: number, read: TextReader): Corpus {
  const random = seededRandom(count);
  const language = 'es';
  const profile = profileMaker({ language, random, draw: anyClass(random) });
  const profiles = Array.from({ length: count }, () => profile(profileTerms).text);
  const queries = Array.from({ length: queryCount }, () => {
    const { text } = profile(queryTerms);
    return { text, reading: read(text, language) };
  });
  return { language, profiles, queries };
}

/** The profiles as members of Peru, in the order in which the index has them. */
export function membersOf({ profiles, language }: Corpus): readonly Member[] {
  return profiles.map((text, number) => describedMember(number, text, { country: 'PE', language }));
}

/** How much answers to the first queries have of the exact ten best, over words and over meanings, as cells. */
export type Judge = (answers: readonly (readonly number[])[]) => readonly [words: string, meanings: string];

export function judgeOf({ profiles, queries }: Corpus, readings: readonly Reading[]): Judge {
  const sample = queries.slice(0, judgedQueries);
  const byWords = exactBm25(profiles.map(wordCounts), wordConstants);
  const words = sample.map(({ text }) => overlapWith(byWords(wordCounts(text))));
  const byMeanings = exactBm25(readings.map(meaningWeights), meaningConstants);
  const meanings = sample.map(({ reading }) => overlapWith(byMeanings(meaningWeights(reading))));
  return (answers) => [overlap(words, answers), overlap(meanings, answers)];
}

type Overlap = ReturnType<typeof overlapWith>;

function overlap(exact: readonly Overlap[], answers: readonly (readonly number[])[]): string {
  const shares = exact.map((shareOf, at) => shareOf(answers[at] ?? []));
  return decimals(mean(shares.filter((share) => share !== undefined)), 3);
}

function wordCounts(text: string): Weighted {
  const counts = new Map<string, number>();
  for (const word of writtenWords(plainText(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function meaningWeights({ concepts }: Reading): Weighted {
  return new Map(concepts.map(({ key, weight }) => [key, weight]));
}
