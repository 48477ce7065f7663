import type { Language, Texts } from './language.ts';

/** What Polish print never leaves at the end of a line: words of one letter, and the marks before a number of a law. */
const clinging = String.raw`(?<![\p{L}\p{N}])(?:[aiouwzAIOUWZ]|art\.|ust\.|lit\.|nr) (?=\S)`;

/**
 * The same texts as a printer would set them: Polish short words are bound to the next by U+00A0, and a sentence that
 * ends with a name that ends with a full stop (`Sp. z o.o.`) has one full stop. What a text takes in (names of firms,
 * what people wrote) stays as it is.
 */
export function typeset<T>(texts: Texts<T>): Texts<T> {
  const set = (language: Language) => setValue(texts[language], language, []) as T;
  return { es: set('es'), pl: set('pl'), en: set('en') };
}

function setValue(value: unknown, language: Language, takenIn: readonly string[]): unknown {
  if (typeof value === 'string') return setText(value, language, takenIn);
  if (typeof value === 'function')
    return (...given: unknown[]) => setValue(value(...given), language, given.flatMap(stringsIn));
  if (Array.isArray(value)) return value.map((item) => setValue(item, language, takenIn));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, item]) => [name, setValue(item, language, takenIn)]);
  return Object.fromEntries(entries);
}

function setText(text: string, language: Language, takenIn: readonly string[]): string {
  const ended = takenIn
    .filter((words) => words.endsWith('.'))
    .reduce((rest, words) => rest.replaceAll(`${words}.`, () => words), text);
  return language === 'pl' ? bound(ended, takenIn) : ended;
}

/** What was taken in is matched first, as it stands, so that nothing in it is bound. */
function bound(text: string, takenIn: readonly string[]): string {
  const kept = takenIn.filter((words) => words !== '').map(escaped);
  return text.replace(new RegExp([...kept, clinging].join('|'), 'gu'), (found) =>
    takenIn.includes(found) ? found : found.replace(' ', '\u00a0'),
  );
}

function escaped(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
