import type { Language } from '../language.ts';
import { clearWordIn, isAmbiguous, languageOf, startsClear } from './clear-answer.ts';
import type { Meaning } from './clear-words.ts';
import { asksToStop } from './objection.ts';
import type { ToReadReason } from './reply.ts';
import { isHarmless, type Signer, startsDisclaimer } from './signature.ts';

/** What own lines say, or why a person has to read them. */
export type Answer =
  | { readonly meaning: Meaning; readonly word: string; readonly language: Language }
  | { readonly because: ToReadReason };

const ruler = /^[-_=*~·•\s]*$/;

/** The first line that a person wrote; `undefined` if there is none. */
export function firstOwnLine(own: readonly string[]): string | undefined {
  return own.find((line) => !ruler.test(line));
}

/**
 * Reads own lines as an answer: one clear word on the first, and below it nothing that could limit it. `language` is
 * the introduction’s. Whatever is not certain is for a person.
 */
export function readAnswer(own: readonly string[], signer: Signer, language: Language | undefined): Answer {
  const at = own.findIndex((line) => !ruler.test(line));
  const first = own[at];
  if (first === undefined || startsDisclaimer(own, at)) return { because: 'empty' };
  const clear = clearWordIn(first);
  if (clear !== undefined && isHarmless(own.slice(at + 1), signer)) {
    if (isAmbiguous(clear, first, language)) return { because: 'ambiguousWord' };
    return { meaning: clear.meaning, word: clear.word, language: languageOf(clear, language) };
  }
  if (clear?.meaning === 'stop' || asksToStop(own)) return { because: 'asksToStop' };
  if (clear !== undefined || startsClear(first)) return { because: 'limited' };
  return { because: /[?¿]/.test(first) ? 'question' : 'prose' };
}
