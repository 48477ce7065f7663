import type { Intent } from '../intent.ts';
import type { InterestForm } from '../interest.ts';
import type { Country } from '../region.ts';
import type { Concept, Reading, SpokenSector, TextReader } from '../sectors/reading.ts';
import { type WeightedSector, weightedSectors } from './member-facts.ts';

/** What of an interest decides its matches. */
export interface Wish {
  readonly country: Country;
  readonly intent: Intent;
  readonly targetRegion?: string | undefined;
  /** The surest first; empty when nothing was declared and nothing could be read. */
  readonly sought: readonly WeightedSector[];
  /** What the description speaks of, whether or not anything was declared. */
  readonly spoken: readonly SpokenSector[];
  readonly concepts: readonly Concept[];
  readonly certificates: readonly string[];
  /** Of these certificates a member must hold every one. */
  readonly requiredCertificates: readonly string[];
  readonly languages: readonly string[];
  /** What the submitter does itself, for members that state what they seek. */
  readonly offers: readonly WeightedSector[];
}

/** More classes than this are not looked for: what is read after them is hardly meant. */
const maxSought = 8;

/** What of a form is read. */
type WishForm = Pick<InterestForm, 'company' | 'intent' | 'language' | 'sought' | 'targetRegion'>;

/** What a form wishes for: its declared sectors, or those that can be read from its description when it names none. */
export function wishOf(
  { company, intent, language, sought, targetRegion }: WishForm,
  read: TextReader,
): Wish {
  const { sectors: spoken, concepts }: Reading = read(sought.description, language);
  const declared = weightedSectors(sought.sectors ?? [], []);
  const meant = spoken.filter(({ code }) => declared.some((sector) => sector.code === code));
  return {
    country: company.country,
    intent,
    targetRegion,
    // A broad code says little of each class it covers; the words of the description tell which of them is meant.
    sought: weightedSectors(sought.sectors ?? [], declared.length > 0 ? meant : spoken).slice(0, maxSought),
    spoken,
    concepts,
    certificates: sought.certificates ?? [],
    requiredCertificates: sought.requiredCertificates ?? [],
    languages: sought.languages ?? [],
    offers: weightedSectors(company.sectors ?? [], []),
  };
}
