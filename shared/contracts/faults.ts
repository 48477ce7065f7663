import * as z from 'zod';
import type { Instant } from '../domain/ids.ts';
import type { Language, Texts } from '../domain/language.ts';

/** One thing that is wrong with what was sent. `path` leads to it: `contact.email`, `sought.sectors.0.code`. */
export interface Fault {
  readonly path: string;
  readonly code: FaultCode;
  readonly message: string;
}

/** What can be wrong with a field. */
export type FaultCode =
  | 'required'
  | 'invalidType'
  | 'tooLong'
  | 'tooMany'
  | 'unsupportedValue'
  | 'controlCharacters'
  | 'invalidEmail'
  | 'invalidUrl'
  | 'invalidPhone'
  | 'invalidLanguage'
  | 'invalidId'
  | 'invalidTaxId'
  | 'invalidUuid'
  | 'invalidCursor'
  | 'unknownSector'
  | 'consentRequired'
  | 'keyReused'
  | 'heldBack'
  | 'neverAgain'
  | 'outOfRange'
  | 'invalid';

type Limits = {
  readonly maximum?: number;
  readonly options?: readonly string[];
  readonly until?: Instant;
};

const texts: Texts<Record<FaultCode, (limits: Limits) => string>> = {
  es: {
    required: ({ options }) => (options === undefined ? 'Este dato es obligatorio.' : 'Elija una opción.'),
    invalidType: () => 'El tipo de dato no es el esperado.',
    tooLong: ({ maximum }) => `Es demasiado largo: como máximo ${maximum} caracteres.`,
    tooMany: ({ maximum }) => `Son demasiados: como máximo ${maximum}.`,
    unsupportedValue: ({ options }) => `Valor no admitido. Valores posibles: ${list('es', options)}.`,
    controlCharacters: () => 'Contiene saltos de línea o caracteres invisibles que no se admiten aquí.',
    invalidEmail: () => 'No es una dirección de correo válida.',
    invalidUrl: () => 'No es una dirección web válida; debe empezar con http:// o https://.',
    invalidPhone: () => 'No es un número de teléfono válido; use dígitos, espacios y el signo +.',
    invalidLanguage: () => 'Indique el idioma con su código de dos letras, por ejemplo «es».',
    invalidId: () => 'El identificador no es válido.',
    invalidTaxId: () => 'El RUC tiene 11 dígitos y el NIP, 10: revise el número.',
    invalidUuid: () => 'Debe ser un UUID.',
    invalidCursor: () => 'El cursor no pertenece a esta consulta.',
    unknownSector: () => 'Este código no existe en la clasificación indicada.',
    consentRequired: () => 'Sin este consentimiento no podemos tramitar la solicitud.',
    keyReused: () => 'Esta clave ya se usó con otro contenido.',
    heldBack: ({ until }) =>
      `Esta empresa ya se presentó hace poco a la misma empresa del clúster; puede volver a presentarse desde el ${day('es', until)}.`,
    neverAgain: () =>
      'Este correo no se puede volver a enviar: hay una objeción, falta el consentimiento o ya no corresponde.',
    outOfRange: () => 'El número está fuera del rango permitido.',
    invalid: () => 'El valor no es válido.',
  },
  pl: {
    required: ({ options }) =>
      options === undefined ? 'To pole jest wymagane.' : 'Prosimy wybrać odpowiedź.',
    invalidType: () => 'Nieprawidłowy typ danych.',
    tooLong: ({ maximum }) => `Tekst jest za długi: maksymalna liczba znaków to ${maximum}.`,
    tooMany: ({ maximum }) => `Za dużo pozycji: maksymalna liczba to ${maximum}.`,
    unsupportedValue: ({ options }) => `Nieobsługiwana wartość. Dozwolone: ${list('pl', options)}.`,
    controlCharacters: () =>
      'Tekst zawiera znaki nowego wiersza lub znaki niewidoczne, które są tu niedozwolone.',
    invalidEmail: () => 'To nie jest poprawny adres e-mail.',
    invalidUrl: () => 'To nie jest poprawny adres strony; musi zaczynać się od http:// lub https://.',
    invalidPhone: () => 'To nie jest poprawny numer telefonu; prosimy użyć cyfr, spacji i znaku +.',
    invalidLanguage: () => 'Prosimy podać dwuliterowy kod języka, na przykład „pl”.',
    invalidId: () => 'Identyfikator jest nieprawidłowy.',
    invalidTaxId: () => 'RUC ma 11 cyfr, a NIP 10: prosimy sprawdzić numer.',
    invalidUuid: () => 'Wartość musi być identyfikatorem UUID.',
    invalidCursor: () => 'Kursor nie należy do tego zapytania.',
    unknownSector: () => 'Tego kodu nie ma we wskazanej klasyfikacji.',
    consentRequired: () => 'Bez tej zgody nie możemy zająć się zapytaniem.',
    keyReused: () => 'Tego klucza użyto już z inną treścią.',
    heldBack: ({ until }) =>
      `Zapytanie tej firmy trafiło niedawno do tej samej firmy z klastra; kolejne można wysłać od ${day('pl', until)} r.`,
    neverAgain: () =>
      'Tej wiadomości nie można wysłać ponownie: jest sprzeciw, brakuje zgody albo straciła aktualność.',
    outOfRange: () => 'Liczba jest poza dozwolonym zakresem.',
    invalid: () => 'Wartość jest nieprawidłowa.',
  },
  en: {
    required: ({ options }) => (options === undefined ? 'This is required.' : 'Please choose one.'),
    invalidType: () => 'This is not the expected type of value.',
    tooLong: ({ maximum }) => `This is too long: ${maximum} characters at most.`,
    tooMany: ({ maximum }) => `Too many: ${maximum} at most.`,
    unsupportedValue: ({ options }) =>
      `This value is not supported. Possible values: ${list('en', options)}.`,
    controlCharacters: () => 'This contains line breaks or invisible characters that are not allowed here.',
    invalidEmail: () => 'This is not a valid e-mail address.',
    invalidUrl: () => 'This is not a valid web address; it must begin with http:// or https://.',
    invalidPhone: () => 'This is not a valid phone number; use digits, spaces and the sign +.',
    invalidLanguage: () => 'Give the language by its two-letter code, for example “en”.',
    invalidId: () => 'This identifier is not valid.',
    invalidTaxId: () => 'A RUC has 11 digits, a NIP 10: please check the number.',
    invalidUuid: () => 'This must be a UUID.',
    invalidCursor: () => 'This cursor does not belong to this query.',
    unknownSector: () => 'This code does not exist in the classification given.',
    consentRequired: () => 'Without this consent we cannot take the request.',
    keyReused: () => 'This key was used before with other content.',
    heldBack: ({ until }) =>
      `This firm was introduced to the same member a short while ago; it may be introduced again from ${day('en', until)}.`,
    neverAgain: () =>
      'This mail cannot be sent again: somebody objected, consent is missing, or it is no longer true.',
    outOfRange: () => 'This number is out of range.',
    invalid: () => 'This value is not valid.',
  },
};

