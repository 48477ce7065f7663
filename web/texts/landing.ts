import type { Texts } from '../../shared/domain/language.ts';
import { typeset } from '../../shared/domain/typeset.ts';
import { disclosedData } from './consent.ts';

/** The clocks that a page can name, as durations in words: `10 days`. */
export interface ClockTexts {
  readonly confirm: string;
  readonly decide: string;
  readonly answer: string;
  readonly undo: string;
  readonly interest: string;
}

interface Step {
  readonly title: string;
  readonly text: (clocks: ClockTexts) => string;
}

interface LandingText {
  readonly heading: string;
  readonly lead: string;
  readonly toForm: string;
  readonly scene: string;
  readonly stepsTitle: string;
  readonly steps: readonly [Step, Step, Step, Step];
  readonly sightTitle: string;
  readonly sight: readonly { readonly who: string; readonly what: string }[];
  readonly sightMore: string;
}

/** What Puente is, what happens when, and who sees what: shown before the form. */
export const landingTexts: Texts<LandingText> = typeset({
  es: {
    heading: 'Un puente entre empresas de Arequipa y de Podlaskie',
    lead: 'Díganos qué busca al otro lado. Puente encuentra en los clústeres (agrupaciones de empresas de un sector) empresas que encajan, una persona revisa cada propuesta y solo entonces presentamos su solicitud.',
    toForm: 'Escribir mi solicitud',
    scene: 'Un puente de piedra une el volcán Misti con un bosque de abetos.',
    stepsTitle: 'Qué pasa y cuándo',
    steps: [
      {
        title: 'Usted escribe qué busca',
        text: () => 'Toma unos cinco minutos. Escriba en español, polaco o inglés.',
      },
      {
        title: 'Confirma con un botón',
        text: ({ confirm }) => `En un minuto le llega un correo. Plazo para confirmar: ${confirm}.`,
      },
      {
        title: 'Una persona revisa',
        text: ({ decide }) =>
          `Buscamos en menos de una hora. La coordinación del clúster decide; plazo: ${decide}, en días laborables (sin fines de semana ni feriados).`,
      },
      {
        title: 'La empresa responde',
        text: ({ answer, undo }) =>
          `Plazo para responder: ${answer}. La empresa puede deshacer su aceptación durante ${undo}; después, ambas partes reciben los datos de contacto.`,
      },
    ],
    sightTitle: 'Quién ve qué',
    sight: [
      {
        who: 'La coordinación y las empresas propuestas',
        what: 'su empresa, país, región, sectores y lo que busca; nunca sus datos de contacto.',
      },
      {
        who: 'La empresa que acepta',
        what: `además sus datos: ${disclosedData.es}; usted recibe los de ella.`,
      },
      { who: 'Nadie más', what: 'no publicamos nada ni entregamos listas.' },
    ],
    sightMore: 'Cómo cuidamos los datos',
  },
  pl: {
    heading: 'Most między firmami z Arequipy i z Podlaskiego',
    lead: 'Prosimy napisać, czego Państwo szukają po drugiej stronie. Puente znajduje pasujące firmy z klastrów, każdą propozycję sprawdza człowiek i dopiero wtedy przedstawiamy zapytanie firmie.',
    toForm: 'Napisz zapytanie',
    scene: 'Kamienny most łączy wulkan Misti ze świerkowym lasem.',
    stepsTitle: 'Co się dzieje i kiedy',
    steps: [
      {
        title: 'Piszą Państwo, czego szukają',
        text: () => 'Zajmie to około pięciu minut. Można pisać po polsku, hiszpańsku lub angielsku.',
      },
      {
        title: 'Potwierdzenie jednym przyciskiem',
        text: ({ confirm }) => `W ciągu minuty przyjdzie e-mail. Czas na potwierdzenie: ${confirm}.`,
      },
      {
        title: 'Sprawdza człowiek',
        text: ({ decide }) =>
          `Wyszukiwanie trwa krócej niż godzinę. Decyduje koordynator klastra; termin: ${decide}, w dni robocze (bez weekendów i świąt).`,
      },
      {
        title: 'Firma odpowiada',
        text: ({ answer, undo }) =>
          `Czas na odpowiedź: ${answer}. Pozytywną odpowiedź można jeszcze cofnąć (czas na to: ${undo}); potem obie strony otrzymują dane kontaktowe.`,
      },
    ],
    sightTitle: 'Kto co widzi',
    sight: [
      {
        who: 'Koordynator i proponowane firmy',
        what: 'nazwę firmy, kraj, region, branże i to, czego Państwo szukają; nigdy danych kontaktowych.',
      },
      {
        who: 'Firma, która odpowie pozytywnie',
        what: `dodatkowo Państwa dane: ${disclosedData.pl}; Państwo otrzymują jej dane.`,
      },
      { who: 'Nikt inny', what: 'niczego nie publikujemy i nie przekazujemy żadnych list.' },
    ],
    sightMore: 'Jak chronimy dane',
  },
  en: {
    heading: 'A bridge between firms of Arequipa and Podlaskie',
    lead: 'Tell us what you are looking for on the other side. Puente finds the cluster firms that fit, a person checks each proposal, and only then is your request introduced.',
    toForm: 'Write my request',
    scene: 'A stone bridge joins the volcano Misti and a spruce forest.',
    stepsTitle: 'What happens, and when',
    steps: [
      {
        title: 'You write what you are looking for',
        text: () => 'It takes about five minutes. Write in English, Spanish or Polish.',
      },
      {
        title: 'You confirm with one button',
        text: ({ confirm }) => `An e-mail arrives within a minute. Time to confirm: ${confirm}.`,
      },
      {
        title: 'A person checks',
        text: ({ decide }) =>
          `We search in less than an hour. The coordinator of the cluster decides; time to decide: ${decide}, on working days (no weekends, no public holidays).`,
      },
      {
        title: 'The firm answers',
        text: ({ answer, undo }) =>
          `Time to answer: ${answer}. An acceptance can be undone for ${undo}; then both sides receive the contact details.`,
      },
    ],
    sightTitle: 'Who sees what',
    sight: [
      {
        who: 'The coordinator and the firms proposed',
        what: 'your firm, country, region, sectors and what you are looking for; never your contact details.',
      },
      {
        who: 'The firm that accepts',
        what: `also your details: ${disclosedData.en}; you receive theirs.`,
      },
      { who: 'Nobody else', what: 'we publish nothing and hand out no lists.' },
    ],
    sightMore: 'How we look after data',
  },
});
