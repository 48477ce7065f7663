import { readLexicon } from '../../shared/adapters/sector-model/build.ts';
import type { Language } from '../../shared/domain/language.ts';
import type { Member } from '../../shared/domain/member.ts';
import type { Country } from '../../shared/domain/region.ts';
import { divisionOf, type SectorCode, sectorCodes } from '../../shared/domain/sectors/sector.ts';
import { member } from '../../test/builders/directory.ts';
import { memberIdOf } from '../../test/builders/ids.ts';

/** From–to, both included. */
type Span = readonly [least: number, most: number];

/** How many terms a firm writes of itself, and how many somebody asks for. */
export const profileTerms: Span = [8, 25];
export const queryTerms: Span = [5, 12];
const relatedClasses: Span = [1, 3];

/** What a made-up firm does, and how it says so. */
export interface Profile {
  readonly classes: readonly SectorCode[];
  readonly text: string;
}

interface ProfileSource {
  readonly language: Language;
  readonly random: () => number;
  /** Draws the class that comes first, by position in `sectorCodes()`. */
  readonly draw: () => number;
}

/** Makes profiles of so many terms of the lexicon, out of one class and up to two more of its division. */
export function profileMaker({ language, random, draw }: ProfileSource): (terms: Span) => Profile {
  const within = ([least, most]: Span) => least + Math.floor(random() * (most - least + 1));
  const pick = <T>(some: readonly T[]) => some[Math.floor(random() * some.length)] as T;
  const termsOf = new Map(
    [...Map.groupBy(readLexicon(), ({ sector }) => sector)].map(
      ([sector, rows]) => [sector, rows.flatMap(({ terms }) => terms[language])] as const,
    ),
  );
  const related = Map.groupBy(sectorCodes(), divisionOf);
  return (span) => {
    const first = sectorCodes()[draw()] as SectorCode;
    const others = related.get(divisionOf(first)) ?? [];
    const more = Array.from({ length: within(relatedClasses) - 1 }, () => pick(others));
    const classes = [...new Set([first, ...more])];
    const known = classes.flatMap((code) => termsOf.get(code) ?? []);
    const terms = Array.from({ length: within(span) }, () => pick(known));
    return { classes, text: [...new Set(terms)].join(', ') };
  };
}

/** Draws every class as often as any other. */
export function anyClass(random: () => number): () => number {
  return () => Math.floor(random() * sectorCodes().length);
}

/** What a firm says of itself in the mixed directory: a third each. */
const says = ['declared', 'text', 'both'] as const;
/** A text of which nothing can be read. */
const silent = '–';

interface MemberSource {
  readonly country: Country;
  readonly language: Language;
}

/** A member that declares its sectors, describes itself, or does both, by its number. */
export function mixedMember(number: number, { classes, text }: Profile, source: MemberSource): Member {
  const what = says[number % says.length];
  return describedMember(number, what === 'declared' ? silent : text, source, what === 'text' ? [] : classes);
}

/** A member with a description of its own. */
export function describedMember(
  number: number,
  description: string,
  { country, language }: MemberSource,
  classes: readonly SectorCode[] = [],
): Member {
  const sectors = classes.map((code) => ({ scheme: 'nace21' as const, code }));
  return member({
    id: memberIdOf(`m${String(number).padStart(6, '0')}`),
    language,
    company: { name: `Firma ${number}`, country },
    offers: { description, sectors },
    welcomes: undefined,
  });
}
