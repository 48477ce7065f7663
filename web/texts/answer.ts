import type { IntroductionView } from '../../shared/contracts/http/introduction-view.ts';
import type { Texts } from '../../shared/domain/language.ts';
import type { DeclineReason } from '../../shared/domain/lead.ts';
import { typeset } from '../../shared/domain/typeset.ts';
import { polishAccusative } from '../format.ts';
import { disclosedData } from './consent.ts';

type State = IntroductionView['state'];

interface AnswerText {
  readonly title: string;
  readonly heading: (company: string, country: string) => string;
  readonly facts: Record<
    'company' | 'place' | 'activity' | 'intent' | 'sectors' | 'certificates' | 'languages',
    string
  >;
  readonly answerBy: string;
  readonly toAnswers: string;
  readonly description: string;
  readonly reasonsTitle: (member: string) => string;
  readonly reasonsNote: string;
  readonly answerTitle: string;
  readonly accept: {
    readonly title: string;
    /** `undo`: how long an acceptance can be undone, in words. */
    readonly text: (undo: string) => string;
    readonly privacy: string;
    readonly button: string;
  };
  readonly defer: { readonly title: string; readonly text: string; readonly button: string };
  readonly decline: {
    readonly title: string;
    readonly reason: string;
    readonly message: string;
    readonly messageHint: string;
    readonly button: string;
  };
  readonly reasonNames: Record<DeclineReason, string>;
  readonly states: Record<
    Exclude<State, 'open'>,
    { readonly heading: string; readonly text: string; readonly next: string }
  >;
  readonly undo: { readonly until: (until: string) => string; readonly button: string };
  readonly summary: string;
}

const es: AnswerText = {
  title: 'Solicitud para su empresa',
  heading: (company, country) => `${company} (${country}) busca una empresa como la suya`,
  facts: {
    company: 'Empresa',
    place: 'Ubicación',
    activity: 'Actividad',
    intent: 'Propósito',
    sectors: 'Sectores que busca',
    certificates: 'Certificados que pide',
    languages: 'Idiomas de trabajo',
  },
  answerBy: 'Plazo para responder:',
  toAnswers: 'Ir a la respuesta',
  description: 'Texto de la solicitud',
  reasonsTitle: (member) => `¿Por qué ${member}?`,
  reasonsNote: 'Lo propuso un programa a partir de los sectores, y una persona de su clúster lo aprobó.',
  answerTitle: 'Su respuesta',
  accept: {
    title: 'Sí, queremos hablar',
    text: (undo) =>
      `Durante ${undo} puede deshacer su decisión. Después usted recibe los datos de contacto de la empresa, y ella recibe los de usted.`,
    privacy: 'Más sobre sus datos y sus derechos',
    button: 'Aceptar y compartir mis datos',
  },
  defer: {
    title: 'Ahora no',
    text: 'Le decimos a la empresa que no es el momento. No se comparte ningún dato de contacto.',
    button: 'Ahora no',
  },
  decline: {
    title: 'No, gracias',
    reason: '¿Por qué? (opcional)',
    message: 'Mensaje (opcional)',
    messageHint: 'Lo lee la coordinación. Hasta 1000 caracteres.',
    button: 'No aceptar',
  },
  reasonNames: {
    noCapacity: 'No tenemos capacidad',
    notOurField: 'No es lo que hacemos',
    notThisMarket: 'Ese mercado no nos interesa',
    notNow: 'No es el momento',
    other: 'Otro motivo',
  },
  states: {
    accepted: {
      heading: 'Usted aceptó la solicitud',
      text: 'Todavía no se compartió ningún dato de contacto.',
      next: `Cuando pase ese plazo, usted y la empresa reciben por correo los datos de la otra parte: ${disclosedData.es}.`,
    },
    connected: {
      heading: 'Ya está en contacto',
      text: 'Ambas partes recibieron por correo los datos de contacto de la otra.',
      next: 'Busque el mensaje de Puente en su correo y escriba a la empresa cuando guste.',
    },
    declined: {
      heading: 'Respondió que no',
      text: 'Se lo comunicamos a la empresa. No se compartió ningún dato de contacto.',
      next: 'No tiene que hacer nada más.',
    },
    deferred: {
      heading: 'Respondió «ahora no»',
      text: 'Se lo comunicamos a la empresa. No se compartió ningún dato de contacto.',
      next: 'Si más adelante quiere retomarlo, escriba a la coordinación de su clúster.',
    },
    closed: {
      heading: 'Esta solicitud ya se cerró',
      text: 'La empresa retiró su solicitud o terminó el plazo para responder. No se compartió ningún dato de contacto.',
      next: 'No tiene que hacer nada. Si todavía le interesa, escriba a la coordinación de su clúster.',
    },
  },
  undo: {
    until: (until) => `Puede deshacer su decisión hasta el ${until}.`,
    button: 'Deshacer mi decisión',
  },
  summary: 'De qué se trataba',
};

