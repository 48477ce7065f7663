import type { Texts } from './language.ts';

/** What Polish print never leaves at the end of a line: words of one letter, and the marks before a number of a law. */
const clinging = String.raw`(?<![\p{L}\p{N}])(?:[aiouwzAIOUWZ]|art\.|ust\.|lit\.|nr) (?=\S)`;

/**
 * The same texts, the Polish ones with their short words bound to the next by U+00A0. What a text takes in (names of
 * firms, what people wrote) stays as it is.
 */
export function unbroken<T>(texts: Texts<T>): Texts<T> {
  return { ...texts, pl: bound(texts.pl, []) as T };
}

function bound(value: unknown, takenIn: readonly string[]): unknown {
  if (typeof value === 'string') return boundText(value, takenIn);
  if (typeof value === 'function')
    return (...given: unknown[]) => bound(value(...given), given.flatMap(stringsIn));
  if (Array.isArray(value)) return value.map((item) => bound(item, takenIn));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, bound(item, takenIn)]));
}

/** What was taken in is matched first, as it stands, so that nothing in it is bound. */
function boundText(text: string, takenIn: readonly string[]): string {
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
