import type { ClusterId, MemberId } from '../ids.ts';
import type { Intent } from '../intent.ts';
import type { Language } from '../language.ts';
import type { Member } from '../member.ts';
import type { Country } from '../region.ts';
import { toSectorCodes } from '../sectors/correspondence.ts';
import type { DeclaredSector } from '../sectors/declared-sector.ts';
import type { Reading, SpokenSector } from '../sectors/reading.ts';
import type { SectorCode } from '../sectors/sector.ts';
import { weights } from './weights.ts';

/** What a match says of a member, and what its reasons are made of. No contact data: the index of members holds none. */
export interface MemberFacts {
  readonly id: MemberId;
  readonly name: string;
  readonly language: Language;
  readonly clusters: readonly ClusterId[];
  readonly region?: string | undefined;
  readonly declared: readonly DeclaredSector[];
  /** What its description speaks of. */
  readonly spoken: readonly SpokenSector[];
  /** The words of its description, by what they mean (`Concept.key`). */
  readonly words: readonly (readonly [key: number, word: string])[];
  readonly certificates: readonly string[];
  readonly languages: readonly string[];
  readonly welcomes?: readonly Intent[] | undefined;
}

/** A class that a firm offers or seeks, and how sure that is, above 0 to 1. */
export interface WeightedSector {
  readonly code: SectorCode;
  readonly weight: number;
  readonly from: 'declared' | 'text';
}

export function factsOf(member: Member, { sectors, concepts }: Reading): MemberFacts {
  const { company, offers } = member;
  return {
    id: member.id,
    name: company.name,
    language: member.language,
    clusters: member.clusters,
    region: company.region,
    declared: offers.sectors ?? [],
    spoken: sectors,
    words: concepts.map(({ key, word }) => [key, word]),
    certificates: offers.certificates ?? [],
    languages: offers.languages ?? [],
    welcomes: member.welcomes,
  };
}

/** May members of this country be found for it at all: it is theirs, and a consent is on record. */
export function canBeFound(member: Member, country: Country): boolean {
  return member.company.country === country && member.consent?.contactByEmail === true;
}

/** Each class once, with the strongest that speaks for it: a code that was declared, or the reading of a text. */
export function weightedSectors(
  declared: readonly DeclaredSector[],
  spoken: readonly SpokenSector[],
): readonly WeightedSector[] {
  const strongest = new Map<SectorCode, WeightedSector>();
  const add = (sector: WeightedSector) => {
    if (sector.weight > (strongest.get(sector.code)?.weight ?? 0)) strongest.set(sector.code, sector);
  };
  for (const sector of declared) {
    const covered = toSectorCodes(sector);
    const weight = certaintyAmong(covered.length);
    for (const code of covered) add({ code, weight, from: 'declared' });
  }
  for (const { code, score } of spoken)
    add({ code, weight: rounded(weights.readFromText * Math.sqrt(score)), from: 'text' });
  return [...strongest.values()].sort((a, b) => b.weight - a.weight || (a.code < b.code ? -1 : 1));
}

/** How much a code says of one class among the `count` that it covers, 0 to 1. */
function certaintyAmong(count: number): number {
  return Math.min(1, weights.narrowCodeClasses / Math.max(1, count));
}

/** Three decimals: more would only be noise of the reckoning. */
function rounded(weight: number): number {
  return Math.round(weight * 1000) / 1000;
}
