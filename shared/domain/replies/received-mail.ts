import type { AttachedFile } from './reply.ts';

export interface MailHeader {
  /** Lower case. */
  readonly name: string;
  /** Unfolded; encoded words (RFC 2047) as they are. */
  readonly value: string;
}

/** A part that is not shown as text. */
export interface ReceivedPart extends AttachedFile {
  /** Shown inside the text, as a logo is. */
  readonly inline: boolean;
  /** The beginning of a part that is text or a report, decoded; empty for any other. */
  readonly content: string;
}

/** A received mail, taken apart but not understood. */
export interface ReceivedMail {
  readonly headers: readonly MailHeader[];
  /** Each mailbox of each From header, with its display name. */
  readonly from: readonly { readonly name: string; readonly address: string }[];
  readonly subject: string;
  /** The text part; empty if there is none. */
  readonly text: string;
  /** The HTML part as lines: quoted ones begin with `>`, hidden ones are left out; empty if there is none. */
  readonly htmlText: string;
  readonly parts: readonly ReceivedPart[];
  /** `cut`: there is more than was looked through; `unreadable`: `text` is the beginning of the raw mail. */
  readonly state: 'whole' | 'cut' | 'unreadable';
}

/** The values of a header, in their order. */
export function headerValues(mail: ReceivedMail, name: string): string[] {
  return mail.headers.filter((header) => header.name === name).map(({ value }) => value.trim());
}

/** The first value of a header, lower case; empty if there is none. */
export function headerValue(mail: ReceivedMail, name: string): string {
  return headerValues(mail, name)[0]?.toLowerCase() ?? '';
}
