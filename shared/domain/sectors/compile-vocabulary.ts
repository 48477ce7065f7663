import type { Language } from '../language.ts';
import { packArrays } from '../packed-arrays.ts';
import type { LexiconRow } from './lexicon.ts';
import { sectorCodes } from './sector.ts';
import type { SectorNames } from './sector-names.ts';
import { tellingWords } from './words.ts';

/** What a packed vocabulary says of itself. */
export interface VocabularyFacts {
  readonly language: Language;
  /** Every stem once, ascending, with blanks between. */
  readonly stems: string;
}

export const weightSteps = 100;

interface CompiledTerm {
  readonly stems: readonly string[];
  readonly weight: number;
}

/**
 * The terms of all classes in one language, as numbers for `openVocabulary`: our own, and the official name of the
 * class. A term is its stems, each once; terms of one class with the same stems are one.
 */
export function compileVocabulary(
  language: Language,
  rows: readonly LexiconRow[],
  names: SectorNames,
): Uint8Array<ArrayBuffer> {
  const bySector = new Map<string, LexiconRow[]>();
  for (const row of rows) bySector.set(row.sector, [...(bySector.get(row.sector) ?? []), row]);
  const classes = sectorCodes().map((code) =>
    distinct(
      [
        { text: names.nameOf(code, language), weight: 1 },
        ...(bySector.get(code) ?? []).flatMap(({ terms, weight }) =>
          terms[language].map((text) => ({ text, weight })),
        ),
      ],
      language,
    ),
  );
  const terms = classes.flat();
  const stems = [...new Set(terms.flatMap((term) => term.stems))].sort();
  const numberOf = new Map(stems.map((stem, number) => [stem, number]));
  const facts: VocabularyFacts = { language, stems: stems.join(' ') };
  return packArrays(facts, {
    termCounts: Uint16Array.from(classes, (inClass) => inClass.length),
    stemCounts: Uint8Array.from(terms, (term) => term.stems.length),
    weights: Uint8Array.from(terms, ({ weight }) => Math.round(weight * weightSteps)),
    stems: Uint16Array.from(
      terms.flatMap((term) => term.stems),
      (stem) => numberOf.get(stem) ?? 0,
    ),
  });
}

function distinct(
  texts: readonly { readonly text: string; readonly weight: number }[],
  language: Language,
): readonly CompiledTerm[] {
  const terms = new Map<string, CompiledTerm>();
  for (const { text, weight } of texts) {
    const stems = [...new Set(tellingWords(text, language).map(({ stem }) => stem))];
    const key = [...stems].sort().join(' ');
    if (stems.length > 0 && weight > (terms.get(key)?.weight ?? 0)) terms.set(key, { stems, weight });
  }
  return [...terms.values()];
}
