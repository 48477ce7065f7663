import type { Language } from '../../shared/domain/language.ts';
import { toSectorCodes } from '../../shared/domain/sectors/correspondence.ts';
import type { DeclaredSector } from '../../shared/domain/sectors/declared-sector.ts';
import { schemeNames } from '../../shared/domain/sectors/schemes.ts';
import {
  divisionOf,
  groupOf,
  type HeadingCode,
  type SectorCode,
  sectionOf,
} from '../../shared/domain/sectors/sector.ts';
import type { SectorNames } from '../../shared/domain/sectors/sector-names.ts';

/** One old class can lead to many new ones; instead of more names than this their common heading is named. */
const maxNames = 3;

interface SectorListProps {
  readonly sectors: readonly DeclaredSector[];
  readonly names: SectorNames;
  readonly language: Language;
}

/** Declared sectors by the official names of their NACE Rev. 2.1 classes, each with the code as it was declared. */
export function SectorList({ sectors, names, language }: SectorListProps) {
  return (
    <ul class="plain-list">
      {sectors.map((sector) => (
        <li key={`${sector.scheme} ${sector.code}`}>
          {namesOf(sector, names, language)}{' '}
          <span class="code">
            {schemeNames[sector.scheme]} {sector.code}
          </span>
        </li>
      ))}
    </ul>
  );
}

function namesOf(sector: DeclaredSector, names: SectorNames, language: Language): string {
  const codes = toSectorCodes(sector);
  const shown = codes.length > maxNames ? [commonHeading(codes)].filter((code) => code !== undefined) : codes;
  return shown.map((code) => names.nameOf(code, language)).join('; ');
}

/** The narrowest heading that all classes lie in; undefined when they share none. */
function commonHeading([first, ...others]: readonly SectorCode[]): HeadingCode | undefined {
  if (first === undefined) return undefined;
  const shared = [groupOf, divisionOf, sectionOf].find((heading) =>
    others.every((code) => heading(code) === heading(first)),
  );
  return shared?.(first);
}
