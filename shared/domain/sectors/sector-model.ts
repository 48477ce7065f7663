import type { Language, Texts } from '../language.ts';
import { type LetterPatterns, openLetterPatterns } from './letter-patterns.ts';
import { type Meanings, openMeanings } from './meanings.ts';
import { openVocabulary, type Vocabulary } from './vocabulary.ts';

/** The parts of the model as the build packs them. In a browser only the page's own vocabulary need be there. */
export interface PackedModel {
  /** Another one for every other content. */
  readonly version: string;
  readonly vocabularies: Readonly<Partial<Texts<() => Uint8Array>>>;
  readonly letterPatterns: () => Uint8Array;
  readonly meanings?: () => Uint8Array;
}

/** All that is known of sectors and words, for `suggestSectors` and `readText`. */
export interface SectorModel {
  readonly version: string;
  /** Undefined where a language is not loaded. */
  vocabulary(language: Language): Vocabulary | undefined;
  readonly letterPatterns: LetterPatterns;
  readonly meanings: Meanings | undefined;
}

/** The model over its parts; each is opened when it is first asked for, and once. */
export function openSectorModel(packed: PackedModel): SectorModel {
  const opened = new Map<Language, Vocabulary>();
  const letterPatterns = once(() => openLetterPatterns(packed.letterPatterns()));
  const meanings = once(() => packed.meanings && openMeanings(packed.meanings()));
  return {
    version: packed.version,
    vocabulary: (language) => {
      const bytes = packed.vocabularies[language];
      const vocabulary = opened.get(language) ?? (bytes && openVocabulary(bytes()));
      if (vocabulary !== undefined) opened.set(language, vocabulary);
      return vocabulary;
    },
    get letterPatterns() {
      return letterPatterns();
    },
    get meanings() {
      return meanings();
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
