import type { Intent } from '../../domain/intent.ts';
import type { Texts } from '../../domain/language.ts';
import type { Country } from '../../domain/region.ts';
import { typeset } from '../../domain/typeset.ts';

export interface IntroductionTexts {
  readonly subject: (firm: string, from: Country) => string;
  readonly heading: (intent: Intent, from: Country) => string;
  readonly greeting: (contactName: string) => string;
  readonly lead: (firm: string, lookingIn: Country) => string;
  readonly facts: {
    readonly firm: string;
    readonly place: string;
    readonly purpose: string;
    readonly sectors: string;
    readonly certificates: string;
    readonly languages: string;
  };
  readonly description: string;
  readonly coordinatorMessage: string;
  readonly why: (memberFirm: string) => string;
  readonly button: string;
  /** Stands before the address in the text part, which has no button. */
  readonly open: string;
  readonly choices: string;
  readonly deadline: (duration: string) => string;
  readonly noReply: string;
  /** The same for the text part. */
  readonly noReplyInText: string;
  readonly next: string;
  readonly afterAccepting: (undoDuration: string) => string;
}

const inCountryEs: Record<Country, string> = { PE: 'el Perú', PL: 'Polonia' };
const fromCountryEs: Record<Country, string> = { PE: 'del Perú', PL: 'de Polonia' };
const fromCountryPl: Record<Country, string> = { PE: 'z Peru', PL: 'z Polski' };
const inCountryPl: Record<Country, string> = { PE: 'w Peru', PL: 'w Polsce' };
const inCountryEn: Record<Country, string> = { PE: 'Peru', PL: 'Poland' };

const seeksEs: Record<Intent, string> = {
  buy: 'busca proveedor',
  sell: 'busca compradores',
  distribute: 'busca una alianza de distribución',
  subcontract: 'busca una alianza de subcontratación',
  research: 'busca socio para investigación y desarrollo',
  invest: 'busca socio para una inversión',
  learn: 'quiere intercambiar experiencias',
};
const seeksPl: Record<Intent, string> = {
  buy: 'szuka dostawcy',
  sell: 'szuka odbiorców',
  distribute: 'szuka współpracy w zakresie dystrybucji',
  subcontract: 'szuka współpracy w ramach podwykonawstwa',
  research: 'szuka partnera do prac badawczo-rozwojowych',
  invest: 'szuka partnera do inwestycji',
  learn: 'chce wymienić się doświadczeniami',
};
const seeksEn: Record<Intent, string> = {
  buy: 'is looking for a supplier',
  sell: 'is looking for buyers',
  distribute: 'is looking for a distribution partner',
  subcontract: 'is looking for a subcontracting partner',
  research: 'is looking for a research and development partner',
  invest: 'is looking for an investment partner',
  learn: 'would like to exchange experience',
};

