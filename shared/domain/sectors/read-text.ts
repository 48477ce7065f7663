import { hashOf } from '../hash.ts';
import type { Language } from '../language.ts';
import { detectLanguage } from './detect-language.ts';
import type { Concept, Reading, TextReader } from './reading.ts';
import type { SectorModel } from './sector-model.ts';
import { maxTextLength, suggestSectors } from './suggest.ts';
import { tellingWords } from './words.ts';

/** Below this a suggestion says next to nothing. */
const leastScore = 0.02;
const mostSectors = 12;
/** Words that only look like a known one share its meaning when they look very much like it. */
const leastLikeness = 0.5;
/** What a word tells that no vocabulary knows: a name, an abbreviation, a rare trade word. */
const unknownWeight = 4;
const mostConcepts = 200;

/** Reads what a text speaks of: its classes, and its words by their meaning. */
export function textReader(model: SectorModel): TextReader {
  const read = (whole: string, given?: Language) => {
    const text = whole.slice(0, maxTextLength);
    const language = detectLanguage(model, text, given, given);
    const sectors = suggestSectors(model, text, { language, limit: mostSectors })
      .filter(({ score }) => score >= leastScore)
      .map(({ code, score, terms }) => ({ code, score, words: terms }));
    return { language, sectors, concepts: conceptsOf(model, text, language) } satisfies Reading;
  };
  return Object.assign(read, { version: model.version });
}

function conceptsOf(model: SectorModel, text: string, language: Language): readonly Concept[] {
  const concepts = new Map<number, Concept>();
  for (const { written, stem } of tellingWords(text, language).slice(0, mostConcepts)) {
    const concept = { ...meaningOf(model, stem, language), word: written };
    if (!concepts.has(concept.key)) concepts.set(concept.key, concept);
  }
  return [...concepts.values()];
}

function meaningOf(model: SectorModel, stem: string, language: Language): Omit<Concept, 'word'> {
  const vocabulary = model.vocabulary(language);
  const [nearest] = vocabulary?.like(stem) ?? [];
  if (vocabulary === undefined || nearest === undefined || nearest.likeness < leastLikeness) {
    return { key: hashOf(stem), weight: unknownWeight };
  }
  const known = vocabulary.stems[nearest.number] ?? stem;
  return {
    key: model.meanings?.keyOf(language, known, nearest.number) ?? hashOf(known),
    weight: vocabulary.rarity[nearest.number] ?? unknownWeight,
  };
}