const pl: AnswerText = {
  title: 'Zapytanie do Państwa firmy',
  heading: (company, country) => `${company} (${country}) szuka firmy takiej jak Państwa`,
  facts: {
    company: 'Firma',
    place: 'Siedziba',
    activity: 'Działalność',
    intent: 'Cel',
    sectors: 'Poszukiwane branże',
    certificates: 'Oczekiwane certyfikaty',
    languages: 'Języki współpracy',
  },
  answerBy: 'Termin odpowiedzi:',
  toAnswers: 'Przejdź do odpowiedzi',
  description: 'Treść zapytania',
  reasonsTitle: (member) => `Dlaczego ${member}?`,
  reasonsNote:
    'Propozycję przygotował program na podstawie branż, a zatwierdziła ją osoba z Państwa klastra.',
  answerTitle: 'Państwa odpowiedź',
  accept: {
    title: 'Tak, chcemy rozmawiać',
    text: (undo) =>
      `Przez ${polishAccusative(undo)} można jeszcze zmienić decyzję. Potem otrzymają Państwo dane kontaktowe tej firmy, a ona Państwa dane.`,
    privacy: 'Więcej o Państwa danych i prawach',
    button: 'Zgadzam się i udostępniam swoje dane',
  },
  defer: {
    title: 'Nie teraz',
    text: 'Przekażemy firmie, że to nie jest dobry moment. Żadne dane kontaktowe nie zostaną przekazane.',
    button: 'Nie teraz',
  },
  decline: {
    title: 'Nie, dziękujemy',
    reason: 'Dlaczego? (nieobowiązkowe)',
    message: 'Wiadomość (nieobowiązkowa)',
    messageHint: 'Przeczyta ją koordynator. Do 1000 znaków.',
    button: 'Odmawiam',
  },
  reasonNames: {
    noCapacity: 'Brak wolnych mocy przerobowych',
    notOurField: 'To nie nasza branża',
    notThisMarket: 'Ten rynek nas nie interesuje',
    notNow: 'To nie jest dobry moment',
    other: 'Inny powód',
  },
  states: {
    accepted: {
      heading: 'Państwa odpowiedź: „tak”',
      text: 'Żadnych danych kontaktowych jeszcze nie przekazano.',
      next: `Potem obie firmy otrzymają e-mailem dane kontaktowe: ${disclosedData.pl}.`,
    },
    connected: {
      heading: 'Są Państwo w kontakcie',
      text: 'Obie strony otrzymały e-mailem dane kontaktowe drugiej strony.',
      next: 'Wiadomość od Puente znajduje się w Państwa skrzynce; można już pisać do firmy.',
    },
    declined: {
      heading: 'Państwa odpowiedź: „nie”',
      text: 'Przekazaliśmy ją firmie. Żadnych danych kontaktowych nie przekazano.',
      next: 'Nic więcej nie trzeba robić.',
    },
    deferred: {
      heading: 'Państwa odpowiedź: „nie teraz”',
      text: 'Przekazaliśmy ją firmie. Żadnych danych kontaktowych nie przekazano.',
      next: 'Jeżeli zechcą Państwo do tego wrócić, prosimy napisać do koordynatora klastra.',
    },
    closed: {
      heading: 'Ta sprawa jest już zamknięta',
      text: 'Firma wycofała zapytanie albo minął czas na odpowiedź. Żadnych danych kontaktowych nie przekazano.',
      next: 'Nic nie trzeba robić. Jeżeli temat jest nadal interesujący, prosimy napisać do koordynatora klastra.',
    },
  },
  undo: {
    until: (until) => `Decyzję można cofnąć do ${until}.`,
    button: 'Cofnij decyzję',
  },
  summary: 'Czego to dotyczyło',
};

const en: AnswerText = {
  title: 'Request for your firm',
  heading: (company, country) => `${company} (${country}) is looking for a firm like yours`,
  facts: {
    company: 'Firm',
    place: 'Location',
    activity: 'Its field',
    intent: 'Purpose',
    sectors: 'Sectors sought',
    certificates: 'Certificates asked for',
    languages: 'Working languages',
  },
  answerBy: 'Answer by:',
  toAnswers: 'Go to the answer',
  description: 'The request in its own words',
  reasonsTitle: (member) => `Why ${member}?`,
  reasonsNote: 'A program proposed it from the sectors; a person in your cluster approved it.',
  answerTitle: 'Your answer',
  accept: {
    title: 'Yes, we want to talk',
    text: (undo) =>
      `For ${undo} you can undo it. After that you receive the contact details of the firm, and it receives yours.`,
    privacy: 'More about your data and your rights',
    button: 'Accept and share my contact details',
  },
  defer: {
    title: 'Not now',
    text: 'We tell the firm that this is not the right time. No contact details are shared.',
    button: 'Not now',
  },
  decline: {
    title: 'No, thank you',
    reason: 'Why? (optional)',
    message: 'Message (optional)',
    messageHint: 'The coordinator reads it. Up to 1000 characters.',
    button: 'Decline',
  },
  reasonNames: {
    noCapacity: 'We have no capacity',
    notOurField: 'It is not our field',
    notThisMarket: 'We are not interested in that market',
    notNow: 'Not the right time',
    other: 'Another reason',
  },
  states: {
    accepted: {
      heading: 'You accepted the request',
      text: 'No contact details have been shared yet.',
      next: `When that time is over, you and the firm receive by e-mail the details of the other side: ${disclosedData.en}.`,
    },
    connected: {
      heading: 'You are in contact',
      text: 'Both sides received the contact details of the other by e-mail.',
      next: 'Look for the e-mail from Puente in your inbox and write to the firm when you like.',
    },
    declined: {
      heading: 'You answered no',
      text: 'We told the firm. No contact details were shared.',
      next: 'There is nothing more for you to do.',
    },
    deferred: {
      heading: 'You answered “not now”',
      text: 'We told the firm. No contact details were shared.',
      next: 'Should you want to take it up later, write to the coordinator of your cluster.',
    },
    closed: {
      heading: 'This request is closed',
      text: 'The firm withdrew it, or the time to answer is over. No contact details were shared.',
      next: 'There is nothing for you to do. If you are still interested, write to the coordinator of your cluster.',
    },
  },
  undo: {
    until: (until) => `You can undo your decision until ${until}.`,
    button: 'Undo my decision',
  },
  summary: 'What it was about',
};

/** The introduction as its recipient reads it, and what can be answered. */
export const answerTexts: Texts<AnswerText> = typeset({ es, pl, en });
