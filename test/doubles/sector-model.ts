import { compileVocabulary } from '../../shared/domain/sectors/compile-vocabulary.ts';
import { compileLetterPatterns } from '../../shared/domain/sectors/letter-patterns.ts';
import { parseLexicon } from '../../shared/domain/sectors/lexicon.ts';
import { compileMeanings } from '../../shared/domain/sectors/meanings.ts';
import { sectorCodes } from '../../shared/domain/sectors/sector.ts';
import { openSectorModel, type SectorModel } from '../../shared/domain/sectors/sector-model.ts';
import type { SectorNames } from '../../shared/domain/sectors/sector-names.ts';
import { openVocabulary } from '../../shared/domain/sectors/vocabulary.ts';

/** Headings that say nothing, so that only the lexicon of a test speaks. */
const namelessSectors: SectorNames = { nameOf: () => '–', classes: sectorCodes };

/** The model of a lexicon that a test writes itself. */
export function modelOfLexicon(text: string): SectorModel {
  const rows = parseLexicon(text);
  const [es, pl, en] = (['es', 'pl', 'en'] as const).map((language) =>
    compileVocabulary(language, rows, namelessSectors),
  ) as [Uint8Array, Uint8Array, Uint8Array];
  const meanings = compileMeanings(rows, { es: openVocabulary(es), pl: openVocabulary(pl) });
  const letterPatterns = compileLetterPatterns(rows, namelessSectors);
  return openSectorModel({
    version: text,
    vocabularies: { es: () => es, pl: () => pl, en: () => en },
    letterPatterns: () => letterPatterns,
    meanings: () => meanings,
  });
}
