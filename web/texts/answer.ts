import type { IntroductionView } from '../../shared/contracts/http/introduction-view.ts';
import type { Texts } from '../../shared/domain/language.ts';
import type { DeclineReason } from '../../shared/domain/lead.ts';

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
  readonly description: (language: string) => string;
  readonly reasonsTitle: string;
  readonly reasonsNote: string;
  readonly answerTitle: string;
  readonly accept: {
    readonly title: string;
    readonly text: string;
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
  title: 'Presentación de una empresa',
  heading: (company, country) => `${company} (${country}) busca una empresa como la suya`,
  facts: {
    company: 'Empresa',
    place: 'Lugar',
    activity: 'Actividad',
    intent: 'Desea',
    sectors: 'Busca en',
    certificates: 'Pide certificados',
    languages: 'Idiomas',
  },
  answerBy: 'Plazo para responder:',
  toAnswers: 'Ir a la respuesta',
  description: (language) => `Con sus propias palabras (${language})`,
  reasonsTitle: 'Por qué se lo proponemos',
  reasonsNote: 'Lo propuso un programa a partir de los sectores, y una persona de su clúster lo aprobó.',
  answerTitle: 'Su respuesta',
  accept: {
    title: 'Sí, queremos hablar',
    text: 'Ustedes reciben los datos de contacto de la empresa, y ella recibe los de ustedes. Antes hay un plazo breve para deshacerlo.',
    privacy: 'Más sobre sus datos y sus derechos',
    button: 'Aceptar y compartir mis datos',
  },
  defer: {
    title: 'Ahora no',
    text: 'Le decimos a la empresa que el tema interesa, pero no en este momento. No se comparte ningún dato de contacto.',
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
      heading: 'Aceptaron la presentación',
      text: 'Todavía no se compartió ningún dato de contacto.',
      next: 'Cuando pase ese plazo, ustedes y la empresa reciben un correo con el nombre, la dirección de correo, el teléfono y la página web de la otra parte.',
    },
    connected: {
      heading: 'Ya están en contacto',
      text: 'Ambas partes recibieron por correo los datos de contacto de la otra.',
      next: 'Busquen el mensaje de Puente en su correo y escriban a la empresa cuando gusten.',
    },
    declined: {
      heading: 'Respondieron que no',
      text: 'Se lo comunicamos a la empresa con cortesía. No se compartió ningún dato de contacto.',
      next: 'No tienen que hacer nada más.',
    },
    deferred: {
      heading: 'Respondieron «ahora no»',
      text: 'Se lo comunicamos a la empresa. No se compartió ningún dato de contacto.',
      next: 'Si más adelante quieren retomarlo, escriban a la coordinación de su clúster.',
    },
    closed: {
      heading: 'Esta presentación ya se cerró',
      text: 'La empresa retiró su solicitud o terminó el plazo para responder. No se compartió ningún dato de contacto.',
      next: 'No tienen que hacer nada. Si todavía les interesa, escriban a la coordinación de su clúster.',
    },
  },
  undo: {
    until: (until) => `Pueden deshacerlo hasta el ${until}.`,
    button: 'Deshacer la aceptación',
  },
  summary: 'De qué se trataba',
};

