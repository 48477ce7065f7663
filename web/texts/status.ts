import type { InterestView } from '../../shared/contracts/http/interest-view.ts';
import type { Texts } from '../../shared/domain/language.ts';

type Status = InterestView['status'];

/** `until`: a deadline in words, where there is one. */
export type WithDeadline = (until: string | undefined) => string;

interface StatusText {
  readonly title: string;
  readonly steps: readonly [string, string, string, string];
  readonly stepsLabel: string;
  readonly heading: Record<Status, string>;
  readonly text: Record<Exclude<Status, 'submitted' | 'matched'>, WithDeadline>;
  readonly matched: (count: number, until: string | undefined) => string;
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
    closed: 'Solicitud concluida',
    expired: 'El plazo terminó',
    withdrawn: 'Solicitud retirada',
    erased: 'Datos eliminados',
  },
  text: {
    confirmed: (until) =>
      `Gracias por confirmar. Buscamos empresas que encajen; suele tardar un minuto y como máximo una hora. Le escribiremos.${until ? ` Su solicitud queda abierta hasta el ${until}.` : ''}`,
    closed: () => 'Ya no buscamos más empresas para esta solicitud.',
    expired: () =>
      'Ya no se envía nada en su nombre. Si el tema le sigue interesando, escriba una solicitud nueva.',
    withdrawn: () => 'Ya no la mostramos a ninguna empresa. Avisamos a las que la tenían pendiente.',
    erased: () => 'Eliminamos los datos de esta solicitud, como se pidió.',
  },
  matched: (count, until) => {
    const open = until ? ` Queda abierta hasta el ${until}.` : '';
    if (count === 0) return `Por ahora no encontramos una empresa que encaje.${open}`;
    return count === 1
      ? `Encontramos una empresa que encaja.${open}`
      : `Encontramos ${count} empresas que encajan.${open}`;
  },
  inbox: {
    text: (until) =>
      `Recibimos su solicitud. Ahora falta un paso: abra el mensaje que le enviamos y pulse el botón para confirmar.${until ? ` Puede hacerlo hasta el ${until}.` : ''}`,
    tips: [
      'El mensaje llega en un minuto, a la dirección que escribió en la solicitud.',
      'Si no lo ve, mire en la carpeta de correo no deseado.',
      'Si la dirección estaba mal escrita, envíe una solicitud nueva: la que no se confirma vence sola.',
    ],
  },
  confirm: {
    heading: 'Confirme su solicitud',
    text: (until) =>
      `Pulse el botón y empezamos a buscar empresas.${until ? ` Puede hacerlo hasta el ${until}.` : ''}`,
    button: 'Confirmar',
    after: 'Si no fue usted quien la envió, cierre esta página: sin confirmación no escribimos a nadie.',
  },
  leadsTitle: 'Empresas',
  leadName: (position) => `Empresa ${position}`,
  changed: 'Último cambio:',
  requestTitle: 'Lo que envió',
  request: { company: 'Empresa', intent: 'Desea', description: 'Descripción', sent: 'Enviada' },
  withdraw: {
    summary: 'Retirar la solicitud',
    text: 'Ya no la mostraremos a ninguna empresa y avisaremos a las que la tienen pendiente. No se puede deshacer; siempre puede enviar una nueva.',
    button: 'Sí, retirarla',
  },
  keep: 'Guarde este enlace: es su llave para ver el estado. No lo comparta.',
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
    closed: 'Zapytanie zakończone',
    expired: 'Termin minął',
    withdrawn: 'Zapytanie wycofane',
    erased: 'Dane usunięte',
  },
  text: {
    confirmed: (until) =>
      `Dziękujemy za potwierdzenie. Szukamy pasujących firm; zwykle trwa to minutę, najwyżej godzinę. Napiszemy do Państwa.${until ? ` Zapytanie pozostaje otwarte do: ${until}.` : ''}`,
    closed: () => 'Nie szukamy już kolejnych firm dla tego zapytania.',
    expired: () =>
      'Niczego już w Państwa imieniu nie wysyłamy. Jeżeli temat jest nadal aktualny, prosimy wysłać nowe zapytanie.',
    withdrawn: () =>
      'Nie pokazujemy go już żadnej firmie. Firmy, które je rozpatrywały, zostały powiadomione.',
    erased: () => 'Dane tego zapytania zostały usunięte zgodnie z prośbą.',
  },
  matched: (count, until) => {
    const open = until ? ` Zapytanie pozostaje otwarte do: ${until}.` : '';
    if (count === 0) return `Na razie nie znaleźliśmy pasującej firmy.${open}`;
    if (count === 1) return `Znaleźliśmy jedną pasującą firmę.${open}`;
    const few = new Intl.PluralRules('pl').select(count) === 'few';
    return `Znaleźliśmy ${count} ${few ? 'pasujące firmy' : 'pasujących firm'}.${open}`;
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
    text: 'Nie pokażemy go już żadnej firmie, a te, które je rozpatrują, powiadomimy. Tego nie można cofnąć; zawsze można wysłać nowe zapytanie.',
    button: 'Tak, wycofuję',
  },
  keep: 'Prosimy zachować ten odnośnik: prowadzi do strony ze stanem zapytania. Nie należy go nikomu przekazywać.',
  again: 'Napisz nowe zapytanie',
};

const en: StatusText = {
  title: 'Where your request stands',
  steps: ['Sent', 'Confirmed', 'Proposals', 'Contact'],
  stepsLabel: 'Progress of the request',
  heading: {
    submitted: 'Look into your inbox',
    confirmed: 'We are searching',
    matched: 'Your request is on its way',
    closed: 'Request finished',
    expired: 'The time is over',
    withdrawn: 'Request withdrawn',
    erased: 'Data erased',
  },
  text: {
    confirmed: (until) =>
      `Thank you for confirming. We search for firms that fit; it usually takes a minute, and an hour at most. We will write to you.${until ? ` Your request stays open until ${until}.` : ''}`,
    closed: () => 'We search for no more firms for this request.',
    expired: () => 'Nothing more is sent in your name. If you are still interested, write a new request.',
    withdrawn: () => 'We show it to no firm any more. Those that had it before them were told.',
    erased: () => 'We erased the data of this request, as was asked.',
  },
  matched: (count, until) => {
    const open = until ? ` It stays open until ${until}.` : '';
    if (count === 0) return `So far we have found no firm that fits.${open}`;
    return count === 1 ? `We found one firm that fits.${open}` : `We found ${count} firms that fit.${open}`;
  },
  inbox: {
    text: (until) =>
      `We have your request. One step is left: open the mail that we sent you and press the button to confirm.${until ? ` You can do so until ${until}.` : ''}`,
    tips: [
      'The mail arrives within a minute, at the address you wrote in the request.',
      'If you do not see it, look into the spam folder.',
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
  request: { company: 'Firm', intent: 'Wants', description: 'Description', sent: 'Sent' },
  withdraw: {
    summary: 'Withdraw the request',
    text: 'We will show it to no firm any more, and tell those that have it before them. This cannot be undone; you can always send a new one.',
    button: 'Yes, withdraw it',
  },
  keep: 'Keep this link: it is your key to this page. Do not share it.',
  again: 'Write a new request',
};

/** Where a request stands, in plain words. */
export const statusTexts: Texts<StatusText> = { es, pl, en };
