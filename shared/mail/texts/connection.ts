import type { Texts } from '../../domain/language.ts';
import type { RecipientSide } from '../../domain/outbox.ts';
import { typeset } from '../../domain/typeset.ts';

interface ConnectionTexts {
  readonly subject: (otherFirm: string) => string;
  readonly heading: Readonly<Record<RecipientSide, string>>;
  readonly greeting: (contactName: string) => string;
  readonly lead: Readonly<Record<RecipientSide, (otherFirm: string) => string>>;
  readonly facts: {
    readonly firm: string;
    readonly place: string;
    readonly contact: string;
    readonly email: string;
    readonly phone: string;
    readonly website: string;
    readonly sectors: string;
    readonly languages: string;
    readonly purpose: string;
  };
  readonly about: string;
  readonly description: string;
  readonly draft: string;
  readonly button: string;
  readonly replyHint: (email: string) => string;
  readonly farewell: string;
  readonly useOfData: string;
}

export const connectionTexts: Texts<ConnectionTexts> = typeset({
  es: {
    subject: (otherFirm) => `Datos de contacto de ${otherFirm}`,
    heading: { submitter: 'Su solicitud fue aceptada', member: 'Ya pueden conversar directamente' },
    greeting: () => 'De nuestra consideración:',
    lead: {
      submitter: (otherFirm) =>
        `${otherFirm} aceptó su solicitud. Estos son los datos de contacto de la empresa, que también recibió los de usted.`,
      member: (otherFirm) =>
        `Gracias por aceptar la solicitud de ${otherFirm}. Estos son los datos de contacto de la empresa, que también recibió los de usted.`,
    },
    facts: {
      firm: 'Empresa',
      place: 'Ubicación',
      contact: 'Persona de contacto',
      email: 'Correo electrónico',
      phone: 'Teléfono',
      website: 'Sitio web',
      sectors: 'Sectores',
      languages: 'Idiomas de trabajo',
      purpose: 'Propósito de la solicitud',
    },
    about: 'De qué trata',
    description: 'Texto de la solicitud',
    draft: 'Una idea para el primer correo',
    button: 'Escribir un correo',
    replyHint: (email) =>
      `También puede responder a este mensaje: su respuesta llegará directamente a ${email}, no a Puente.`,
    farewell: 'Puente se retira aquí: la conversación queda entre ustedes. ¡Muchos éxitos!',
    useOfData:
      'Entregamos los datos de contacto con el consentimiento de ambas partes. Úselos, por favor, solo para este fin.',
  },
  pl: {
    subject: (otherFirm) => `Dane kontaktowe: ${otherFirm}`,
    heading: {
      submitter: 'Firma chce z Państwem rozmawiać',
      member: 'Mogą już Państwo rozmawiać bezpośrednio',
    },
    greeting: () => 'Szanowni Państwo,',
    lead: {
      submitter: (otherFirm) =>
        `firma ${otherFirm} pozytywnie odpowiedziała na Państwa zapytanie. Poniżej podajemy jej dane kontaktowe; firma otrzymała również Państwa dane.`,
      member: (otherFirm) =>
        `dziękujemy za pozytywną odpowiedź na zapytanie firmy ${otherFirm}. Poniżej podajemy jej dane kontaktowe; firma otrzymała również Państwa dane.`,
    },
    facts: {
      firm: 'Firma',
      place: 'Siedziba',
      contact: 'Osoba do kontaktu',
      email: 'E-mail',
      phone: 'Telefon',
      website: 'Strona internetowa',
      sectors: 'Branże',
      languages: 'Języki współpracy',
      purpose: 'Cel zapytania',
    },
    about: 'Czego dotyczy zapytanie',
    description: 'Treść zapytania',
    draft: 'Propozycja pierwszej wiadomości',
    button: 'Napisz e-mail',
    replyHint: (email) =>
      `Można też odpowiedzieć na tę wiadomość: odpowiedź trafi wprost na adres ${email}, a nie do Puente.`,
    farewell: 'Na tym kończy się rola Puente: dalszą rozmowę prowadzą już Państwo sami. Życzymy powodzenia!',
    useOfData:
      'Dane kontaktowe przekazaliśmy za zgodą obu stron. Prosimy wykorzystywać je wyłącznie w tej sprawie.',
  },
  en: {
    subject: (otherFirm) => `Contact details of ${otherFirm}`,
    heading: { submitter: 'Your request has been accepted', member: 'You can now talk directly' },
    greeting: (contactName) => `Dear ${contactName},`,
    lead: {
      submitter: (otherFirm) =>
        `${otherFirm} has accepted your request. Here are its contact details; it has received yours too.`,
      member: (otherFirm) =>
        `Thank you for accepting the request of ${otherFirm}. Here are its contact details; it has received yours too.`,
    },
    facts: {
      firm: 'Firm',
      place: 'Location',
      contact: 'Contact person',
      email: 'E-mail',
      phone: 'Phone',
      website: 'Website',
      sectors: 'Sectors',
      languages: 'Working languages',
      purpose: 'Purpose of the request',
    },
    about: 'What it is about',
    description: 'The request in its own words',
    draft: 'An idea for the first e-mail',
    button: 'Write an e-mail',
    replyHint: (email) =>
      `You can also reply to this message: your reply goes straight to ${email}, not to Puente.`,
    farewell: 'Puente steps out now: the conversation is yours. We wish you every success.',
    useOfData:
      'We disclosed the contact details with the consent of both sides. Please use them for this purpose only.',
  },
});
