/** SES refuses the request; the code is SES's own. */
export class SesError extends Error {
  override readonly name = 'SesError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** A header field: its name, and where its lines lie in the message. */
interface HeaderField {
  readonly name: string;
  /** The field's value, unfolded. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Header fields that SES takes only once (SES developer guide, "Amazon SES header fields"), those that mails here use. */
const onlyOnce: ReadonlySet<string> = new Set([
  'auto-submitted',
  'content-transfer-encoding',
  'content-type',
  'date',
  'from',
  'in-reply-to',
  'list-help',
  'list-id',
  'list-unsubscribe',
  'list-unsubscribe-post',
  'message-id',
  'mime-version',
  'precedence',
  'references',
  'reply-to',
  'return-path',
  'sender',
  'subject',
]);

/** Bytes one to one: header lines must not be changed by decoding and encoding. */
const ENCODING = 'latin1';

/**
 * The header fields of a raw message.
 * @throws {SesError} for a line that is no header field, a non-ASCII character or a field given twice
 */
export function readHeaders(raw: Buffer): readonly HeaderField[] {
  const text = raw.subarray(0, headerLength(raw)).toString(ENCODING);
  const fields: HeaderField[] = [];
  for (const match of text.matchAll(/[^\n]*(?:\n[ \t][^\n]*)*(?:\n|$)/g)) {
    const lines = match[0];
    if (lines.trim() === '') continue;
    const [, name, value] = /^([!-9;-~]+)[ \t]*:([\s\S]*)$/.exec(lines) ?? [];
    if (name === undefined || value === undefined)
      throw new SesError('InvalidParameterValue', 'Invalid header line in the raw message.');
    if (/[^\p{ASCII}]/u.test(lines))
      throw new SesError('InvalidParameterValue', `Header ${name} contains non-ASCII characters.`);
    fields.push({
      name: name.toLowerCase(),
      value: unfold(value),
      start: match.index,
      end: match.index + lines.length,
    });
  }
  const seen = new Set<string>();
  for (const { name } of fields) {
    if (seen.has(name) && onlyOnce.has(name))
      throw new SesError('InvalidParameterValue', `Duplicate header '${name}'.`);
    seen.add(name);
  }
  return fields;
}

const unfold = (value: string): string => value.replace(/\r?\n(?=[ \t])/g, '').trim();

/** Bytes up to the empty line that ends the header, or all. */
function headerLength(raw: Buffer): number {
  const crlf = raw.indexOf('\r\n\r\n');
  const lf = raw.indexOf('\n\n');
  if (crlf === -1 && lf === -1) return raw.length;
  if (crlf !== -1 && (lf === -1 || crlf < lf)) return crlf + 2;
  return lf + 1;
}

/**
 * The message with SES's own Message-ID and Date in place of the sender's, as SES does; every other byte is kept.
 */
export function replaceHeaders(
  raw: Buffer,
  fields: readonly HeaderField[],
  own: { messageId: string; date: Date },
): Buffer {
  const lineEnd = raw.includes('\r\n') ? '\r\n' : '\n';
  const parts: Buffer[] = [];
  const lines = new Map([
    ['message-id', `Message-ID: <${own.messageId}@eu-central-1.amazonses.com>${lineEnd}`],
    ['date', `Date: ${own.date.toUTCString().replace('GMT', '+0000')}${lineEnd}`],
  ]);
  let position = 0;
  for (const field of fields) {
    const line = lines.get(field.name);
    if (line === undefined) continue;
    parts.push(raw.subarray(position, field.start), Buffer.from(line, ENCODING));
    lines.delete(field.name);
    position = field.end;
  }
  return Buffer.concat([
    Buffer.from([...lines.values()].join(''), ENCODING),
    ...parts,
    raw.subarray(position),
  ]);
}

/**
 * The bare addresses of an address list such as `"A, B" <a@b.example>, c@d.example`.
 * @throws {SesError} for text that is no address
 */
export function addressesOf(list: string): string[] {
  return splitList(list).map((entry) => {
    const bare = /<([^<>]*)>\s*$/.exec(entry)?.[1] ?? entry;
    return checkAddress(bare.trim());
  });
}

function splitList(list: string): string[] {
  const entries: string[] = [];
  let current = '';
  let quoted = false;
  for (const character of list) {
    if (character === '"') quoted = !quoted;
    if (character === ',' && !quoted) {
      entries.push(current);
      current = '';
    } else current += character;
  }
  return [...entries, current].map((entry) => entry.trim()).filter((entry) => entry !== '');
}

/** A strict address: SES knows no SMTPUTF8, so ASCII only, with a domain in Punycode. */
export function checkAddress(address: string): string {
  const at = address.lastIndexOf('@');
  if (at < 1 || at === address.length - 1)
    throw new SesError('InvalidParameterValue', "Missing final '@domain'");
  const local = address.slice(0, at);
  if (/[^\x21-\x7e]/.test(local))
    throw new SesError('InvalidParameterValue', 'Local address contains control or whitespace');
  if (/[()<>[\]:;@\\,"]/.test(local)) throw new SesError('InvalidParameterValue', 'Illegal address');
  if (!/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i.test(address.slice(at + 1)))
    throw new SesError('InvalidParameterValue', 'Domain contains illegal character');
  return address;
}
