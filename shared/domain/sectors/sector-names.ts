import type { Language } from '../language.ts';
import type { HeadingCode, SectorCode } from './sector.ts';

/** The official names of NACE Rev. 2.1. */
export interface SectorNames {
  /** The name of a class, group, division or section, in sentence case and without its code. */
  nameOf(code: HeadingCode, language: Language): string;
  /** All 651 classes, ascending. */
  classes(): readonly SectorCode[];
}
