import type { Intent } from '../intent.ts';
import type { Language, Texts } from '../language.ts';
import { declaredInWords } from '../sectors/declared-in-words.ts';
import type { SectorNames } from '../sectors/sector-names.ts';
import { typeset } from '../typeset.ts';
import type { Reason, SectorReason } from './reason.ts';

/** Where the class that is sought was found. */
interface SoughtSentences {
  readonly named: (sought: string) => string;
  readonly read: (sought: string) => string;
  readonly spoken: (words: string, sought: string) => string;
}

const soughtSentences: Texts<SoughtSentences> = typeset({
  es: {
    named: (sought) => `Se busca ${sought}.`,
    read: (sought) => `De la descripción se deduce que se busca ${sought}.`,
    spoken: (words, sought) => `La solicitud habla de ${words}, que corresponde a ${sought}.`,
  },
  pl: {
    named: (sought) => `Poszukiwana klasa to ${sought}.`,
    read: (sought) => `Z opisu zapytania odczytano klasę ${sought}.`,
    spoken: (words, sought) => `W zapytaniu jest mowa o: ${words}, co odpowiada klasie ${sought}.`,
  },
  en: {
    named: (sought) => `Sought: ${sought}.`,
    read: (sought) => `The description was read as ${sought}.`,
    spoken: (words, sought) => `The request speaks of ${words}, which belongs to ${sought}.`,
  },
});

/** What the firm has of it, by where that was found: `relation` says which class, and how it lies to the one sought. */
interface OfferedSentences {
  readonly declared: (relation: string, declared: string) => string;
  readonly covered: (relation: string, declared: string) => string;
  readonly read: (relation: string) => string;
  readonly spoken: (words: string, relation: string) => string;
}

const offeredSentences: Texts<OfferedSentences> = typeset({
  es: {
    declared: (relation, declared) => `La empresa declara ${relation} (${declared}).`,
    covered: (relation, declared) =>
      `La empresa declara ${declared}, código que abarca entre otras ${relation}.`,
    read: (relation) => `De la descripción de la empresa se deduce ${relation}.`,
    spoken: (words, relation) => `La empresa habla de ${words}, que corresponde a ${relation}.`,
  },
  pl: {
    declared: (relation, declared) => `Firma deklaruje ${relation} (${declared}).`,
    covered: (relation, declared) =>
      `Firma deklaruje kod ${declared}, który obejmuje między innymi ${relation}.`,
    read: (relation) => `Z opisu firmy odczytano ${relation}.`,
    spoken: (words, relation) => `W opisie firmy jest mowa o: ${words}, co wskazuje na ${relation}.`,
  },
  en: {
    declared: (relation, declared) => `The firm declares ${relation} (${declared}).`,
    covered: (relation, declared) => `The firm declares ${declared}, which covers among others ${relation}.`,
    read: (relation) => `The description of the firm was read as ${relation}.`,
    spoken: (words, relation) => `The firm speaks of ${words}, which belongs to ${relation}.`,
  },
});

const relations: Texts<Record<SectorReason['code'], (offered: string) => string>> = typeset({
  es: {
    sameClass: () => 'esa misma clase',
    sameGroup: (offered) => `${offered}, del mismo grupo`,
    sameDivision: (offered) => `${offered}, de la misma división`,
    sameSection: (offered) => `${offered}, de la misma sección`,
    buysSought: (offered) => `${offered}, cuyas empresas suelen comprar lo que produce la clase buscada`,
    tradesInSought: (offered) => `${offered}, que comercia con lo que produce la clase buscada`,
  },
  pl: {
    sameClass: () => 'tę samą klasę',
    sameGroup: (offered) => `klasę ${offered} z tej samej grupy`,
    sameDivision: (offered) => `klasę ${offered} z tego samego działu`,
    sameSection: (offered) => `klasę ${offered} z tej samej sekcji`,
    buysSought: (offered) => `klasę ${offered}, w której firmy zwykle kupują produkty poszukiwanej klasy`,
    tradesInSought: (offered) => `klasę ${offered}, czyli handel produktami poszukiwanej klasy`,
  },
  en: {
    sameClass: () => 'the same class',
    sameGroup: (offered) => `${offered}, in the same group`,
    sameDivision: (offered) => `${offered}, in the same division`,
    sameSection: (offered) => `${offered}, in the same section`,
    buysSought: (offered) => `${offered}, whose firms usually buy what the class sought makes`,
    tradesInSought: (offered) => `${offered}, which trades in what the class sought makes`,
  },
});

