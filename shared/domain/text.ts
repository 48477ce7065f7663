import * as z from 'zod';

/** Control characters (C0, C1), line and paragraph separators: none belongs in a one-line field. */
const lineBreakers = /[\p{Cc}\u2028\u2029]/u;
/** The same, but for tab and line feed. */
const blockBreakers = /[^\P{Cc}\t\n]|[\u2028\u2029]/u;
/**
 * Marks that reorder or hide what is read (Unicode Standard Annex 9, zero width characters, tags), and halves of
 * characters, which no UTF-8 can carry. Joiners and soft hyphens stay: emoji, scripts and pasted words hold them.
 */
const deceptive =
  /[\p{Cs}\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;

/** False for a text that could end a mail header line, or that reads otherwise than it is. */
export function isPlainLine(text: string): boolean {
  return !lineBreakers.test(text) && !deceptive.test(text);
}

/**
 * A one-line text of 1 to `maxLength` characters, trimmed and in NFC. Faults: `controlCharacters` for anything
 * that could end a mail header line or hide text, `required`, `tooLong`.
 */
export function line(maxLength: number) {
  return z
    .string()
    .normalize('NFC')
    .trim()
    .min(1, 'required')
    .max(maxLength)
    .refine(isPlainLine, 'controlCharacters');
}

/** A text of several lines, 1 to `maxLength` characters, line ends as `\n`. Faults as in `line`. */
export function paragraph(maxLength: number) {
  return z
    .string()
    .normalize('NFC')
    .overwrite((text) => text.replaceAll('\r\n', '\n').replaceAll('\r', '\n'))
    .trim()
    .min(1, 'required')
    .max(maxLength)
    .refine((text) => !blockBreakers.test(text) && !deceptive.test(text), 'controlCharacters');
}
