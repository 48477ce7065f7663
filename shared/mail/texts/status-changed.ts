import type { Texts } from '../../domain/language.ts';
import { typeset } from '../../domain/typeset.ts';
import { counted, type PluralForms } from '../format.ts';

export interface News {
  /** Subject and heading. */
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** The way on is a new request, so the mail shows where to write one. */
  readonly again?: true;
}

interface StatusChangedTexts {
  readonly matched: (leadCount: number) => News;
  readonly noMatch: News;
  readonly nothingLeft: (leadCount: number) => News;
  readonly withdrawn: News;
  readonly expired: { readonly interest: News; readonly lead: News };
  readonly declined: News;
  readonly deferred: News;
  /** Label of the sectors of the firm that answered. */
  readonly sectors: string;
  readonly button: string;
  /** Stands before the address in the text part, which has no button. */
  readonly open: string;
  /** Stands before the address of the form. */
  readonly again: string;
}

const fittingFirms: Texts<PluralForms> = {
  es: { one: 'empresa para su solicitud', other: 'empresas para su solicitud' },
  pl: {
    one: 'firmę pasującą do Państwa zapytania',
    few: 'firmy pasujące do Państwa zapytania',
    other: 'firm pasujących do Państwa zapytania',
  },
  en: { one: 'firm that fits your request', other: 'firms that fit your request' },
};

