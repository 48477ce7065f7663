import type { InterestView } from '../../shared/contracts/http/interest-view.ts';
import type { Texts } from '../../shared/domain/language.ts';
import { typeset } from '../../shared/domain/typeset.ts';

type Status = InterestView['status'];

/** `until`: a deadline in words, where there is one. */
export type WithDeadline = (until: string | undefined) => string;

interface StatusText {
  readonly title: string;
  readonly steps: readonly [string, string, string, string];
  readonly stepsLabel: string;
  readonly heading: Record<Status | 'noMatch', string>;
  readonly text: Record<Exclude<Status, 'submitted' | 'matched'>, string>;
  readonly matched: (count: number) => string;
  readonly inbox: { readonly text: WithDeadline; readonly tips: readonly string[] };
  readonly confirm: {
    readonly heading: string;
    readonly text: WithDeadline;
    readonly button: string;
    readonly after: string;
  };
  readonly leadsTitle: string;
  readonly leadName: (position: number) => string;
  readonly changed: string;
  readonly requestTitle: string;
  readonly request: Record<'company' | 'intent' | 'description' | 'sent', string>;
  readonly withdraw: { readonly summary: string; readonly text: string; readonly button: string };
  readonly keep: string;
  readonly again: string;
}

const es: StatusText = {
  title: 'Estado de su solicitud',
  steps: ['Enviada', 'Confirmada', 'Propuestas', 'Contacto'],
  stepsLabel: 'Avance de la solicitud',
  heading: {
    submitted: 'Revise su correo',
    confirmed: 'Estamos buscando',
    matched: 'Su solicitud está en marcha',
    noMatch: 'Hoy no hay una empresa para su solicitud',
    closed: 'Solicitud concluida',
    expired: 'El plazo terminó',
    withdrawn: 'Solicitud retirada',
    erased: 'Datos eliminados',
  },
  text: {
    confirmed:
      'Gracias por confirmar. Buscamos empresas que encajen; suele tardar un minuto y como máximo una hora. Le escribiremos.',
    closed: 'Ya no presentamos esta solicitud a más empresas.',
    expired:
      'Ya no se envía nada en su nombre. Si el tema le sigue interesando, escriba una solicitud nueva.',
    withdrawn: 'Ya no la mostramos a ninguna empresa. Si alguna empresa la tenía pendiente, le avisamos.',
    erased: 'Eliminamos los datos de esta solicitud, como se pidió.',
  },
  matched: (count) => {
    if (count === 0)
      return 'Hoy no hay en los clústeres ninguna empresa que corresponda a su solicitud. Puede enviar otra con una descripción más amplia o con otros sectores.';
    return count === 1 ? 'Encontramos una empresa que encaja.' : `Encontramos ${count} empresas que encajan.`;
  },
  inbox: {
    text: (until) =>
      `Recibimos su solicitud. Ahora falta un paso: abra el mensaje que le enviamos y presione el botón para confirmar.${until ? ` Puede hacerlo hasta el ${until}.` : ''}`,
    tips: [
      'El mensaje llega en un minuto, a la dirección que escribió en la solicitud.',
      'Si no lo ve, mire en la carpeta de correo no deseado.',
      'Si la dirección estaba mal escrita, envíe una solicitud nueva: la que no se confirma vence sola.',
    ],
  },
  confirm: {
    heading: 'Confirme su solicitud',
    text: (until) =>
      `Presione el botón y empezamos a buscar empresas.${until ? ` Puede hacerlo hasta el ${until}.` : ''}`,
    button: 'Confirmar',
    after: 'Si no fue usted quien la envió, cierre esta página: sin confirmación no escribimos a nadie.',
  },
  leadsTitle: 'Empresas',
  leadName: (position) => `Empresa ${position}`,
  changed: 'Último cambio:',
  requestTitle: 'Lo que envió',
  request: { company: 'Empresa', intent: 'Propósito', description: 'Descripción', sent: 'Enviada' },
  withdraw: {
    summary: 'Retirar la solicitud',
    text: 'Ya no la mostraremos a ninguna empresa; si alguna la tiene pendiente, le avisaremos. No se puede deshacer; siempre puede enviar una nueva.',
    button: 'Sí, retirarla',
  },
  keep: 'Guarde la dirección de esta página: con ella vuelve a ver el estado. No la comparta.',
  again: 'Escribir una solicitud nueva',
};

