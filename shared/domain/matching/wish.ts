import type { InterestForm } from '../interest.ts';
import type { Language } from '../language.ts';
import { toSectorCodes } from '../sectors/correspondence.ts';
import type { SectorCode } from '../sectors/sector.ts';
import type { Wish } from './match.ts';

/** Sectors for a text, best first. */
export type SectorReader = (text: string, language: Language) => readonly SectorCode[];

/** What a form wishes for: its declared sectors, or those that can be read from its description when it names none. */
export function wishOf(form: InterestForm, readSectors: SectorReader): Wish {
  const declared = (form.sought.sectors ?? []).flatMap((sector) => toSectorCodes(sector));
  const named = declared.length > 0;
  return {
    country: form.company.country,
    intent: form.intent,
    targetRegion: form.targetRegion,
    sought: named ? [...new Set(declared)] : readSectors(form.sought.description, form.language),
    soughtFrom: named ? 'form' : 'text',
  };
}
