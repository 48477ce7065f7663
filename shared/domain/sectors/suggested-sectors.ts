import type { SectorReader } from '../matching/wish.ts';
import type { SectorNames } from './sector-names.ts';
import { suggestSectors } from './suggest.ts';

/** Below this a suggestion is a guess, and nobody is written to on a guess. */
const leastScore = 0.35;
const mostSectors = 3;

/** Reads the sectors that a description speaks of, only where the official names leave little doubt. */
export function suggestedSectors(names: SectorNames): SectorReader {
  return (text, language) =>
    suggestSectors(names, text, { language, limit: mostSectors })
      .filter(({ score }) => score >= leastScore)
      .map(({ code }) => code);
}
