import { type Language, languages, type Texts } from '../language.ts';
import { functionWords } from './function-words.ts';
import { patternsOf } from './letter-patterns.ts';
import type { SectorModel } from './sector-model.ts';
import { stemOf } from './stem.ts';
import { fold, writtenWords } from './words.ts';

/** What a word of grammar and a letter that only one language has are worth, as natural logarithms of odds. */
const grammarWord = 4;
const ownLetter = 5;
/** The same for a word that the vocabulary of a language has. */
const knownWord = 3;
/** The same for the language that somebody said it is in: who fills in a form may write in another one. */
const asSaid = 6;
const ownLetters: Texts<RegExp> = { es: /[ñ¿¡áíúü]/, pl: /[ąćęłńśźż]/, en: /(?!)/ };

/** Longer texts are judged by their beginning. */
const wordsRead = 60;

/**
 * The language a text is written in, of the three: by its letters in threes, by the words of grammar and those that the
 * vocabularies know, and by letters that only one language has. A text without letters gives `otherwise`.
 * `said`: the language it was said to be in, which only a text that is clearly in another one belies.
 */
export function detectLanguage(
  model: SectorModel,
  text: string,
  otherwise: Language = 'en',
  said?: Language,
): Language {
  const words = writtenWords(text)
    .slice(0, wordsRead)
    .filter((word) => /\p{L}/u.test(word));
  if (words.length === 0) return otherwise;
  const likelihood = (language: Language) =>
    words.reduce((sum, word) => sum + likelihoodOf(model, word, language), said === language ? asSaid : 0);
  const [best = otherwise] = [...languages].sort((a, b) => likelihood(b) - likelihood(a));
  return best;
}

function likelihoodOf(model: SectorModel, written: string, language: Language): number {
  const plain = fold(written);
  const letters = patternsOf(plain).reduce(
    (sum, pattern) => sum + model.letterPatterns.logShare(language, pattern),
    0,
  );
  return (
    letters +
    (model.vocabulary(language)?.numberOf(stemOf(plain, language)) === undefined ? 0 : knownWord) +
    (functionWords[language].has(plain) ? grammarWord : 0) +
    (ownLetters[language].test(written.toLowerCase()) ? ownLetter : 0)
  );
}
