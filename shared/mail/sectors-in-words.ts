import type { Language } from '../domain/language.ts';
import { toSectorCodes } from '../domain/sectors/correspondence.ts';
import { declaredInWords } from '../domain/sectors/declared-in-words.ts';
import type { DeclaredSector } from '../domain/sectors/declared-sector.ts';
import type { SectorNames } from '../domain/sectors/sector-names.ts';

/**
 * Each declared sector as a line: the names of its NACE Rev. 2.1 classes with their codes, and the code it was
 * declared by where that is another. A code without a counterpart stands for itself.
 */
export function sectorLines(
  sectors: readonly DeclaredSector[],
  language: Language,
  names: SectorNames,
): readonly string[] {
  return sectors.map((declared) => {
    const classes = toSectorCodes(declared)
      .map((code) => `${names.nameOf(code, language)} (NACE\u00a0${code})`)
      .join('; ');
    if (declared.scheme === 'nace21') return classes;
    const origin = declaredInWords(declared);
    return classes === '' ? origin : `${classes} – ${origin}`;
  });
}
