import type { Texts } from '../../domain/language.ts';
import { typeset } from '../../domain/typeset.ts';

interface IntroductionClosedTexts {
  readonly subject: (firm: string) => string;
  readonly heading: string;
  readonly greeting: (contactName: string) => string;
  readonly body: (firm: string, place: string) => string;
  readonly nothingToDo: string;
}

type Cause = 'withdrawn' | 'expired';

const nothingToDo: Texts = {
  es: 'No tiene que hacer nada: el enlace anterior ya no acepta respuestas y sus datos de contacto no se entregaron.',
  pl: 'Nie muszą Państwo nic robić: pod wcześniejszym odnośnikiem nie można już odpowiedzieć, a Państwa danych kontaktowych nie przekazaliśmy.',
  en: 'There is nothing for you to do: the earlier link takes no more answers, and your contact details were not disclosed.',
};

const greeting: Texts<(contactName: string) => string> = {
  es: () => 'De nuestra consideración:',
  pl: () => 'Szanowni Państwo,',
  en: (contactName) => `Dear ${contactName},`,
};

export const introductionClosedTexts: Texts<Readonly<Record<Cause, IntroductionClosedTexts>>> = typeset({
  es: {
    withdrawn: {
      subject: (firm) => `Solicitud retirada: ${firm}`,
      heading: 'La solicitud fue retirada',
      greeting: greeting.es,
      body: (firm, place) => `${firm} (${place}) retiró la solicitud que le presentamos.`,
      nothingToDo: nothingToDo.es,
    },
    expired: {
      subject: (firm) => `Solicitud cerrada: ${firm}`,
      heading: 'La solicitud ya no está vigente',
      greeting: greeting.es,
      body: (firm, place) => `Terminó el plazo para responder a la solicitud de ${firm} (${place}).`,
      nothingToDo: nothingToDo.es,
    },
  },
  pl: {
    withdrawn: {
      subject: (firm) => `Zapytanie wycofane: ${firm}`,
      heading: 'Zapytanie zostało wycofane',
      greeting: greeting.pl,
      body: (firm, place) => `firma ${firm} (${place}) wycofała zapytanie, które Państwu przedstawiliśmy.`,
      nothingToDo: nothingToDo.pl,
    },
    expired: {
      subject: (firm) => `Zapytanie zamknięte: ${firm}`,
      heading: 'Zapytanie jest już nieaktualne',
      greeting: greeting.pl,
      body: (firm, place) => `minął termin odpowiedzi na zapytanie firmy ${firm} (${place}).`,
      nothingToDo: nothingToDo.pl,
    },
  },
  en: {
    withdrawn: {
      subject: (firm) => `Request withdrawn: ${firm}`,
      heading: 'The request has been withdrawn',
      greeting: greeting.en,
      body: (firm, place) => `${firm} (${place}) has withdrawn the request that we showed you.`,
      nothingToDo: nothingToDo.en,
    },
    expired: {
      subject: (firm) => `Request closed: ${firm}`,
      heading: 'The request is no longer open',
      greeting: greeting.en,
      body: (firm, place) => `The time to answer the request of ${firm} (${place}) is over.`,
      nothingToDo: nothingToDo.en,
    },
  },
});
