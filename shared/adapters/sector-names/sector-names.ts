import type { Language } from '../../domain/language.ts';
import { sectorCodes } from '../../domain/sectors/sector.ts';
import type { SectorNames } from '../../domain/sectors/sector-names.ts';
import table from './names.generated.json' with { type: 'json' };

const namesIn: Readonly<Record<Language, Readonly<Record<string, string>>>> = table;

/** The official names as `build.ts` reduced them. A heading without a name is a fault of the build: RangeError. */
export const sectorNames: SectorNames = {
  nameOf(code, language) {
    const name = namesIn[language][code];
    if (name === undefined) throw new RangeError(`no heading ${code}`);
    return name;
  },
  classes: sectorCodes,
};
