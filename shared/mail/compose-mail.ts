import MailComposer from 'nodemailer/lib/mail-composer';
import { encodeWord } from 'nodemailer/lib/mime-funcs';
import type { MailLinks } from '../contracts/mail-links.ts';
import type { EmailAddress } from '../domain/email-address.ts';
import type { Instant } from '../domain/ids.ts';
import type { MailContent } from '../domain/mail-content.ts';
import type { SectorNames } from '../domain/sectors/sector-names.ts';
import { renderMail } from './render-mail.ts';

interface MailToCompose {
  readonly content: MailContent;
  readonly links: MailLinks;
  /** The only recipient. */
  readonly to: EmailAddress;
  /** Our own mailbox, from configuration: `Puente <name@domain>` or the bare address. */
  readonly from: string;
  readonly date: Instant;
}

/**
 * The RFC 5322 message of a mail: multipart/alternative, UTF-8, to exactly one address. Throws a TypeError for links
 * of another template. Message-ID and boundaries are random; SES replaces the Message-ID.
 */
export async function composeMail(mail: MailToCompose, names: SectorNames): Promise<Uint8Array> {
  const { subject, html, text } = renderMail(mail.content, mail.links, names);
  const composer = new MailComposer({
    from: mail.from,
    to: { name: '', address: mail.to.reveal() },
    ...replyTo(mail.content),
    date: new Date(mail.date),
    headers: {
      Subject: subjectHeader(subject),
      ...automaticHeaders,
      'Content-Language': mail.content.language,
      ...unsubscribeHeaders(mail.links),
    },
    text,
    html,
    // RFC 5322, section 2.3: lines end in CRLF, also those of the text that the templates write with LF.
    newline: 'windows',
    // Nothing a mail holds may make the library fetch or read anything.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return await composer.compile().build();
}

/**
 * A subject that reads back as it was written. The library leaves alone what looks like an encoded word (RFC 2047),
 * so that a firm's name could spell one and read as something else, line ends included; such a subject is encoded whole.
 */
function subjectHeader(subject: string) {
  const oneLine = subject.replace(/\p{Cc}+/gu, ' ');
  if (!oneLine.includes('=?')) return oneLine;
  return { prepared: true, foldLines: true, value: encodeWord(oneLine, 'Q', encodedWordLength) };
}

/** RFC 2047 section 2: at most 75 characters to a word, on a line that holds the name of the header too. */
const encodedWordLength = 52;

/** RFC 3834 section 5, and its older counterpart in Exchange: no out-of-office answers, please. */
const automaticHeaders = {
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'All',
} as const;

/** RFC 8058 section 3.1, on every mail that is not purely transactional. */
function unsubscribeHeaders(links: MailLinks) {
  if (!('oneClickUrl' in links)) return {};
  return {
    'List-Unsubscribe': { prepared: true, value: `<${links.oneClickUrl}>` },
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

/** After a connection the two sides write to each other, also by answering the mail itself. */
function replyTo(content: MailContent) {
  if (content.template !== 'connection') return {};
  return { replyTo: { name: '', address: content.other.contact.email.reveal() } };
}
