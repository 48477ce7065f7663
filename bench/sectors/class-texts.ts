import { readLexicon } from '../../shared/adapters/sector-model/build.ts';
import type { Language } from '../../shared/domain/language.ts';
import type { LexiconRow } from '../../shared/domain/sectors/lexicon.ts';
import { sectorCodes } from '../../shared/domain/sectors/sector.ts';
import type { SectorNames } from '../../shared/domain/sectors/sector-names.ts';
import { fold, tellingWords } from '../../shared/domain/sectors/words.ts';

/** What a library that knows no sectors is given to search: one text a class, in the order of `sectorCodes()`. */
export interface ClassTexts {
  /** The official name alone. */
  readonly names: readonly string[];
  /** The official name and every term of our lexicon. */
  readonly terms: readonly string[];
}

export function classTexts(language: Language, names: SectorNames): ClassTexts {
  const official = sectorCodes().map((code) => names.nameOf(code, language));
  const rows = Map.groupBy(readLexicon(), ({ sector }) => sector);
  const termsOf = (row: LexiconRow) => row.terms[language].join('. ');
  const terms = sectorCodes().map((code, position) =>
    [official[position], ...(rows.get(code) ?? []).map(termsOf)].join('. '),
  );
  return { names: official, terms };
}

/** How a text is given to a library: it may cut words at letters with marks, so there are none. */
export function plainText(text: string): string {
  return fold(text);
}

/** The same in our own stems, without function words, so that only the retrieval differs. */
export function stemmedText(text: string, language: Language): string {
  return tellingWords(text, language)
    .map(({ stem }) => stem)
    .join(' ');
}
