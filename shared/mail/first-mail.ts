import { type Language, languages } from '../domain/language.ts';
import type { MailOf } from '../domain/mail-content.ts';
import { intentNames } from '../domain/matching/describe-reason.ts';
import { firstMailTexts } from './texts/first-mail.ts';

export interface FirstMail {
  readonly language: Language;
  readonly text: string;
  /** Opens the reader's mail program with the text in it (RFC 6068). */
  readonly mailtoUrl: string;
}

/** A suggestion for what the reader of a connection could write first, in a language that the other side works in. */
export function firstMail(content: MailOf<'connection'>): FirstMail {
  const { reader, other, side } = content;
  const language = commonLanguage([content.language, ...(reader.languages ?? [])], other.languages);
  const text = firstMailTexts[language][side]({
    writer: reader,
    addressee: { companyName: other.company.name, contactName: other.contact.name },
    purpose: intentNames[language][content.intent],
  });
  const subject = `${reader.companyName} – ${other.company.name} (Puente)`;
  const query = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`;
  return { language, text, mailtoUrl: `${mailto(other.contact.email.reveal())}?${query}` };
}

export function mailto(address: string): string {
  return `mailto:${encodeURIComponent(address).replaceAll('%40', '@')}`;
}

/**
 * A language that both work in: the reader's own first, then any other of the reader's, then English, which a reader
 * may well know without having said so; else one that only the other side named.
 */
function commonLanguage(own: readonly string[], others: readonly string[] | undefined): Language {
  const known = languages.filter((language) => others?.includes(language));
  const shared = own.flatMap((code) => known.filter((language) => language === code));
  return shared[0] ?? (known.includes('en') ? 'en' : known[0]) ?? 'en';
}
