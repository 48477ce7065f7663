import type { Texts } from '../../domain/language.ts';
import { typeset } from '../../domain/typeset.ts';

interface ConfirmationTexts {
  readonly subject: string;
  readonly heading: string;
  readonly request: string;
  readonly button: string;
  /** Stands before the address in the text part, which has no button. */
  readonly open: string;
  readonly press: string;
  readonly deadline: (until: string) => string;
  readonly notYou: string;
  readonly noReply: string;
  /** The same for the text part. */
  readonly noReplyInText: string;
}

export const confirmationTexts: Texts<ConfirmationTexts> = typeset({
  es: {
    subject: 'Confirme su solicitud en Puente',
    heading: 'Solo falta confirmar',
    request:
      'Recibimos una solicitud de contacto empresarial con esta dirección de correo. Confírmela, por favor, y empezaremos a buscar empresas para usted.',
    button: 'Ir a confirmar',
    open: 'Para confirmar, abra esta dirección:',
    press: 'Se abrirá la página de su solicitud, donde podrá confirmarla con un solo clic.',
    deadline: (until) =>
      `Puede confirmarla hasta el ${until}. Sin su confirmación, no se enviará a ninguna empresa.`,
    notYou:
      '¿No fue usted? Entonces no tiene que hacer nada: sin confirmación, la solicitud no sigue adelante.',
    noReply: 'Por favor, use el botón y no responda a este correo.',
    noReplyInText: 'Confirme en esa página, no por correo.',
  },
  pl: {
    subject: 'Prosimy o potwierdzenie zapytania w Puente',
    heading: 'Pozostało tylko potwierdzenie',
    request:
      'otrzymaliśmy zapytanie biznesowe, w którym podano ten adres e-mail. Prosimy potwierdzić zapytanie, a zaczniemy szukać odpowiednich firm.',
    button: 'Przejdź do potwierdzenia',
    open: 'Aby potwierdzić zapytanie, prosimy otworzyć ten adres:',
    press: 'Otworzy się strona Państwa zapytania, na której wystarczy jedno kliknięcie.',
    deadline: (until) =>
      `Termin potwierdzenia: ${until}. Bez potwierdzenia zapytanie nie trafi do żadnej firmy.`,
    notYou:
      'To nie Państwo wysłali to zapytanie? W takim razie nie trzeba nic robić: bez potwierdzenia nie nadamy mu biegu.',
    noReply: 'Prosimy skorzystać z przycisku i nie odpowiadać na tę wiadomość.',
    noReplyInText: 'Prosimy potwierdzić na tej stronie, a nie e-mailem.',
  },
  en: {
    subject: 'Please confirm your request to Puente',
    heading: 'One step left: please confirm',
    request:
      'We received a business request that gives this e-mail address. Please confirm it, and we will start looking for firms for you.',
    button: 'Go and confirm',
    open: 'To confirm, open this address:',
    press: 'It opens the page of your request, where a single press confirms it.',
    deadline: (until) =>
      `You can confirm until ${until}. Without your confirmation it will not be sent to any firm.`,
    notYou:
      'Was it not you? Then there is nothing to do: without a confirmation the request goes no further.',
    noReply: 'Please use the button and do not reply to this e-mail.',
    noReplyInText: 'Please confirm on that page, not by e-mail.',
  },
});
