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
  const language = commonLanguage(content.language, other.languages);
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

/** The reader's own language if the other side works in it, else English, unless only another of ours is named. */
function commonLanguage(own: Language, others: readonly string[] | undefined): Language {
  const known = languages.filter((language) => others?.includes(language));
  return [own, 'en' as const].find((language) => known.includes(language)) ?? known[0] ?? 'en';
}