const pl: AnswerText = {
  title: 'Zapytanie do Państwa firmy',
  heading: (company, country) => `${company} (${country}) szuka firmy takiej jak Państwa`,
  facts: {
    company: 'Firma',
    place: 'Miejsce',
    activity: 'Działalność',
    intent: 'Cel',
    sectors: 'Szuka w branży',
    certificates: 'Oczekiwane certyfikaty',
    languages: 'Języki',
  },
  answerBy: 'Czas na odpowiedź do:',
  toAnswers: 'Przejdź do odpowiedzi',
  description: (language) => `Własnymi słowami (${language})`,
  reasonsTitle: 'Dlaczego to Państwu proponujemy',
  reasonsNote:
    'Propozycję przygotował program na podstawie branż, a zatwierdziła ją osoba z Państwa klastra.',
  answerTitle: 'Państwa odpowiedź',
  accept: {
    title: 'Tak, chcemy rozmawiać',
    text: 'Otrzymają Państwo dane kontaktowe tej firmy, a ona Państwa dane. Wcześniej będzie chwila, aby zmienić decyzję.',
    privacy: 'Więcej o Państwa danych i prawach',
    button: 'Przyjmuję i udostępniam swoje dane',
  },
  defer: {
    title: 'Nie teraz',
    text: 'Przekażemy firmie, że temat jest interesujący, ale nie w tej chwili. Żadne dane kontaktowe nie zostaną przekazane.',
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
      heading: 'Zapytanie zostało przyjęte',
      text: 'Żadnych danych kontaktowych jeszcze nie przekazano.',
      next: 'Po tym czasie Państwo i firma otrzymają e-mail z imieniem i nazwiskiem, adresem e-mail, telefonem i stroną internetową drugiej strony.',
    },
    connected: {
      heading: 'Są Państwo w kontakcie',
      text: 'Obie strony otrzymały e-mailem dane kontaktowe drugiej strony.',
      next: 'Wiadomość od Puente znajduje się w Państwa skrzynce; można już pisać do firmy.',
    },
    declined: {
      heading: 'Państwa odpowiedź: „nie”',
      text: 'Uprzejmie przekazaliśmy ją firmie. Żadnych danych kontaktowych nie przekazano.',
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
    until: (until) => `Można to cofnąć do: ${until}.`,
    button: 'Cofnij przyjęcie',
  },
  summary: 'Czego to dotyczyło',
};

const en: AnswerText = {
  title: 'Introduction of a firm',
  heading: (company, country) => `${company} (${country}) looks for a firm like yours`,
  facts: {
    company: 'Firm',
    place: 'Place',
    activity: 'Its field',
    intent: 'Wants',
    sectors: 'Looks in',
    certificates: 'Certificates asked for',
    languages: 'Languages',
  },
  answerBy: 'Answer by:',
  toAnswers: 'Go to the answer',
  description: (language) => `In its own words (${language})`,
  reasonsTitle: 'Why we propose this to you',
  reasonsNote: 'It was proposed by a calculation from the sectors, and approved by a person of your cluster.',
  answerTitle: 'Your answer',
  accept: {
    title: 'Yes, we want to talk',
    text: 'You receive the contact data of the firm, and it receives yours. Before that there is a while to undo it.',
    privacy: 'More about your data and your rights',
    button: 'Accept and share my contact data',
  },
  defer: {
    title: 'Not now',
    text: 'We tell the firm that it is interesting, but not at present. No contact data is shared.',
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
    notNow: 'It is not the time',
    other: 'Another reason',
  },
  states: {
    accepted: {
      heading: 'You accepted the introduction',
      text: 'No contact data has been shared yet.',
      next: 'When that time is over, you and the firm receive a mail with the name, e-mail address, telephone and web page of the other side.',
    },
    connected: {
      heading: 'You are in contact',
      text: 'Both sides received the contact data of the other by mail.',
      next: 'Look for the mail of Puente in your inbox and write to the firm when you like.',
    },
    declined: {
      heading: 'You answered no',
      text: 'We told the firm politely. No contact data was shared.',
      next: 'There is nothing more for you to do.',
    },
    deferred: {
      heading: 'You answered “not now”',
      text: 'We told the firm. No contact data was shared.',
      next: 'Should you want to take it up later, write to the coordinator of your cluster.',
    },
    closed: {
      heading: 'This introduction is closed',
      text: 'The firm withdrew its request, or the time to answer is over. No contact data was shared.',
      next: 'There is nothing for you to do. If you are still interested, write to the coordinator of your cluster.',
    },
  },
  undo: {
    until: (until) => `You can undo this until ${until}.`,
    button: 'Undo the acceptance',
  },
  summary: 'What it was about',
};

/** The introduction as its recipient reads it, and what can be answered. */
export const answerTexts: Texts<AnswerText> = { es, pl, en };
