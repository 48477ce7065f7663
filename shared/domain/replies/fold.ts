/**
 * Characters that are not seen: format characters (bidi marks, zero width, soft hyphen, tags), and the selectors that
 * only choose how an emoji is drawn.
 */
const unseen = /\p{Cf}|\p{Variation_Selector}/gu;
/** Control characters but tab and line feed, and halves of characters. */
const uncontrolled = /[^\P{Cc}\t\n]|\p{Cs}/gu;
const lineEnds = /\r\n|[\r\u2028\u2029\u0085]/g;
/**
 * The accents of Spanish and Polish letters, and those that are typed by mistake for them. No others: a stroke through
 * a letter crosses it out.
 */
const accents = /[\u0300\u0301\u0303\u0307\u0308\u0328]/g;
const blanks = /[\t\p{Zs}]+/gu;

/** A text without characters that hide or reorder what is read, line ends as `\n`. */
export function seenText(text: string): string {
  return text.replace(lineEnds, '\n').replace(uncontrolled, '').replace(unseen, '');
}

/** A line for comparing: lower case, without accents, one blank between words. */
export function fold(line: string): string {
  return line
    .normalize('NFD')
    .replace(accents, '')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll('’', "'")
    .replace(blanks, ' ')
    .trim();
}

/** The words of a folded line. */
export function wordsOf(folded: string): string[] {
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** True if a folded line holds one of `phrases`, whole words only. */
export function says(folded: string, phrases: readonly string[]): boolean {
  const padded = ` ${wordsOf(folded).join(' ')} `;
  return phrases.some((phrase) => padded.includes(` ${phrase} `));
}
