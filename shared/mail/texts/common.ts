import type { Texts } from '../../domain/language.ts';
import { typeset } from '../../domain/typeset.ts';

interface CommonTexts {
  readonly tagline: { readonly short: string; readonly long: string };
  /** For mails to submitters, whose content holds no name. */
  readonly greeting: string;
  /** Two lines: how a letter ends, and who wrote it. */
  readonly closing: string;
  readonly addressHint: string;
  readonly privacy: string;
  readonly stop: string;
}

export const commonTexts: Texts<CommonTexts> = typeset({
  es: {
    tagline: {
      short: 'Arequipa – Podlaskie',
      long: 'Puente pone en contacto a empresas del Perú con empresas de Polonia.',
    },
    greeting: 'De nuestra consideración:',
    closing: 'Atentamente,\nPuente',
    addressHint: 'Si el botón no funciona, abra esta dirección en su navegador:',
    privacy: 'Privacidad:',
    stop: '¿No desea recibir más solicitudes? Dese de baja aquí:',
  },
  pl: {
    tagline: {
      short: 'Arequipa – Podlaskie',
      long: 'Puente łączy firmy z Peru z firmami z Polski.',
    },
    greeting: 'Dzień dobry,',
    closing: 'Z poważaniem\nPuente',
    addressHint: 'Jeśli przycisk nie działa, prosimy otworzyć w przeglądarce ten adres:',
    privacy: 'Prywatność:',
    stop: 'Jeśli nie chcą Państwo otrzymywać kolejnych zapytań, prosimy otworzyć ten adres:',
  },
  en: {
    tagline: {
      short: 'Arequipa – Podlaskie',
      long: 'Puente puts firms in Peru in touch with firms in Poland.',
    },
    greeting: 'Hello,',
    closing: 'Kind regards,\nPuente',
    addressHint: 'If the button does not work, open this address in your browser:',
    privacy: 'Privacy:',
    stop: 'Would you rather get no more requests? Unsubscribe here:',
  },
});
