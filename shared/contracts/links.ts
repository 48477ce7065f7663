import type { InterestId } from '../domain/ids.ts';
import type { Language } from '../domain/language.ts';

/** Paths of pages and of addresses in mails; the base address goes in front. */
export const paths = {
  form: (language: Language) => `/${language}/`,
  privacy: (language: Language) => `/${language}/privacy`,
  status: (language: Language, id: InterestId, key: string) =>
    `/${language}/interests/${id}?key=${encodeURIComponent(key)}`,
  /** The status page that offers the one button of the confirmation mail. */
  confirm: (language: Language, id: InterestId, key: string) =>
    `${paths.status(language, id, key)}&confirm=1`,
  console: () => '/console/',
  introduction: (language: Language, token: string) => `/${language}/introductions/${token}`,
  unsubscribe: (language: Language, token: string) => `/${language}/unsubscribe/${token}`,
  /** RFC 8058 address: a POST without sign-in or second page. */
  oneClickUnsubscribe: (token: string) => `/api/unsubscribe/${token}`,
} as const;
