import PostalMime, { type Attachment, addressParser, type Email } from 'postal-mime';
import type { ReceivedMail, ReceivedPart } from '../../domain/replies/received-mail.ts';
import { htmlToLines, maxHtmlLength } from './html-text.ts';
import { repairCharset } from './repair-charset.ts';

/** What stands behind the first 10 MiB are attachments. */
const maxMailBytes = 10 * 1024 * 1024;
/** A longer text is not a person’s answer; a person can read its beginning. */
const maxTextLength = 500_000;
const maxPartText = 100_000;
const maxFromLength = 10_000;
const limits = { maxNestingDepth: 50, maxHeadersSize: 512 * 1024 };
/** Each line costs time, about 20 µs: so many hold 10 MiB of base64. */
const maxLines = 150_000;
/** Each part costs memory; a mail of so many boundaries is not meant to be read. */
const maxBoundaryLines = 5000;

const readTypes = /^(?:message\/|text\/rfc822-headers)/;

/** Takes a raw mail apart. Never throws: what cannot be followed comes as `unreadable`, with the beginning of it as text. */
export async function parseMail(raw: Uint8Array): Promise<ReceivedMail> {
  const { bytes, boundaryLines } = beginningOf(raw);
  if (boundaryLines > maxBoundaryLines) return unreadable(bytes);
  try {
    const email = await PostalMime.parse(bytes, { ...limits, forceRfc822Attachments: true });
    return received(email, raw.length > bytes.length);
  } catch {
    return unreadable(bytes);
  }
}

function beginningOf(raw: Uint8Array): { bytes: Uint8Array; boundaryLines: number } {
  const [lineFeed, dash] = [0x0a, 0x2d];
  const bytes = raw.subarray(0, maxMailBytes);
  let boundaryLines = 0;
  let lines = 0;
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) {
    lines += 1;
    if (lines > maxLines) return { bytes: bytes.subarray(0, at), boundaryLines };
    if (bytes[at + 1] === dash && bytes[at + 2] === dash) boundaryLines += 1;
  }
  return { bytes, boundaryLines };
}

function received(email: Email, cutBytes: boolean): ReceivedMail {
  const { text = '', html = '' } = email;
  const cut = cutBytes || text.length > maxTextLength || html.length > maxHtmlLength;
  return {
    headers: email.headers.map(({ key, value }) => ({ name: key, value })),
    from: email.headers.filter(({ key }) => key === 'from').flatMap(({ value }) => mailboxes(value)),
    subject: repairCharset(email.subject ?? ''),
    text: repairCharset(text.slice(0, maxTextLength)),
    htmlText: html === '' ? '' : repairCharset(htmlToLines(html)),
    parts: email.attachments.map(receivedPart),
    state: cut ? 'cut' : 'whole',
  };
}

/** Every mailbox of a From header, those of groups too: one that is overlooked could be the sender. */
function mailboxes(value: string): ReceivedMail['from'] {
  return addressParser(value.slice(0, maxFromLength), { flatten: true }).map(({ name, address }) => ({
    name,
    address: address ?? '',
  }));
}

function receivedPart({ filename, mimeType, disposition, related, content }: Attachment): ReceivedPart {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  return {
    name: filename ?? '',
    type: mimeType.toLowerCase(),
    sizeBytes: bytes.length,
    inline: related === true || disposition === 'inline',
    content: readTypes.test(mimeType.toLowerCase())
      ? new TextDecoder().decode(bytes.subarray(0, maxPartText))
      : '',
  };
}

function unreadable(bytes: Uint8Array): ReceivedMail {
  const text = new TextDecoder().decode(bytes.subarray(0, maxPartText));
  return { headers: [], from: [], subject: '', text, htmlText: '', parts: [], state: 'unreadable' };
}