/** The day in the reader's country, as the console shows it beside. */
function day(language: Language, instant: Instant = ''): string {
  const [locale, timeZone] = {
    es: ['es-PE', 'America/Lima'],
    pl: ['pl-PL', 'Europe/Warsaw'],
    en: ['en-GB', 'UTC'],
  }[language];
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(new Date(instant));
}

function list(language: Language, options: readonly string[] = []): string {
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(options);
}

/** A fault in the reader's language. */
export function fault(path: string, code: FaultCode, language: Language, limits: Limits = {}): Fault {
  return { path, code, message: texts[language][code](limits) };
}

/** A value that a schema accepts, or every fault of it in the reader's language. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Parses what was sent from outside. */
export function check<S extends z.ZodType>(
  schema: S,
  sent: unknown,
  language: Language,
): Checked<z.output<S>> {
  const parsed = z.safeParse(schema, sent, {
    error: (issue) => (isAbsent(issue) ? 'required' : undefined),
  });
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, faults: faultsOf(parsed.error, language) };
}

/** A value that was not sent, or an object without the field that says which kind it is. */
function isAbsent({ code, input, ...issue }: z.core.$ZodRawIssue): boolean {
  if (input === undefined) return true;
  const decides = code === 'invalid_union' ? issue['discriminator'] : undefined;
  return typeof decides === 'string' && typeof input === 'object' && input !== null && !(decides in input);
}

/** Every fault of a failed parse, in the order of the fields, at most one for each place. */
function faultsOf(error: z.ZodError, language: Language): Fault[] {
  const byPath = new Map<string, Fault>();
  for (const issue of error.issues.flatMap(flatten)) {
    const path = issue.path.join('.');
    if (!byPath.has(path)) byPath.set(path, fault(path, codeOf(issue), language, limitsOf(issue)));
  }
  return [...byPath.values()];
}

type Issue = z.core.$ZodIssue;

/** A failed union tells only that nothing fits: the faults of its closest branch say why. */
function flatten(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const [closest] = [...issue.errors].sort((a, b) => a.length - b.length);
  if (closest === undefined) return [issue];
  return closest.flatMap((inner) => flatten({ ...inner, path: [...issue.path, ...inner.path] } as Issue));
}

function codeOf(issue: Issue): FaultCode {
  if (Object.hasOwn(texts.en, issue.message)) return issue.message as FaultCode;
  switch (issue.code) {
    case 'invalid_type':
      return 'invalidType';
    case 'too_big':
      return issue.origin === 'array' ? 'tooMany' : issue.origin === 'string' ? 'tooLong' : 'outOfRange';
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array' ? 'required' : 'outOfRange';
    case 'invalid_value':
    case 'invalid_union':
      return 'unsupportedValue';
    default:
      return 'invalid';
  }
}

function limitsOf(issue: Issue): Limits {
  if (issue.code === 'too_big') return { maximum: Number(issue.maximum) };
  if (issue.code === 'invalid_value') return { options: issue.values.map(String) };
  if (issue.code === 'invalid_union' && 'options' in issue)
    return { options: (issue.options ?? []).map(String) };
  return {};
}
