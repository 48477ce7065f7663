import type { Language } from '../language.ts';
import { type ClearWord, clearWords } from './clear-words.ts';
import { fold } from './fold.ts';

/** A longer first line is no clear word, whatever it says. */
const maxClearLength = 80;

/** Signs that only underline an answer; none that doubts, mocks or points elsewhere. */
const friendly: Readonly<Record<ClearWord['meaning'], RegExp>> = {
  accept: /(?:[👍👌🙂😊😀😃😄😁🤝🙏✅✔👏🎉❤💪][\u{1f3fb}-\u{1f3ff}]?|[:=]-?\))/gu,
  decline: /(?:[🙏🙂😊🙁😔❌✖][\u{1f3fb}-\u{1f3ff}]?|[:=]-?[()])/gu,
  stop: /[🛑🙏⛔]/gu,
};

/** Quotation marks and stars as people copy them from an instruction, dots and exclamation marks; no question mark. */
const around = /^[\s.,!¡;:*_"'«»“”„]+|[\s.,!;:*_"'«»“”„]+$/g;
/** Hesitation is no clear word. */
const hesitation = /\.\s?\.|…/;
const between = / ?[,.!;:–—] ?| - /g;

const byWord = new Map(
  clearWords.flatMap((clear) => [
    [clear.word, clear],
    [clear.word.replaceAll(', ', ' '), clear],
  ]),
);

const emojiOf = (meaning: ClearWord['meaning'], line: string) => line.replaceAll(friendly[meaning], ' ');

/** The clear word that a line consists of, if it is nothing else; `undefined` whenever in doubt. */
export function clearWordIn(line: string): ClearWord | undefined {
  if (line.length > maxClearLength || hesitation.test(line)) return undefined;
  for (const meaning of ['accept', 'decline', 'stop'] as const) {
    const core = fold(emojiOf(meaning, line)).replaceAll(around, '').replaceAll(between, ', ');
    const clear = byWord.get(core);
    if (clear?.meaning === meaning) return clear;
  }
  return undefined;
}

/** True if a line begins with a clear word and goes on. */
export function startsClear(line: string): boolean {
  const start = fold(line.slice(0, maxClearLength)).replaceAll(around, '');
  return clearWords.some(
    ({ word }) => start.startsWith(word) && !/^[\p{L}\p{N}]/u.test(start.slice(word.length)),
  );
}

/** The language of a clear word: the introduction’s if it has the word, else the first that has. */
export function languageOf({ languages }: ClearWord, language: Language | undefined): Language {
  const [first = 'en'] = languages;
  return language !== undefined && languages.includes(language) ? language : first;
}

/**
 * In spoken Polish a short “no” is a yes. In capitals it is the word that the mail asks for; otherwise, in answer to a
 * mail in Polish, nobody can tell.
 */
export function isAmbiguous({ word }: ClearWord, line: string, language: Language | undefined): boolean {
  return word === 'no' && language === 'pl' && !line.includes('NO');
}
