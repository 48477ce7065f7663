import type { Language } from '../language.ts';
import type { SectorCode } from './sector.ts';

/** A class that a text speaks of. */
export interface SpokenSector {
  readonly code: SectorCode;
  /** 0 to 1: about how likely the class is right. Comparable between texts. */
  readonly score: number;
  /** The words of the text that speak for the class, as they were written, the most telling first; at most three. */
  readonly words: readonly string[];
}

/** A word of a text by what it means. */
export interface Concept {
  /** Unsigned 32-bit number. Words of one meaning have the same, in whichever language and form they are written. */
  readonly key: number;
  /** Above 0: how much the word tells, by its rarity. */
  readonly weight: number;
  /** The word as it was written. */
  readonly word: string;
}

/** What was understood of a text. Nothing of an empty one. */
export interface Reading {
  readonly language: Language;
  /** Best first. */
  readonly sectors: readonly SpokenSector[];
  /** Each meaning once, in the order of the text. */
  readonly concepts: readonly Concept[];
}

/** Reads a text. The language is detected when it is not given. Never throws, whatever the text. */
export interface TextReader {
  (text: string, language?: Language): Reading;
  /** Of what it reads with. Only readings of one version can be compared. */
  readonly version: string;
}
