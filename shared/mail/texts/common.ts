import type { Texts } from '../../domain/language.ts';

interface CommonTexts {
  readonly tagline: { readonly short: string; readonly long: string };
  /** For mails to submitters, whose content holds no name. */
  readonly greeting: string;
  readonly addressHint: string;
  readonly privacy: string;
  readonly stop: string;
}

export const commonTexts: Texts<CommonTexts> = {
  es: {
    tagline: {
      short: 'Perú – Polonia',
      long: 'Puente pone en contacto a empresas del Perú con empresas de Polonia.',
    },
    greeting: 'Buenos días:',
    addressHint: 'Si el botón no funciona, abra esta dirección en su navegador:',
    privacy: 'Privacidad:',
    stop: '¿No desea recibir más solicitudes? Dese de baja aquí:',
  },
  pl: {
    tagline: {
      short: 'Peru – Polska',
      long: 'Puente łączy firmy z Peru z firmami z Polski.',
    },
    greeting: 'Dzień dobry,',
    addressHint: 'Jeśli przycisk nie działa, prosimy otworzyć w przeglądarce ten adres:',
    privacy: 'Prywatność:',
    stop: 'Jeśli nie chcą Państwo otrzymywać kolejnych zapytań, prosimy otworzyć ten adres:',
  },
  en: {
    tagline: {
      short: 'Peru – Poland',
      long: 'Puente puts firms in Peru in touch with firms in Poland.',
    },
    greeting: 'Hello,',
    addressHint: 'If the button does not work, open this address in your browser:',
    privacy: 'Privacy:',
    stop: 'Would you rather get no more requests? Unsubscribe here:',
  },
};

/** The language a text is in, by the reader's language and then the text's. */
export const inLanguage: Texts<Texts> = {
  es: { es: 'en español', pl: 'en polaco', en: 'en inglés' },
  pl: { es: 'po hiszpańsku', pl: 'po polsku', en: 'po angielsku' },
  en: { es: 'in Spanish', pl: 'in Polish', en: 'in English' },
};
