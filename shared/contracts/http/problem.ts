import type { Instant } from '../../domain/ids.ts';
import type { Language, Texts } from '../../domain/language.ts';
import type { Fault } from '../faults.ts';

/** What can go wrong with a request as a whole. */
export const problemStatuses = {
  malformedBody: 400,
  unauthorized: 401,
  forbidden: 403,
  notFound: 404,
  methodNotAllowed: 405,
  conflict: 409,
  heldBack: 409,
  gone: 410,
  tooLarge: 413,
  unsupportedMediaType: 415,
  invalid: 422,
  tooMany: 429,
  internal: 500,
} as const;
export type ProblemCode = keyof typeof problemStatuses;

const titles: Texts<Record<ProblemCode, string>> = {
  es: {
    malformedBody: 'No se pudo leer la solicitud: el contenido no es JSON válido.',
    unauthorized: 'Inicie sesión para continuar.',
    forbidden: 'Su cuenta no tiene permiso para esto.',
    notFound: 'No encontramos lo que busca, o el enlace no es válido.',
    methodNotAllowed: 'Esta dirección no admite esa operación.',
    conflict: 'No se puede hacer: el estado ya cambió.',
    heldBack:
      'Todavía no se puede presentar: esta empresa ya se presentó hace poco a la misma empresa del clúster.',
    gone: 'Este enlace ya venció.',
    tooLarge: 'La solicitud supera el tamaño máximo de 64 kB.',
    unsupportedMediaType: 'Envíe JSON o un formulario.',
    invalid: 'Hay datos por corregir.',
    tooMany: 'Demasiadas solicitudes. Intente más tarde.',
    internal: 'Ocurrió un error de nuestro lado. Intente de nuevo en unos minutos.',
  },
  pl: {
    malformedBody: 'Nie udało się odczytać żądania: treść nie jest poprawnym dokumentem JSON.',
    unauthorized: 'Aby kontynuować, należy się zalogować.',
    forbidden: 'Konto nie ma uprawnień do tej czynności.',
    notFound: 'Nie znaleziono strony albo odnośnik jest nieprawidłowy.',
    methodNotAllowed: 'Ten adres nie obsługuje takiej operacji.',
    conflict: 'Operacja jest niemożliwa: stan zdążył się zmienić.',
    heldBack: 'Jeszcze nie można wysłać: zapytanie tej firmy trafiło niedawno do tej samej firmy z klastra.',
    gone: 'Ten odnośnik wygasł.',
    tooLarge: 'Żądanie przekracza dozwolony rozmiar 64 kB.',
    unsupportedMediaType: 'Prosimy przesłać JSON lub formularz.',
    invalid: 'Niektóre dane wymagają poprawienia.',
    tooMany: 'Zbyt wiele żądań. Prosimy spróbować później.',
    internal: 'Wystąpił błąd po naszej stronie. Prosimy spróbować ponownie za kilka minut.',
  },
  en: {
    malformedBody: 'The request could not be read: its content is not valid JSON.',
    unauthorized: 'Please sign in first.',
    forbidden: 'Your account may not do this.',
    notFound: 'There is nothing here, or the link is not valid.',
    methodNotAllowed: 'This address does not support that operation.',
    conflict: 'This is not possible: the state has changed in the meantime.',
    heldBack: 'Not yet: this firm was introduced to the same member a short while ago.',
    gone: 'This link has expired.',
    tooLarge: 'The request is larger than 64 kB.',
    unsupportedMediaType: 'Please send JSON or a form.',
    invalid: 'Some entries need to be corrected.',
    tooMany: 'Too many requests. Please try again later.',
    internal: 'Something went wrong on our side. Please try again in a few minutes.',
  },
};

/**
 * RFC 9457 problem details; `errors` lists every fault of an invalid request, `state` the present state of a conflict,
 * `until` says from when on what is held back may be done.
 */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly errors?: readonly Fault[];
  readonly state?: string;
  readonly until?: Instant;
}

/** What a problem tells beside its code. */
export type ProblemMore = Pick<ProblemDetails, 'errors' | 'state' | 'until'>;

export function problemTitle(code: ProblemCode, language: Language): string {
  return titles[language][code];
}

export function problemDetails(
  code: ProblemCode,
  language: Language,
  more: ProblemMore = {},
): ProblemDetails {
  return {
    type: `urn:puente:problem:${code}`,
    title: problemTitle(code, language),
    status: problemStatuses[code],
    ...more,
  };
}
