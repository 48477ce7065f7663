import type * as z from 'zod';
import type { Scheme } from './schemes.ts';
import { codesOf } from './tables.ts';

/** A sector: one of the 651 classes of NACE Rev. 2.1, spelled `dd.dd`; what a client sends becomes one by `sectorCodeSchema`. */
export type SectorCode = string & z.core.$brand<'SectorCode'>;

let all: readonly SectorCode[] | undefined;

/** All 651 sectors, ascending. */
export function sectorCodes(): readonly SectorCode[] {
  all ??= [...codesOf('nace21')] as readonly string[] as readonly SectorCode[];
  return all;
}

/** `28.3`, `28` and `C`: what a class of NACE Rev. 2.1 lies in. */
export type GroupCode = string & z.core.$brand<'GroupCode'>;
export type DivisionCode = string & z.core.$brand<'DivisionCode'>;
export type SectionCode = string & z.core.$brand<'SectionCode'>;
/** Anything in NACE Rev. 2.1 that has a name. */
export type HeadingCode = SectorCode | GroupCode | DivisionCode | SectionCode;

export function groupOf(sector: SectorCode): GroupCode {
  return sector.slice(0, 4) as GroupCode;
}

export function divisionOf(sector: SectorCode): DivisionCode {
  return sector.slice(0, 2) as DivisionCode;
}

/** Each section with its last division. */
const sections =
  'A03 B09 C33 D35 E39 F43 G47 H53 I56 J60 K63 L66 M68 N75 O82 P84 Q85 R88 S93 T96 U98 V99'.split(' ');

export function sectionOf(sector: SectorCode): SectionCode {
  const division = divisionOf(sector);
  const section = sections.find((entry) => division <= entry.slice(1)) ?? '';
  return section.slice(0, 1) as SectionCode;
}

/** From the nearest to the farthest that two sectors can be. */
export const sharedLevels = ['class', 'group', 'division', 'section', 'none'] as const;
export type SharedLevel = (typeof sharedLevels)[number];

/** The narrowest heading that holds both sectors; `class` when they are the same, `none` when nothing holds both. */
export function sharedLevel(a: SectorCode, b: SectorCode): SharedLevel {
  if (a === b) return 'class';
  if (groupOf(a) === groupOf(b)) return 'group';
  if (divisionOf(a) === divisionOf(b)) return 'division';
  return sectionOf(a) === sectionOf(b) ? 'section' : 'none';
}

/** An optional section letter, four digits and an optional subclass letter, set apart by dots, hyphens, blanks or nothing. */
const spelling = /^(?:[a-v][ .-]?)?(\d\d)[ .-]?(\d)[ .-]?(\d)(?:[ .-]?([a-z]))?$/i;

/**
 * The code of `scheme` that `text` spells, in the scheme's own spelling (`2822`, `28.30`, `28.30.Z`); undefined when
 * the scheme has no such code. The section letter says nothing that the digits do not, and it differs between
 * revisions, so any is accepted. A PKD class that is divided is no code without its letter; a NACE code may carry
 * the letter of the PKD of its revision.
 */
export function parseCode(scheme: Scheme, text: string): string | undefined {
  const [whole, division, group, last, letter] = spelling.exec(text.normalize('NFKC').trim()) ?? [];
  if (whole === undefined) return undefined;
  const digits = `${division}.${group}${last}`;
  if (scheme === 'ciiu4') return letter === undefined ? ifKnown(scheme, digits.replace('.', '')) : undefined;
  const subclass = `${digits}.${letter?.toUpperCase() ?? 'Z'}`;
  if (scheme === 'pkd2007' || scheme === 'pkd2025') return ifKnown(scheme, subclass);
  const national = scheme === 'nace2' ? 'pkd2007' : 'pkd2025';
  return letter === undefined || codesOf(national).has(subclass) ? ifKnown(scheme, digits) : undefined;
}

function ifKnown(scheme: Scheme, code: string): string | undefined {
  return codesOf(scheme).has(code) ? code : undefined;
}
