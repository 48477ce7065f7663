import type { Language, Texts } from './language.ts';

/** The language a text is in, by the reader's language and then the text's. */
const inLanguage: Texts<Texts> = {
  es: { es: 'en español', pl: 'en polaco', en: 'en inglés' },
  pl: { es: 'po hiszpańsku', pl: 'po polsku', en: 'po angielsku' },
  en: { es: 'in Spanish', pl: 'in Polish', en: 'in English' },
};

/** The label of a text, with its language where that is not the reader's: `Treść zapytania (po hiszpańsku)`. */
export function labelOfText(label: string, written: Language | undefined, reader: Language): string {
  return written === undefined || written === reader ? label : `${label} (${inLanguage[reader][written]})`;
}