const pl: StatusText = {
  title: 'Stan zapytania',
  steps: ['Wysłane', 'Potwierdzone', 'Propozycje', 'Kontakt'],
  stepsLabel: 'Postęp zapytania',
  heading: {
    submitted: 'Prosimy zajrzeć do poczty',
    confirmed: 'Szukamy firm',
    matched: 'Zapytanie jest w toku',
    noMatch: 'Nie ma dziś odpowiedniej firmy',
    closed: 'Zapytanie zakończone',
    expired: 'Termin minął',
    withdrawn: 'Zapytanie wycofane',
    erased: 'Dane usunięte',
  },
  text: {
    confirmed:
      'Dziękujemy za potwierdzenie. Szukamy pasujących firm; zwykle trwa to minutę, najwyżej godzinę. Napiszemy do Państwa.',
    closed: 'Nie wysyłamy już tego zapytania do kolejnych firm.',
    expired:
      'Niczego już w Państwa imieniu nie wysyłamy. Jeżeli temat jest nadal aktualny, prosimy wysłać nowe zapytanie.',
    withdrawn:
      'Nie pokazujemy go już żadnej firmie. Jeżeli jakaś firma je rozpatrywała, została powiadomiona.',
    erased: 'Dane tego zapytania zostały usunięte zgodnie z prośbą.',
  },
  matched: (count) => {
    if (count === 0)
      return 'Wśród firm z klastrów nie ma dziś takiej, która odpowiadałaby Państwa zapytaniu. Można wysłać nowe, z szerszym opisem lub innymi branżami.';
    if (count === 1) return 'Znaleźliśmy jedną pasującą firmę.';
    const few = new Intl.PluralRules('pl').select(count) === 'few';
    return `Znaleźliśmy ${count} ${few ? 'pasujące firmy' : 'pasujących firm'}.`;
  },
  inbox: {
    text: (until) =>
      `Zapytanie do nas dotarło. Pozostał jeden krok: prosimy otworzyć naszą wiadomość i potwierdzić przyciskiem.${until ? ` Czas na potwierdzenie: do ${until}.` : ''}`,
    tips: [
      'Wiadomość przychodzi w ciągu minuty na adres podany w zapytaniu.',
      'Jeżeli jej nie widać, prosimy zajrzeć do folderu ze spamem.',
      'Jeżeli w adresie był błąd, prosimy wysłać nowe zapytanie: niepotwierdzone wygasa samo.',
    ],
  },
  confirm: {
    heading: 'Potwierdzenie zapytania',
    text: (until) =>
      `Po naciśnięciu przycisku zaczniemy szukać firm.${until ? ` Czas na potwierdzenie: do ${until}.` : ''}`,
    button: 'Potwierdzam',
    after:
      'Jeżeli to nie Państwo wysłali zapytanie, wystarczy zamknąć tę stronę: bez potwierdzenia do nikogo nie piszemy.',
  },
  leadsTitle: 'Firmy',
  leadName: (position) => `Firma ${position}`,
  changed: 'Ostatnia zmiana:',
  requestTitle: 'Treść zapytania',
  request: { company: 'Firma', intent: 'Cel', description: 'Opis', sent: 'Wysłano' },
  withdraw: {
    summary: 'Wycofaj zapytanie',
    text: 'Nie pokażemy go już żadnej firmie, a jeżeli jakaś je rozpatruje, zostanie powiadomiona. Tego nie można cofnąć; zawsze można wysłać nowe zapytanie.',
    button: 'Tak, wycofuję',
  },
  keep: 'Prosimy zachować adres tej strony: prowadzi do stanu zapytania. Nie należy go nikomu przekazywać.',
  again: 'Napisz nowe zapytanie',
};

const en: StatusText = {
  title: 'Where your request stands',
  steps: ['Sent', 'Confirmed', 'Proposals', 'Contact'],
  stepsLabel: 'Progress of the request',
  heading: {
    submitted: 'Check your inbox',
    confirmed: 'We are searching',
    matched: 'Your request is in progress',
    noMatch: 'No firm fits your request today',
    closed: 'Request finished',
    expired: 'The time has run out',
    withdrawn: 'Request withdrawn',
    erased: 'Data erased',
  },
  text: {
    confirmed:
      'Thank you for confirming. We are looking for firms that fit; it usually takes a minute, and an hour at most. We will write to you.',
    closed: 'We show this request to no further firms.',
    expired: 'Nothing more is sent in your name. If you are still interested, write a new request.',
    withdrawn: 'We no longer show it to any firm. If a firm was considering it, we have told it.',
    erased: 'We erased the data of this request, as was asked.',
  },
  matched: (count) => {
    if (count === 0)
      return 'No firm in the clusters fits your request today. You can send a new one with a broader description or other sectors.';
    return count === 1 ? 'We found one firm that fits.' : `We found ${count} firms that fit.`;
  },
  inbox: {
    text: (until) =>
      `We have your request. One step is left: open the e-mail that we sent you and press the button to confirm.${until ? ` You can do so until ${until}.` : ''}`,
    tips: [
      'The e-mail arrives within a minute, at the address you wrote in the request.',
      'If you do not see it, look in the spam folder.',
      'If the address was wrong, send a new request: one that is not confirmed expires by itself.',
    ],
  },
  confirm: {
    heading: 'Confirm your request',
    text: (until) =>
      `Press the button and we start searching.${until ? ` You can do so until ${until}.` : ''}`,
    button: 'Confirm',
    after: 'If it was not you who sent it, close this page: without confirmation we write to nobody.',
  },
  leadsTitle: 'Firms',
  leadName: (position) => `Firm ${position}`,
  changed: 'Last change:',
  requestTitle: 'What you sent',
  request: { company: 'Firm', intent: 'Purpose', description: 'Description', sent: 'Sent' },
  withdraw: {
    summary: 'Withdraw the request',
    text: 'We will no longer show it to any firm; if a firm is considering it, we will tell it. This cannot be undone; you can always send a new one.',
    button: 'Yes, withdraw it',
  },
  keep: 'Keep the address of this page: it shows you where the request stands. Do not share it.',
  again: 'Write a new request',
};

/** Where a request stands, in plain words. */
export const statusTexts: Texts<StatusText> = typeset({ es, pl, en });
