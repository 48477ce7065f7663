import type { Language } from '../language.ts';
import { openArrays } from '../packed-arrays.ts';
import { type VocabularyFacts, weightSteps } from './compile-vocabulary.ts';
import { type LookAlike, lookAlikes } from './look-alikes.ts';
import { sectorCodes } from './sector.ts';

/** How soon more terms with the same stem in the same class add nothing. */
const saturation = 1;

/** For each stem a stretch of two arrays. */
interface Postings<Values> {
  readonly offsets: Uint32Array;
  readonly targets: Uint16Array | Uint32Array;
  readonly values: Values;
}

/** The terms of one language, ready to be looked up. Stems, terms and sectors are numbers, from 0. */
export interface Vocabulary {
  readonly language: Language;
  readonly stems: readonly string[];
  numberOf(stem: string): number | undefined;
  /** Stems that are written much like this one, itself first when it is there, with how much, above 0 to 1. */
  like(stem: string): readonly LookAlike[];
  /** By stem: how much it tells, the more the fewer classes use it. */
  readonly rarity: Float32Array;
  /** By stem: the classes that use it, and how much they do, above 0 to below 1. */
  readonly sectors: Postings<Float32Array>;
  /** By stem: the terms it occurs in. */
  readonly terms: Postings<undefined>;
  readonly termSectors: Uint16Array;
  readonly termWeights: Float32Array;
  /** By term: the rarities of its stems together. */
  readonly termRarity: Float32Array;
}

/** Opens what `compileVocabulary` made. RangeError: it is something else, or cut off. */
export function openVocabulary(bytes: Uint8Array): Vocabulary {
  const packed = openArrays<VocabularyFacts>(bytes);
  const stems = packed.facts.stems.split(' ');
  const numbers = new Map(stems.map((stem, number) => [stem, number]));
  const termCounts = packed.view('termCounts', 'u16');
  const stemCounts = packed.view('stemCounts', 'u8');
  const termStems = packed.view('stems', 'u16');
  const termWeights = Float32Array.from(packed.view('weights', 'u8'), (steps) => steps / weightSteps);
  const termSectors = new Uint16Array(stemCounts.length);
  let term = 0;
  for (const [sector, count] of termCounts.entries()) {
    termSectors.fill(sector, term, term + count);
    term += count;
  }
  const terms = termsByStem(stems.length, stemCounts, termStems);
  const sectors = sectorsByStem(terms, { stemCounts, termSectors, termWeights });
  const rarity = rarityOf(sectors.offsets);
  let alike: ((stem: string) => readonly LookAlike[]) | undefined;
  return {
    language: packed.facts.language,
    stems,
    numberOf: (stem) => numbers.get(stem),
    like: (stem) => {
      alike ??= lookAlikes(stems);
      return alike(stem);
    },
    rarity,
    sectors,
    terms,
    termSectors,
    termWeights,
    termRarity: termRarities(rarity, stemCounts, termStems),
  };
}

function termsByStem(stemCount: number, stemCounts: Uint8Array, termStems: Uint16Array): Postings<undefined> {
  const offsets = new Uint32Array(stemCount + 1);
  for (const stem of termStems) offsets[stem + 1] = (offsets[stem + 1] ?? 0) + 1;
  for (let stem = 0; stem < stemCount; stem += 1)
    offsets[stem + 1] = (offsets[stem + 1] ?? 0) + (offsets[stem] ?? 0);
  const next = offsets.slice();
  const targets = new Uint32Array(termStems.length);
  let at = 0;
  for (const [term, count] of stemCounts.entries()) {
    for (const end = at + count; at < end; at += 1) {
      const stem = termStems[at] ?? 0;
      const place = next[stem] ?? 0;
      targets[place] = term;
      next[stem] = place + 1;
    }
  }
  return { offsets, targets, values: undefined };
}

interface Terms {
  readonly stemCounts: Uint8Array;
  readonly termSectors: Uint16Array;
  readonly termWeights: Float32Array;
}

/** A stem counts the more for a class, the more terms of it have it and the shorter they are. */
function sectorsByStem(terms: Postings<undefined>, { stemCounts, termSectors, termWeights }: Terms) {
  const stemCount = terms.offsets.length - 1;
  const offsets = new Uint32Array(stemCount + 1);
  const targets = new Uint16Array(terms.targets.length);
  const values = new Float32Array(terms.targets.length);
  let place = 0;
  for (let stem = 0; stem < stemCount; stem += 1) {
    // Terms lie by class, so those of a class follow each other.
    for (let at = terms.offsets[stem] ?? 0; at < (terms.offsets[stem + 1] ?? 0); at += 1) {
      const term = terms.targets[at] ?? 0;
      const sector = termSectors[term] ?? 0;
      if (place === (offsets[stem] ?? 0) || targets[place - 1] !== sector) {
        targets[place] = sector;
        place += 1;
      }
      values[place - 1] =
        (values[place - 1] ?? 0) + (termWeights[term] ?? 0) / Math.sqrt(stemCounts[term] ?? 1);
    }
    offsets[stem + 1] = place;
  }
  return {
    offsets,
    targets: targets.slice(0, place),
    values: values.slice(0, place).map((sum) => sum / (sum + saturation)),
  };
}

/** Inverse document frequency over the classes. */
function rarityOf(offsets: Uint32Array): Float32Array {
  const classes = sectorCodes().length;
  return Float32Array.from({ length: offsets.length - 1 }, (_, stem) =>
    Math.log(1 + classes / ((offsets[stem + 1] ?? 0) - (offsets[stem] ?? 0))),
  );
}

function termRarities(rarity: Float32Array, stemCounts: Uint8Array, termStems: Uint16Array): Float32Array {
  let at = 0;
  return Float32Array.from(stemCounts, (count) => {
    let sum = 0;
    for (const end = at + count; at < end; at += 1) sum += rarity[termStems[at] ?? 0] ?? 0;
    return sum;
  });
}