const listSentences: Texts<
  Record<
    'certificatesHeld' | 'certificatesMissing' | 'languagesShared' | 'languagesMissing',
    (list: string) => string
  >
> = typeset({
  es: {
    certificatesHeld: (list) => `La empresa indica los certificados pedidos: ${list}.`,
    certificatesMissing: (list) => `La empresa no indica estos certificados pedidos: ${list}.`,
    languagesShared: (list) => `Idiomas en común: ${list}.`,
    languagesMissing: (list) => `La empresa no indica ninguno de los idiomas pedidos: ${list}.`,
  },
  pl: {
    certificatesHeld: (list) => `Firma podaje wymagane certyfikaty: ${list}.`,
    certificatesMissing: (list) => `Firma nie podaje wymaganych certyfikatów: ${list}.`,
    languagesShared: (list) => `Wspólne języki: ${list}.`,
    languagesMissing: (list) => `Firma nie podaje żadnego z oczekiwanych języków: ${list}.`,
  },
  en: {
    certificatesHeld: (list) => `The firm states the certificates asked for: ${list}.`,
    certificatesMissing: (list) => `The firm does not state these certificates asked for: ${list}.`,
    languagesShared: (list) => `Languages in common: ${list}.`,
    languagesMissing: (list) => `The firm states none of the languages asked for: ${list}.`,
  },
});

const sameWordsSentences: Texts<(pairs: string) => string> = typeset({
  es: (pairs) => `Palabras que coinciden: ${pairs}.`,
  pl: (pairs) => `Wspólne pojęcia w obu opisach: ${pairs}.`,
  en: (pairs) => `Words in common: ${pairs}.`,
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
  switch (reason.code) {
    case 'intentWelcome':
      return intentSentences[language](intentNames[language][reason.intent]);
    case 'targetRegion':
      return regionSentences[language](reason.region);
    case 'sameWords':
      return sameWordsSentences[language](listed(reason.words.map(pairInWords(language)), language));
    case 'certificatesHeld':
    case 'certificatesMissing':
      return listSentences[language][reason.code](listed(reason.certificates, language));
    case 'languagesShared':
    case 'languagesMissing':
      return listSentences[language][reason.code](
        listed(languageNamesIn(language, reason.languages), language),
      );
    default:
      return `${soughtSentence(reason, language, names)} ${offeredSentence(reason, language, names)}`;
  }
}

function soughtSentence(reason: SectorReason, language: Language, names: SectorNames): string {
  const { named, read, spoken } = soughtSentences[language];
  const sought = classInWords(reason.sought, language, names);
  if (reason.soughtFrom === 'form') return named(sought);
  return reason.soughtWords === undefined
    ? read(sought)
    : spoken(quotedList(reason.soughtWords, language), sought);
}

function offeredSentence(reason: SectorReason, language: Language, names: SectorNames): string {
  const sentences = offeredSentences[language];
  const relation = relations[language][reason.code](classInWords(reason.offered, language, names));
  if (reason.declared !== undefined) {
    const sentence = reason.declaredClasses === undefined ? sentences.declared : sentences.covered;
    return sentence(relation, declaredInWords(reason.declared));
  }
  return reason.offeredWords === undefined
    ? sentences.read(relation)
    : sentences.spoken(quotedList(reason.offeredWords, language), relation);
}

function classInWords(code: SectorReason['sought'], language: Language, names: SectorNames): string {
  return `${code} ${quoted[language](names.nameOf(code, language))}`;
}

function pairInWords(language: Language) {
  return ({ sought, offered }: { sought: string; offered: string }) =>
    sought.toLowerCase() === offered.toLowerCase()
      ? quoted[language](sought)
      : `${quoted[language](sought)} = ${quoted[language](offered)}`;
}

function quotedList(words: readonly string[], language: Language): string {
  return listed(words.map(quoted[language]), language);
}

function listed(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'unit' }).format(items);
}

/** Languages by their names in `language`; a code that has none stays as it is. */
function languageNamesIn(language: Language, codes: readonly string[]): string[] {
  const displayNames = new Intl.DisplayNames(language, { type: 'language' });
  return codes.map((code) => displayNames.of(code) ?? code);
}