export const statusChangedTexts: Texts<StatusChangedTexts> = typeset({
  es: {
    matched: (leadCount) => ({
      title: `Encontramos ${counted(leadCount, fittingFirms.es, 'es')}`,
      paragraphs: [
        'La coordinación del clúster revisa ahora cada propuesta. Si la aprueba, la empresa recibe su solicitud, todavía sin sus datos de contacto.',
        'Si la empresa acepta, enviamos a cada parte los datos de contacto de la otra. Por ahora no tiene que hacer nada.',
      ],
    }),
    noMatch: {
      title: 'No encontramos una empresa para su solicitud',
      paragraphs: [
        'Hoy no hay en los clústeres ninguna empresa que corresponda a su solicitud.',
        'Puede enviar otra con una descripción más amplia o con otros sectores.',
      ],
      again: true,
    },
    nothingLeft: (leadCount) => ({
      title: 'Por ahora, ninguna empresa para su solicitud',
      paragraphs: [
        leadCount === 1
          ? 'Ya no queda abierta la única empresa que encontramos: no aceptó, no respondió a tiempo, no se le pudo escribir o la coordinación de su clúster no aprobó la propuesta.'
          : `De las ${leadCount} empresas que encontramos, ya no queda ninguna abierta: no aceptaron, no respondieron a tiempo, no se les pudo escribir o la coordinación de su clúster no aprobó la propuesta.`,
        'Ninguna recibió sus datos de contacto. No buscaremos otras por nuestra cuenta: para que busquemos de nuevo, envíe otra solicitud, con una descripción más amplia o con otros sectores.',
      ],
      again: true,
    }),
    withdrawn: {
      title: 'Su solicitud fue retirada',
      paragraphs: [
        'La retiramos como lo pidió. Ya no llegará a ninguna otra empresa. Si alguna la tenía pendiente, le avisamos que ya no está vigente.',
      ],
    },
    expired: {
      interest: {
        title: 'El plazo de su solicitud terminó',
        paragraphs: [
          'Su solicitud ya no está vigente y no se presentará a más empresas.',
          'Si su búsqueda continúa, puede enviar una nueva cuando guste.',
        ],
        again: true,
      },
      lead: {
        title: 'Una empresa no respondió a tiempo',
        paragraphs: [
          'Una de las empresas a las que presentamos su solicitud no respondió dentro del plazo. No recibió sus datos de contacto.',
          'Si su solicitud llegó también a otras empresas, le avisaremos aparte de lo que respondan.',
        ],
      },
    },
    declined: {
      title: 'Una empresa no aceptó su solicitud',
      paragraphs: [
        'Una de las empresas a las que presentamos su solicitud respondió que esta vez no. No recibió sus datos de contacto.',
        'Si su solicitud llegó también a otras empresas, le avisaremos aparte de lo que respondan.',
      ],
    },
    deferred: {
      title: 'Una empresa respondió: «ahora no»',
      paragraphs: [
        'Una de las empresas a las que presentamos su solicitud respondió que no es el momento. No recibió sus datos de contacto.',
        'Si su solicitud llegó también a otras empresas, le avisaremos aparte de lo que respondan.',
      ],
    },
    sectors: 'Sectores de esa empresa',
    button: 'Ver mi solicitud',
    open: 'Su solicitud y su estado están aquí:',
    again: 'Para enviar una solicitud nueva:',
  },
  pl: {
    matched: (leadCount) => ({
      title: `Znaleźliśmy ${counted(leadCount, fittingFirms.pl, 'pl')}`,
      paragraphs: [
        'każdą propozycję sprawdza teraz koordynator klastra. Jeśli ją zatwierdzi, firma otrzyma Państwa zapytanie, na razie bez danych kontaktowych.',
        'Jeśli firma odpowie pozytywnie, prześlemy każdej ze stron dane kontaktowe drugiej. Na razie nie muszą Państwo nic robić.',
      ],
    }),
    noMatch: {
      title: 'Nie znaleźliśmy firmy do Państwa zapytania',
      paragraphs: [
        'wśród firm z klastrów nie ma dziś takiej, która odpowiadałaby Państwa zapytaniu.',
        'Można wysłać nowe, z szerszym opisem lub innymi branżami.',
      ],
      again: true,
    },
    nothingLeft: (leadCount) => ({
      title: 'Na razie żadna firma nie podjęła Państwa zapytania',
      paragraphs: [
        leadCount === 1
          ? 'jedyna firma, którą znaleźliśmy, nie jest już brana pod uwagę: odmówiła, nie odpowiedziała w terminie, nie dało się do niej napisać albo koordynator jej klastra nie zatwierdził propozycji.'
          : `żadna z ${leadCount} firm, które znaleźliśmy, nie jest już brana pod uwagę: odmówiły, nie odpowiedziały w terminie, nie dało się do nich napisać albo koordynator ich klastra nie zatwierdził propozycji.`,
        'Żadna firma nie otrzymała Państwa danych kontaktowych. Nie będziemy sami szukać kolejnych: aby poszukać ponownie, prosimy wysłać nowe zapytanie, z szerszym opisem lub innymi branżami.',
      ],
      again: true,
    }),
    withdrawn: {
      title: 'Państwa zapytanie zostało wycofane',
      paragraphs: [
        'zgodnie z Państwa życzeniem wycofaliśmy zapytanie. Nie trafi już do żadnej kolejnej firmy. Jeśli jakaś firma je rozpatrywała, zawiadamiamy ją, że jest nieaktualne.',
      ],
    },
    expired: {
      interest: {
        title: 'Termin ważności Państwa zapytania minął',
        paragraphs: [
          'Państwa zapytanie jest już nieaktualne i nie przedstawimy go kolejnym firmom.',
          'Jeśli nadal szukają Państwo partnera, zapraszamy do wysłania nowego zapytania.',
        ],
        again: true,
      },
      lead: {
        title: 'Jedna z firm nie odpowiedziała w terminie',
        paragraphs: [
          'jedna z firm, którym przedstawiliśmy Państwa zapytanie, nie odpowiedziała w wyznaczonym terminie. Nie otrzymała Państwa danych kontaktowych.',
          'Jeśli zapytanie trafiło także do innych firm, o ich odpowiedziach poinformujemy osobno.',
        ],
      },
    },
    declined: {
      title: 'Jedna z firm odpowiedziała odmownie',
      paragraphs: [
        'jedna z firm, którym przedstawiliśmy Państwa zapytanie, odpowiedziała, że tym razem nie skorzysta. Nie otrzymała Państwa danych kontaktowych.',
        'Jeśli zapytanie trafiło także do innych firm, o ich odpowiedziach poinformujemy osobno.',
      ],
    },
    deferred: {
      title: 'Jedna z firm odpowiedziała: „nie teraz”',
      paragraphs: [
        'jedna z firm, którym przedstawiliśmy Państwa zapytanie, odpowiedziała, że to nie jest dobry moment. Nie otrzymała Państwa danych kontaktowych.',
        'Jeśli zapytanie trafiło także do innych firm, o ich odpowiedziach poinformujemy osobno.',
      ],
    },
    sectors: 'Branże tej firmy',
    button: 'Zobacz zapytanie',
    open: 'Państwa zapytanie i jego stan:',
    again: 'Aby wysłać nowe zapytanie:',
  },
  en: {
    matched: (leadCount) => ({
      title: `We found ${counted(leadCount, fittingFirms.en, 'en')}`,
      paragraphs: [
        'A coordinator of the cluster now looks at each proposal. If it is approved, the firm receives your request, still without your contact details.',
        'If the firm accepts, we send both of you the other’s contact details. For now there is nothing for you to do.',
      ],
    }),
    noMatch: {
      title: 'We found no firm for your request',
      paragraphs: [
        'No firm in the clusters fits your request today.',
        'You can send a new one with a broader description or other sectors.',
      ],
      again: true,
    },
    nothingLeft: (leadCount) => ({
      title: 'No firm for your request for now',
      paragraphs: [
        leadCount === 1
          ? 'The one firm that we found is no longer open: it declined, did not answer in time, could not be written to, or its cluster’s coordinator did not approve the proposal.'
          : `Of the ${leadCount} firms that we found, none is open any more: they declined, did not answer in time, could not be written to, or their cluster’s coordinator did not approve the proposal.`,
        'None of them received your contact details. We will not look for others by ourselves: to have us look again, send a new request with a broader description or other sectors.',
      ],
      again: true,
    }),
    withdrawn: {
      title: 'Your request has been withdrawn',
      paragraphs: [
        'We withdrew it as you asked. It will go to no further firm. If a firm was considering it, we are telling it that the request is no longer open.',
      ],
    },
    expired: {
      interest: {
        title: 'The time for your request has run out',
        paragraphs: [
          'Your request is no longer open, and we will not show it to further firms.',
          'If you are still looking for a partner, you are welcome to send a new one.',
        ],
        again: true,
      },
      lead: {
        title: 'A firm did not answer in time',
        paragraphs: [
          'One of the firms that we showed your request to did not answer in time. It did not receive your contact details.',
          'If your request went to other firms too, we will tell you of their answers separately.',
        ],
      },
    },
    declined: {
      title: 'A firm did not accept your request',
      paragraphs: [
        'One of the firms that we showed your request to answered: not this time. It did not receive your contact details.',
        'If your request went to other firms too, we will tell you of their answers separately.',
      ],
    },
    deferred: {
      title: 'A firm answered: “not now”',
      paragraphs: [
        'One of the firms that we showed your request to answered that this is not the right time. It did not receive your contact details.',
        'If your request went to other firms too, we will tell you of their answers separately.',
      ],
    },
    sectors: 'Sectors of that firm',
    button: 'See my request',
    open: 'Your request and how it stands:',
    again: 'To send a new request:',
  },
});
