import type { Texts } from '../../shared/domain/language.ts';
import type { Country } from '../../shared/domain/region.ts';
import { typeset } from '../../shared/domain/typeset.ts';

/**
 * The version of every text in this file, stored with each consent (GDPR art. 7(1)). Whoever changes a text here
 * gives it a new version; a test holds the two together.
 */
export const consentVersion = '2026-11-24';

/** What changes hands after an acceptance; the same list wherever somebody agrees to it. */
export const disclosedData: Texts = {
  es: 'nombre, correo, teléfono y datos de la empresa (sitio web, sectores, idiomas)',
  pl: 'imię i nazwisko, adres e-mail, telefon oraz dane firmy (strona internetowa, branże, języki)',
  en: 'name, e-mail address, phone, and the firm’s data (website, sectors, languages)',
};

/** What a submitter agrees to with each check box of the form, in full. */
export const consentTexts: Texts<Record<'contactByEmail' | 'shareOnAcceptance', string>> = typeset({
  es: {
    contactByEmail:
      'Acepto que Puente me escriba por correo electrónico, a la dirección que indico, sobre esta solicitud: para pedirme que la confirme, contarme cómo avanza y darme las respuestas. Puedo retirar este consentimiento cuando quiera: basta con retirar la solicitud en su página.',
    shareOnAcceptance: `Acepto que, si una empresa del otro país acepta mi solicitud, Puente le entregue mis datos: ${disclosedData.es}. Si mis datos van de Polonia al Perú: sé que la Comisión Europea no ha reconocido que el Perú los proteja igual que la Unión Europea, y que allí puede ser más difícil hacer valer mis derechos.`,
  },
  pl: {
    contactByEmail:
      'Zgadzam się, aby Puente pisał do mnie e-mailem na podany adres w sprawie tego zapytania: aby poprosić o jego potwierdzenie, informować o postępach i przekazać odpowiedzi. Zgodę mogę wycofać w każdej chwili, wycofując zapytanie na jego stronie.',
    shareOnAcceptance: `Zgadzam się, aby Puente przekazał firmie z drugiego kraju, jeżeli pozytywnie odpowie na moje zapytanie, moje dane: ${disclosedData.pl}. Jeżeli moje dane trafią z Polski do Peru: wiem, że Komisja Europejska nie stwierdziła, aby Peru chroniło je w stopniu odpowiadającym ochronie w Unii Europejskiej, i że dochodzenie moich praw może być tam trudniejsze.`,
  },
  en: {
    contactByEmail:
      'I agree that Puente writes to me by e-mail, at the address I give, about this request: to ask me to confirm it, to tell me how it is going and to bring me the answers. I can withdraw this consent at any time by withdrawing the request on its page.',
    shareOnAcceptance: `I agree that, if a firm of the other country accepts my request, Puente gives it my data: ${disclosedData.en}. If my data goes from Poland to Peru: I know that the European Commission has not found that Peru protects it as the European Union does, and that it may be harder to enforce my rights there.`,
  },
});

/** What a recipient agrees to by accepting, by the country its contact data goes to (GDPR art. 49(1)(a); Ley 29733, art. 15). */
export const disclosureTexts: Texts<Record<Country, (company: string) => string>> = typeset({
  es: {
    PE: (company) =>
      `Al aceptar, consiento que Puente entregue mis datos a ${company}, en el Perú: ${disclosedData.es}. Sé que la Comisión Europea no ha reconocido que el Perú proteja los datos personales igual que la Unión Europea, y que allí puede ser más difícil hacer valer mis derechos.`,
    PL: (company) =>
      `Al aceptar, consiento que Puente entregue mis datos a ${company}, en Polonia: ${disclosedData.es}. Allí los protege el Reglamento General de Protección de Datos de la Unión Europea.`,
  },
  pl: {
    PE: (company) =>
      `Przyjmując zapytanie, zgadzam się, aby Puente przekazał firmie ${company} w Peru moje dane: ${disclosedData.pl}. Wiem, że Komisja Europejska nie stwierdziła, aby Peru chroniło dane osobowe w stopniu odpowiadającym ochronie w Unii Europejskiej, i że dochodzenie moich praw może być tam trudniejsze.`,
    PL: (company) =>
      `Przyjmując zapytanie, zgadzam się, aby Puente przekazał firmie ${company} w Polsce moje dane: ${disclosedData.pl}. Chroni je tam unijne rozporządzenie o ochronie danych (RODO).`,
  },
  en: {
    PE: (company) =>
      `By accepting I consent that Puente gives my data to ${company} in Peru: ${disclosedData.en}. I know that the European Commission has not found that Peru protects personal data as the European Union does, and that it may be harder to enforce my rights there.`,
    PL: (company) =>
      `By accepting I consent that Puente gives my data to ${company} in Poland: ${disclosedData.en}. There it is protected by the General Data Protection Regulation of the European Union.`,
  },
});
