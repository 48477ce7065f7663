import type { Texts } from '../../shared/domain/language.ts';
import type { Country } from '../../shared/domain/region.ts';

/**
 * The version of every text in this file, stored with each consent (GDPR art. 7(1)). Whoever changes a text here
 * gives it a new version; a test holds the two together.
 */
export const consentVersion = '2026-11';

/** What a submitter agrees to with each check box of the form, in full. */
export const consentTexts: Texts<Record<'contactByEmail' | 'shareOnAcceptance', string>> = {
  es: {
    contactByEmail:
      'Acepto que Puente y la coordinación del clúster me escriban por correo electrónico, a la dirección que indico, sobre esta solicitud: para confirmarla, contarme cómo avanza y darme las respuestas. Puedo retirar este permiso cuando quiera, en la página de la solicitud.',
    shareOnAcceptance:
      'Acepto que, si una empresa del otro país acepta mi solicitud, Puente le entregue mis datos de contacto: nombre, correo y teléfono. Sé que entonces mis datos pasan de un país al otro, entre el Perú y Polonia; que la Comisión Europea no ha reconocido que el Perú los proteja igual que la Unión Europea, y que allí puede ser más difícil hacer valer mis derechos.',
  },
  pl: {
    contactByEmail:
      'Zgadzam się, aby Puente i koordynator klastra pisali do mnie e-mailem na podany adres w sprawie tego zapytania: aby je potwierdzić, informować o postępach i przekazać odpowiedzi. Zgodę mogę wycofać w każdej chwili na stronie zapytania.',
    shareOnAcceptance:
      'Zgadzam się, aby Puente przekazał moje dane kontaktowe (imię i nazwisko, adres e-mail, telefon) firmie z drugiego kraju, jeżeli przyjmie ona moje zapytanie. Wiem, że dane trafią wtedy z jednego kraju do drugiego, między Peru a Polską; że Komisja Europejska nie stwierdziła, aby Peru chroniło je w stopniu odpowiadającym ochronie w Unii Europejskiej, i że dochodzenie moich praw może być tam trudniejsze.',
  },
  en: {
    contactByEmail:
      'I agree that Puente and the coordinator of the cluster write to me by e-mail, at the address I give, about this request: to confirm it, to tell me how it is going and to bring me the answers. I can take this back at any time on the page of the request.',
    shareOnAcceptance:
      'I agree that, if a firm of the other country accepts my request, Puente gives it my contact data: name, e-mail address and telephone. I know that my data then goes from one country to the other, between Peru and Poland; that the European Commission has not found that Peru protects it as the European Union does; and that it may be harder to enforce my rights there.',
  },
};

/** What a recipient agrees to by accepting, by the country its contact data goes to (GDPR art. 49(1)(a); Ley 29733, art. 15). */
export const disclosureTexts: Texts<Record<Country, (company: string) => string>> = {
  es: {
    PE: (company) =>
      `Al aceptar, consiento que Puente entregue mis datos de contacto (nombre, correo y teléfono) a ${company}, en el Perú. Sé que la Comisión Europea no ha reconocido que el Perú proteja los datos personales igual que la Unión Europea, y que allí puede ser más difícil hacer valer mis derechos.`,
    PL: (company) =>
      `Al aceptar, consiento que Puente entregue mis datos de contacto (nombre, correo y teléfono) a ${company}, en Polonia. Allí los protege el Reglamento General de Protección de Datos de la Unión Europea.`,
  },
  pl: {
    PE: (company) =>
      `Przyjmując zapytanie, zgadzam się, aby Puente przekazał moje dane kontaktowe (imię i nazwisko, adres e-mail, telefon) firmie ${company} w Peru. Wiem, że Komisja Europejska nie stwierdziła, aby Peru chroniło dane osobowe w stopniu odpowiadającym ochronie w Unii Europejskiej, i że dochodzenie moich praw może być tam trudniejsze.`,
    PL: (company) =>
      `Przyjmując zapytanie, zgadzam się, aby Puente przekazał moje dane kontaktowe (imię i nazwisko, adres e-mail, telefon) firmie ${company} w Polsce. Chroni je tam unijne rozporządzenie o ochronie danych (RODO).`,
  },
  en: {
    PE: (company) =>
      `By accepting I consent that Puente gives my contact data (name, e-mail address, telephone) to ${company} in Peru. I know that the European Commission has not found that Peru protects personal data as the European Union does, and that it may be harder to enforce my rights there.`,
    PL: (company) =>
      `By accepting I consent that Puente gives my contact data (name, e-mail address, telephone) to ${company} in Poland. There it is protected by the General Data Protection Regulation of the European Union.`,
  },
};
