import type { Intent } from '../intent.ts';
import type { Language, Texts } from '../language.ts';
import { declaredInWords } from '../sectors/declared-in-words.ts';
import type { SectorNames } from '../sectors/sector-names.ts';
import { typeset } from '../typeset.ts';
import type { Reason } from './reason.ts';

type SectorReason = Extract<Reason, { sought: unknown }>;

const sectorSentences: Texts<
  Record<SectorReason['code'], (sought: string, offered: string, declared: string) => string>
> = typeset({
  es: {
    sameClass: (sought, _offered, declared) =>
      `Se busca ${sought}, y la empresa declara esa misma clase (${declared}).`,
    sameGroup: (sought, offered, declared) =>
      `Se busca ${sought}; la empresa declara ${offered} (${declared}), del mismo grupo.`,
    sameDivision: (sought, offered, declared) =>
      `Se busca ${sought}; la empresa declara ${offered} (${declared}), de la misma división.`,
  },
  pl: {
    sameClass: (sought, _offered, declared) =>
      `Poszukiwana klasa to ${sought}; firma deklaruje tę samą klasę (${declared}).`,
    sameGroup: (sought, offered, declared) =>
      `Poszukiwana klasa to ${sought}; firma deklaruje klasę ${offered} (${declared}) z tej samej grupy.`,
    sameDivision: (sought, offered, declared) =>
      `Poszukiwana klasa to ${sought}; firma deklaruje klasę ${offered} (${declared}) z tego samego działu.`,
  },
  en: {
    sameClass: (sought, _offered, declared) =>
      `Sought: ${sought}; the firm declares the same class (${declared}).`,
    sameGroup: (sought, offered, declared) =>
      `Sought: ${sought}; the firm declares ${offered} (${declared}), in the same group.`,
    sameDivision: (sought, offered, declared) =>
      `Sought: ${sought}; the firm declares ${offered} (${declared}), in the same division.`,
  },
});

/** For a code that covers other classes as well: the firm need not do this one. */
const broadSentences: typeof sectorSentences = typeset({
  es: {
    sameClass: (sought, _offered, declared) =>
      `Se busca ${sought}; la empresa declara ${declared}, que abarca esa clase entre otras.`,
    sameGroup: (sought, offered, declared) =>
      `Se busca ${sought}; la empresa declara ${declared}, que abarca ${offered}, del mismo grupo.`,
    sameDivision: (sought, offered, declared) =>
      `Se busca ${sought}; la empresa declara ${declared}, que abarca ${offered}, de la misma división.`,
  },
  pl: {
    sameClass: (sought, _offered, declared) =>
      `Poszukiwana klasa to ${sought}; firma deklaruje kod ${declared}, który obejmuje między innymi tę klasę.`,
    sameGroup: (sought, offered, declared) =>
      `Poszukiwana klasa to ${sought}; firma deklaruje kod ${declared}, który obejmuje klasę ${offered} z tej samej grupy.`,
    sameDivision: (sought, offered, declared) =>
      `Poszukiwana klasa to ${sought}; firma deklaruje kod ${declared}, który obejmuje klasę ${offered} z tego samego działu.`,
  },
  en: {
    sameClass: (sought, _offered, declared) =>
      `Sought: ${sought}; the firm declares ${declared}, which covers this class among others.`,
    sameGroup: (sought, offered, declared) =>
      `Sought: ${sought}; the firm declares ${declared}, which covers ${offered}, in the same group.`,
    sameDivision: (sought, offered, declared) =>
      `Sought: ${sought}; the firm declares ${declared}, which covers ${offered}, in the same division.`,
  },
});

const readFromText: Texts = typeset({
  es: 'El sector se dedujo de la descripción.',
  pl: 'Klasę odczytano z opisu zapytania.',
  en: 'The sector was read from the description.',
});

/** An official name of a class as a quotation, so that it is told from our own words. */
const quoted: Texts<(name: string) => string> = {
  es: (name) => `«${name}»`,
  pl: (name) => `„${name}”`,
  en: (name) => `“${name}”`,
};

const intentSentences: Texts<(intent: string) => string> = {
  es: (intent) => `La empresa pidió recibir solicitudes de este tipo: ${intent}.`,
  pl: (intent) => `Firma chce otrzymywać zapytania, których celem jest: ${intent}.`,
  en: (intent) => `The firm asked to hear of requests of this kind: ${intent}.`,
};

const regionSentences: Texts<(region: string) => string> = typeset({
  es: (region) => `Está en la región buscada: ${region}.`,
  pl: (region) => `Firma działa w poszukiwanym regionie: ${region}.`,
  en: (region) => `It is in the region sought: ${region}.`,
});

/** What a submitter wants, in the words of each language. */
export const intentNames: Texts<Record<Intent, string>> = {
  es: {
    buy: 'comprar',
    sell: 'vender',
    distribute: 'distribuir',
    subcontract: 'subcontratar',
    research: 'investigar en conjunto',
    invest: 'invertir',
    learn: 'aprender e intercambiar experiencias',
  },
  pl: {
    buy: 'zakup',
    sell: 'sprzedaż',
    distribute: 'dystrybucja',
    subcontract: 'podwykonawstwo',
    research: 'wspólne badania',
    invest: 'inwestycja',
    learn: 'wymiana doświadczeń',
  },
  en: {
    buy: 'buying',
    sell: 'selling',
    distribute: 'distribution',
    subcontract: 'subcontracting',
    research: 'joint research',
    invest: 'investment',
    learn: 'learning and exchange of experience',
  },
};

/** A reason in words that a person can check against both profiles. */
export function describeReason(reason: Reason, language: Language, names: SectorNames): string {
  if (reason.code === 'intentWelcome') return intentSentences[language](intentNames[language][reason.intent]);
  if (reason.code === 'targetRegion') return regionSentences[language](reason.region);
  const named = (code: SectorReason['sought']) => `${code} ${quoted[language](names.nameOf(code, language))}`;
  const sentences = reason.declaredClasses === undefined ? sectorSentences : broadSentences;
  const sentence = sentences[language][reason.code](
    named(reason.sought),
    named(reason.offered),
    declaredInWords(reason.declared),
  );
  return reason.soughtFrom === 'text' ? `${sentence} ${readFromText[language]}` : sentence;
}
