/**
 * What each mail carries to SES and back in its events: which outbox entry it is, and in which attempt it was sent. SES
 * allows letters, digits, `_` and `-` in a value, 256 of them at most (SES API reference, MessageTag); an outbox entry's
 * id is not made of those alone.
 */

/** Names of the tags. */
export const mailTags = { outboxId: 'outbox', attemptId: 'attempt' } as const;

/** `text` as a tag's value: each byte of its UTF-8 that is no letter, digit or `-` becomes `_` and two hexadecimal digits. */
export function tagValueOf(text: string): string {
  return [...new TextEncoder().encode(text)].map(escaped).join('');
}

function escaped(byte: number): string {
  const character = String.fromCharCode(byte);
  return /[A-Za-z0-9-]/.test(character) ? character : `_${byte.toString(16).padStart(2, '0')}`;
}

/** The text that `tagValueOf` made `value` of; undefined for what it never makes. */
export function textOfTag(value: string): string | undefined {
  if (!/^(?:[A-Za-z0-9-]|_[0-9a-f]{2})*$/.test(value)) return undefined;
  const bytes = [...value.matchAll(/_([0-9a-f]{2})|(.)/g)].map(([, hex, plain = '']) =>
    hex === undefined ? plain.charCodeAt(0) : Number.parseInt(hex, 16),
  );
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes));
  return tagValueOf(text) === value ? text : undefined;
}
