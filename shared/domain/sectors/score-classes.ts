import { sectorCodes } from './sector.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Word } from './words.ts';

/** How much less each further word of a text counts: what a thing is comes before what it is for. */
const decay = 0.08;
/** What a word counts that says what a thing is for and not what it is. */
const asideShare = 0.7;
/** What the best single term adds to the words taken one by one. */
const termShare = 0.8;

/** A word that the vocabulary knows, or knows others like. */
export interface KnownWord {
  readonly word: Word;
  /** Stems of the vocabulary, and how much each counts for this word, above 0 to 1. */
  readonly stems: readonly {
    readonly number: number;
    /** How much the word looks like the stem, above 0 to 1. */
    readonly likeness: number;
    readonly strength: number;
  }[];
}

/** The words of a text as a vocabulary sees them: each once, those it knows nothing like left out. */
export function knownWords(vocabulary: Vocabulary, words: readonly Word[]): readonly KnownWord[] {
  const distinct = [...new Map(words.toReversed().map((word) => [word.stem, word])).values()].toReversed();
  return distinct.flatMap((word, position) => {
    const place = (word.aside ? asideShare : 1) / (1 + decay * position);
    const stems = vocabulary
      .like(word.stem)
      .map(({ number, likeness }) => ({ number, likeness, strength: likeness * place }));
    return stems.length === 0 ? [] : [{ word, stems }];
  });
}

/** How well each class goes with the words, 0 or more, by position in `sectorCodes()`. */
export function scoreClasses(vocabulary: Vocabulary, words: readonly KnownWord[]): Float32Array {
  const scores = bestTerms(vocabulary, words).map((score) => termShare * score);
  const best = new Float32Array(scores.length);
  for (const { stems } of words) {
    best.fill(0);
    for (const { number, strength } of stems) {
      const worth = strength * (vocabulary.rarity[number] ?? 0);
      const { offsets, targets, values } = vocabulary.sectors;
      for (let at = offsets[number] ?? 0; at < (offsets[number + 1] ?? 0); at += 1) {
        const sector = targets[at] ?? 0;
        const told = worth * (values[at] ?? 0);
        if (told > (best[sector] ?? 0)) best[sector] = told;
      }
    }
    for (let sector = 0; sector < scores.length; sector += 1) {
      scores[sector] = (scores[sector] ?? 0) + (best[sector] ?? 0);
    }
  }
  return scores;
}

/** What a word says for a class, 0 or more: the same figure that `scoreClasses` adds up. */
export function worthFor(vocabulary: Vocabulary, { stems }: KnownWord, sector: number): number {
  const { offsets, targets, values } = vocabulary.sectors;
  let best = 0;
  for (const { number, strength } of stems) {
    for (let at = offsets[number] ?? 0; at < (offsets[number + 1] ?? 0); at += 1) {
      if (targets[at] !== sector) continue;
      best = Math.max(best, strength * (vocabulary.rarity[number] ?? 0) * (values[at] ?? 0));
    }
  }
  return best;
}

/** How much the word that looks most like a word of the class looks like it, 0 (none does) to 1. */
export function likenessFor(vocabulary: Vocabulary, words: readonly KnownWord[], sector: number): number {
  const { offsets, targets } = vocabulary.sectors;
  let best = 0;
  for (const { number, likeness } of words.flatMap(({ stems }) => stems)) {
    if (likeness <= best) continue;
    const row = targets.subarray(offsets[number], offsets[number + 1]);
    if (row.includes(sector)) best = likeness;
  }
  return best;
}

/** For each class its best single term: what of it is in the text, and how much of the term that is. */
function bestTerms(vocabulary: Vocabulary, words: readonly KnownWord[]): Float32Array {
  const strengths = new Map<number, number>();
  for (const { number, strength } of words.flatMap(({ stems }) => stems)) {
    if (strength > (strengths.get(number) ?? 0)) strengths.set(number, strength);
  }
  const found = new Map<number, number>();
  for (const [number, strength] of strengths) {
    const told = strength * (vocabulary.rarity[number] ?? 0);
    const { offsets, targets } = vocabulary.terms;
    for (let at = offsets[number] ?? 0; at < (offsets[number + 1] ?? 0); at += 1) {
      const term = targets[at] ?? 0;
      found.set(term, (found.get(term) ?? 0) + told);
    }
  }
  const best = new Float32Array(sectorCodes().length);
  for (const [term, told] of found) {
    const share = told / (vocabulary.termRarity[term] ?? 1);
    const score = told * share * (vocabulary.termWeights[term] ?? 0);
    const sector = vocabulary.termSectors[term] ?? 0;
    if (score > (best[sector] ?? 0)) best[sector] = score;
  }
  return best;
}