export const introductionTexts: Texts<IntroductionTexts> = typeset({
  es: {
    subject: (firm, from) => `Solicitud desde ${inCountryEs[from]}: ${firm}`,
    heading: (intent, from) => `Una empresa ${fromCountryEs[from]} ${seeksEs[intent]}`,
    greeting: () => 'De nuestra consideración:',
    lead: (firm, lookingIn) =>
      `${firm} busca un contacto empresarial en ${inCountryEs[lookingIn]}. La coordinación de su clúster revisó la solicitud y considera que puede interesarle.`,
    facts: {
      firm: 'Empresa',
      place: 'Ubicación',
      purpose: 'Propósito',
      sectors: 'Sectores que busca',
      certificates: 'Certificados que pide',
      languages: 'Idiomas de trabajo',
    },
    description: 'Texto de la solicitud',
    coordinatorMessage: 'Mensaje de la coordinación del clúster',
    why: (memberFirm) => `¿Por qué ${memberFirm}?`,
    button: 'Ir a responder',
    open: 'Para responder, abra esta dirección:',
    choices:
      'En esa página puede aceptar, responder que no o elegir «ahora no». No hace falta crear una cuenta, y abrir la página no implica ningún compromiso.',
    deadline: (duration) => `Tiene ${duration} para responder, a partir del envío de este mensaje.`,
    noReply: 'Por favor, responda con el botón y no por correo.',
    noReplyInText: 'Responda en esa página, no por correo.',
    next: 'Qué pasa si acepta',
    afterAccepting: (undoDuration) =>
      `Durante ${undoDuration} todavía puede deshacer su decisión. Después, cada empresa recibe los datos de contacto de la otra y la conversación sigue directamente entre ustedes. Antes de eso no se entrega ningún dato de contacto.`,
  },
  pl: {
    subject: (firm, from) => `Zapytanie ${fromCountryPl[from]}: ${firm}`,
    heading: (intent, from) => `Firma ${fromCountryPl[from]} ${seeksPl[intent]}`,
    greeting: () => 'Szanowni Państwo,',
    lead: (firm, lookingIn) =>
      `firma ${firm} szuka partnera ${inCountryPl[lookingIn]}. Koordynator klastra zapoznał się z jej zapytaniem i uważa, że może ono Państwa zainteresować.`,
    facts: {
      firm: 'Firma',
      place: 'Siedziba',
      purpose: 'Cel',
      sectors: 'Poszukiwane branże',
      certificates: 'Oczekiwane certyfikaty',
      languages: 'Języki współpracy',
    },
    description: 'Treść zapytania',
    coordinatorMessage: 'Wiadomość od koordynatora klastra',
    why: (memberFirm) => `Dlaczego ${memberFirm}?`,
    button: 'Przejdź do odpowiedzi',
    open: 'Aby odpowiedzieć, prosimy otworzyć ten adres:',
    choices:
      'Na tej stronie mogą Państwo przyjąć zapytanie, odmówić albo wybrać „nie teraz”. Nie trzeba zakładać konta, a samo otwarcie strony do niczego nie zobowiązuje.',
    deadline: (duration) => `Na Państwa odpowiedź czekamy ${duration} od wysłania tej wiadomości.`,
    noReply: 'Prosimy odpowiadać za pomocą przycisku, a nie e-mailem.',
    noReplyInText: 'Prosimy odpowiedzieć na tej stronie, a nie e-mailem.',
    next: 'Co się stanie po przyjęciu zapytania',
    afterAccepting: (undoDuration) =>
      `Przez ${undoDuration} będą Państwo mogli jeszcze zmienić decyzję. Potem każda z firm otrzyma dane kontaktowe drugiej, a dalszą rozmowę będą Państwo prowadzić już bezpośrednio. Wcześniej nie przekazujemy żadnych danych kontaktowych.`,
  },
  en: {
    subject: (firm, from) => `Request from ${inCountryEn[from]}: ${firm}`,
    heading: (intent, from) => `A firm in ${inCountryEn[from]} ${seeksEn[intent]}`,
    greeting: (contactName) => `Dear ${contactName},`,
    lead: (firm, lookingIn) =>
      `${firm} is looking for a partner in ${inCountryEn[lookingIn]}. Your cluster’s coordinator has read the request and thinks that it may interest you.`,
    facts: {
      firm: 'Firm',
      place: 'Location',
      purpose: 'Purpose',
      sectors: 'Sectors sought',
      certificates: 'Certificates asked for',
      languages: 'Working languages',
    },
    description: 'The request in its own words',
    coordinatorMessage: 'A message from your cluster’s coordinator',
    why: (memberFirm) => `Why ${memberFirm}?`,
    button: 'Go and answer',
    open: 'To answer, open this address:',
    choices:
      'There you can accept, decline or choose “not now”. You need no account, and opening the page commits you to nothing.',
    deadline: (duration) => `You have ${duration} to answer, counted from when this message was sent.`,
    noReply: 'Please answer with the button, not by e-mail.',
    noReplyInText: 'Please answer on that page, not by e-mail.',
    next: 'What happens if you accept',
    afterAccepting: (undoDuration) =>
      `For ${undoDuration} you can still undo it. After that each firm receives the other’s contact details, and you talk to each other directly. No contact details are given to anyone before.`,
  },
});
