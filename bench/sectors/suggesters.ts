import type { Language, Texts } from '../../shared/domain/language.ts';
import { sectorCodes } from '../../shared/domain/sectors/sector.ts';
import type { SectorModel } from '../../shared/domain/sectors/sector-model.ts';
import type { SectorNames } from '../../shared/domain/sectors/sector-names.ts';
import { suggestSectors } from '../../shared/domain/sectors/suggest.ts';
import { miniSearchFuzzy } from '../peers/minisearch.ts';
import type { Peer, PeerIndex } from '../peers/peer.ts';
import { peers } from '../peers/peers.ts';
import { type ClassTexts, classTexts, plainText, stemmedText } from './class-texts.ts';
import { fourGrams } from './four-grams.ts';

/** A way to find the classes of a text; at most ten, best first. */
export interface Suggester {
  readonly name: string;
  suggest(text: string, language: Language): readonly string[];
}

/** Ours, told the language and not told it. */
export function ourSuggesters(model: SectorModel): readonly Suggester[] {
  const codesFor = (text: string, language: Language | undefined) =>
    suggestSectors(model, text, { language, limit: 10 }).map(({ code }) => code);
  return [
    { name: '**`suggestSectors`**', suggest: codesFor },
    { name: '`suggestSectors`, language detected', suggest: (text) => codesFor(text, undefined) },
  ];
}

/** What one gets without our knowledge of sectors, and with our words but somebody else’s retrieval. */
export function otherSuggesters(names: SectorNames): readonly Suggester[] {
  const texts: Texts<ClassTexts> = {
    es: classTexts('es', names),
    pl: classTexts('pl', names),
    en: classTexts('en', names),
  };
  return [
    suggesterOf(fourGrams, 'official names only', (language) => texts[language].names, plainText),
    suggesterOf(fourGrams, 'names and lexicon', (language) => texts[language].terms, plainText),
    ...[...peers, miniSearchFuzzy].map((peer) =>
      suggesterOf(peer, 'names and lexicon', (language) => texts[language].terms, plainText),
    ),
    ...peers.map((peer) =>
      suggesterOf(peer, 'the same in our stems', (language) => texts[language].terms, stemmedText),
    ),
  ];
}

function suggesterOf(
  peer: Peer,
  what: string,
  documentsIn: (language: Language) => readonly string[],
  prepare: (text: string, language: Language) => string,
): Suggester {
  const indexes = new Map<Language, PeerIndex>();
  const indexOf = (language: Language) => {
    const documents = documentsIn(language).map((text) => prepare(text, language));
    // Stems are no English words any more.
    return peer.index(documents, { english: language === 'en' && prepare === plainText });
  };
  return {
    name: `${peer.name}: ${what}`,
    suggest(text, language) {
      const index = indexes.get(language) ?? indexOf(language);
      indexes.set(language, index);
      return index(prepare(text, language), 10).map((position) => sectorCodes()[position] ?? '');
    },
  };
}
