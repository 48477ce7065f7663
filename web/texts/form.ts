import type { Intent } from '../../shared/domain/intent.ts';
import type { Texts } from '../../shared/domain/language.ts';
import { typeset } from '../../shared/domain/typeset.ts';

/** Every question of the form, by the path of its answer in the body of `POST /api/interests`. */
export const questionNames = [
  'company.name',
  'company.country',
  'company.region',
  'company.website',
  'company.taxId',
  'company.sectors',
  'intent',
  'sought.description',
  'sought.sectors',
  'sought.certificates',
  'targetRegion',
  'contact.name',
  'contact.email',
  'contact.phone',
  'sought.languages',
  'consent.contactByEmail',
  'consent.shareOnAcceptance',
] as const;
export type QuestionName = (typeof questionNames)[number];

interface Question {
  readonly label: string;
  readonly hint: string;
}

interface FormText {
  readonly title: string;
  readonly heading: string;
  readonly requiredNote: string;
  readonly optional: string;
  readonly sections: Record<'company' | 'sought' | 'contact' | 'consent', Question>;
  readonly more: Record<'company' | 'sought', string>;
  readonly questions: Record<QuestionName, Question>;
  readonly scheme: string;
  readonly codes: string;
  readonly intents: Record<Intent, string>;
  readonly submit: string;
  readonly afterSubmit: string;
  readonly faultsTitle: (count: number) => string;
  readonly faultsLead: string;
  readonly newTab: string;
}

const es: FormText = {
  title: 'Solicitud de contacto',
  heading: 'Su solicitud',
  requiredNote: 'Todo es necesario, salvo lo que dice «opcional».',
  optional: 'opcional',
  sections: {
    company: {
      label: 'Su empresa',
      hint: 'El nombre, el país, la región y la actividad los ven la coordinación y las empresas propuestas.',
    },
    sought: { label: 'Lo que busca', hint: 'Cuanto más concreto, mejor encajan las propuestas.' },
    contact: { label: 'A quién responder', hint: 'Solo lo recibe la empresa que acepte su solicitud.' },
    consent: {
      label: 'Su consentimiento',
      hint: 'Los dos consentimientos son necesarios para tramitar la solicitud.',
    },
  },
  more: {
    company: 'Más sobre su empresa (opcional)',
    sought: 'Más sobre lo que busca (opcional)',
  },
  questions: {
    'company.name': { label: 'Razón social o nombre de la empresa', hint: 'Como figura en su ficha RUC.' },
    'company.country': { label: 'País', hint: 'Buscamos empresas en el otro país.' },
    'company.region': { label: 'Región', hint: 'Por ejemplo, Arequipa.' },
    'company.website': {
      label: 'Sitio web',
      hint: 'Por ejemplo: misti.pe. La recibe la empresa que acepte.',
    },
    'company.taxId': {
      label: 'RUC o NIP',
      hint: 'Identifica a su empresa sin confusiones. No se muestra a otras empresas.',
    },
    'company.sectors': {
      label: 'Actividad de su empresa',
      hint: 'Si conoce los códigos; en el Perú figuran como CIIU en su ficha RUC. Varios, separados por comas.',
    },
    intent: { label: '¿Qué desea?', hint: 'Elija lo que más se acerque.' },
    'sought.description': {
      label: 'Descríbalo con sus palabras',
      hint: 'Qué ofrece o necesita y qué empresa busca; cantidades, plazos. En español, polaco o inglés. No escriba aquí sus datos de contacto: este texto lo leen las empresas propuestas.',
    },
    'sought.sectors': {
      label: 'Sector que busca',
      hint: 'El sector de la empresa que quiere encontrar; si vende, el de quien le compraría. Si no lo conoce, lo deducimos de su descripción. Varios códigos, separados por comas.',
    },
    'sought.certificates': {
      label: 'Certificados que debe tener la empresa',
      hint: 'Por ejemplo: ISO 9001, HACCP. Varios, separados por comas.',
    },
    targetRegion: {
      label: 'Región donde busca',
      hint: 'Por ejemplo, Podlaskie. Si lo deja vacío, todo el país.',
    },
    'contact.name': { label: 'Nombres y apellidos', hint: 'La persona que atenderá a la otra empresa.' },
    'contact.email': {
      label: 'Correo electrónico',
      hint: 'Aquí le llega en un minuto el mensaje para confirmar.',
    },
    'contact.phone': { label: 'Teléfono', hint: 'Con el código del país: +51\u00a0…' },
    'sought.languages': {
      label: 'Idiomas en los que pueden comunicarse',
      hint: 'Marque todos los que sirvan.',
    },
    'consent.contactByEmail': { label: 'Escribirme por correo', hint: '' },
    'consent.shareOnAcceptance': { label: 'Compartir mis datos con quien acepte', hint: '' },
  },
  scheme: 'Clasificación',
  codes: 'Códigos',
  intents: {
    buy: 'buscamos proveedor',
    sell: 'buscamos compradores',
    distribute: 'buscamos distribuidor, o queremos serlo',
    subcontract: 'encargamos trabajos, o los hacemos',
    research: 'desarrollo o ensayos con otra empresa',
    invest: 'invertimos, o buscamos inversión',
    learn: 'visitas, buenas prácticas',
  },
  submit: 'Enviar la solicitud',
  afterSubmit:
    'Después verá una página con el estado de su solicitud y recibirá un correo para confirmarla. Sin confirmación no escribimos a nadie.',
  faultsTitle: (count) => (count === 1 ? 'Falta corregir un dato' : `Falta corregir ${count} datos`),
  faultsLead: 'Conservamos lo que escribió. Corrija esto y envíe de nuevo:',
  newTab: 'en otra pestaña',
};

const pl: FormText = {
  title: 'Formularz zapytania',
  heading: 'Zapytanie',
  requiredNote: 'Wszystkie pola są wymagane, oprócz oznaczonych jako „nieobowiązkowe”.',
  optional: 'nieobowiązkowe',
  sections: {
    company: {
      label: 'Firma',
      hint: 'Nazwę, kraj, region i działalność zobaczą koordynator i proponowane firmy.',
    },
    sought: { label: 'Czego Państwo szukają', hint: 'Im konkretniej, tym trafniejsze propozycje.' },
    contact: { label: 'Komu odpowiedzieć', hint: 'Te dane otrzyma tylko firma, która odpowie pozytywnie.' },
    consent: { label: 'Zgody', hint: 'Bez obu zgód nie możemy zająć się zapytaniem.' },
  },
  more: {
    company: 'Więcej o firmie (nieobowiązkowe)',
    sought: 'Więcej o tym, czego Państwo szukają (nieobowiązkowe)',
  },
  questions: {
    'company.name': { label: 'Nazwa firmy', hint: 'Tak jak w dokumentach.' },
    'company.country': { label: 'Kraj', hint: 'Szukamy firm w drugim kraju.' },
    'company.region': { label: 'Region', hint: 'Na przykład Podlaskie.' },
    'company.website': {
      label: 'Strona internetowa',
      hint: 'Na przykład: firma.pl. Otrzyma go firma, która odpowie pozytywnie.',
    },
    'company.taxId': {
      label: 'NIP lub RUC',
      hint: 'Pozwala jednoznacznie rozpoznać firmę. Inne firmy go nie widzą.',
    },
    'company.sectors': {
      label: 'Działalność firmy',
      hint: 'Jeżeli znają Państwo kody; w Polsce to PKD z KRS lub CEIDG. Kilka kodów prosimy oddzielić przecinkami.',
    },
    intent: { label: 'Jaki jest cel zapytania?', hint: 'Prosimy wybrać najlepiej pasujący.' },
    'sought.description': {
      label: 'Opis własnymi słowami',
      hint: 'Co Państwo oferują lub czego potrzebują i jakiej firmy szukają; ilości, terminy. Po polsku, hiszpańsku lub angielsku. Prosimy nie podawać tu danych kontaktowych: ten tekst czytają proponowane firmy.',
    },
    'sought.sectors': {
      label: 'Poszukiwana branża',
      hint: 'Branża firmy, której Państwo szukają; przy sprzedaży: branża odbiorcy. Jeżeli nie jest znana, odczytamy ją z opisu. Kilka kodów prosimy oddzielić przecinkami.',
    },
    'sought.certificates': {
      label: 'Certyfikaty, które firma powinna mieć',
      hint: 'Na przykład: ISO 9001, HACCP. Kilka prosimy oddzielić przecinkami.',
    },
    targetRegion: { label: 'Region poszukiwań', hint: 'Na przykład Arequipa. Puste pole: cały kraj.' },
    'contact.name': { label: 'Imię i nazwisko', hint: 'Osoba, która będzie rozmawiać z drugą firmą.' },
    'contact.email': {
      label: 'Adres e-mail',
      hint: 'W ciągu minuty przyjdzie tu wiadomość z prośbą o potwierdzenie.',
    },
    'contact.phone': { label: 'Telefon', hint: 'Z numerem kierunkowym kraju: +48\u00a0…' },
    'sought.languages': {
      label: 'Języki, w których można się z Państwem porozumieć',
      hint: 'Prosimy zaznaczyć wszystkie właściwe.',
    },
    'consent.contactByEmail': { label: 'Kontakt e-mailem', hint: '' },
    'consent.shareOnAcceptance': { label: 'Przekazanie danych firmie, która odpowie pozytywnie', hint: '' },
  },
  scheme: 'Klasyfikacja',
  codes: 'Kody',
  intents: {
    buy: 'szukamy dostawcy',
    sell: 'szukamy odbiorcy',
    distribute: 'szukamy dystrybutora albo chcemy nim być',
    subcontract: 'zlecamy prace albo je przyjmujemy',
    research: 'rozwój lub badania z inną firmą',
    invest: 'inwestujemy albo szukamy inwestora',
    learn: 'wizyty, dobre praktyki',
  },
  submit: 'Wyślij zapytanie',
  afterSubmit:
    'Potem zobaczą Państwo stronę ze stanem zapytania i otrzymają e-mail z prośbą o potwierdzenie. Bez potwierdzenia do nikogo nie piszemy.',
  faultsTitle: (count) => {
    if (count === 1) return '1 pole wymaga poprawienia';
    return new Intl.PluralRules('pl').select(count) === 'few'
      ? `${count} pola wymagają poprawienia`
      : `${count} pól wymaga poprawienia`;
  },
  faultsLead: 'To, co Państwo wpisali, zostało zachowane. Prosimy poprawić i wysłać ponownie:',
  newTab: 'w nowej karcie',
};

const en: FormText = {
  title: 'Request for contact',
  heading: 'Your request',
  requiredNote: 'Everything is needed unless it says “optional”.',
  optional: 'optional',
  sections: {
    company: {
      label: 'Your firm',
      hint: 'The coordinator and the firms proposed see name, country, region and activity.',
    },
    sought: { label: 'What you are looking for', hint: 'The more precise, the better the proposals.' },
    contact: { label: 'Who to contact', hint: 'Only a firm that accepts your request receives this.' },
    consent: { label: 'Your consent', hint: 'We need both to handle the request.' },
  },
  more: {
    company: 'More about your firm (optional)',
    sought: 'More about what you are looking for (optional)',
  },
  questions: {
    'company.name': { label: 'Name of the firm', hint: 'As in your official documents.' },
    'company.country': { label: 'Country', hint: 'We search for firms in the other country.' },
    'company.region': { label: 'Region', hint: 'For example, Arequipa or Podlaskie.' },
    'company.website': {
      label: 'Website',
      hint: 'For example: misti.pe. The firm that accepts receives it.',
    },
    'company.taxId': {
      label: 'Tax number (RUC or NIP)',
      hint: 'Tells your firm from others of a like name. Other firms do not see it.',
    },
    'company.sectors': {
      label: 'Activity of your firm',
      hint: 'If you know the codes: CIIU in Peru, PKD in Poland. Several are separated by commas.',
    },
    intent: { label: 'What do you want?', hint: 'Choose what comes closest.' },
    'sought.description': {
      label: 'Describe it in your own words',
      hint: 'What you offer or need and which firm you are looking for; quantities, dates. In English, Spanish or Polish. Please no contact details here: the firms proposed read this text.',
    },
    'sought.sectors': {
      label: 'Sector you are looking for',
      hint: 'The sector of the firm you want to find; if you sell, that of your buyer. If you do not know it, we read it from your description. Several codes are separated by commas.',
    },
    'sought.certificates': {
      label: 'Certificates the firm must have',
      hint: 'For example: ISO 9001, HACCP. Several are separated by commas.',
    },
    targetRegion: {
      label: 'Region to search in',
      hint: 'For example, Podlaskie. If you leave it empty, the whole country.',
    },
    'contact.name': { label: 'Full name', hint: 'The person who will talk to the other firm.' },
    'contact.email': { label: 'E-mail address', hint: 'The e-mail to confirm arrives here within a minute.' },
    'contact.phone': { label: 'Phone', hint: 'With the country code: +51\u00a0… or +48\u00a0…' },
    'sought.languages': { label: 'Languages you can work in', hint: 'Tick all that apply.' },
    'consent.contactByEmail': { label: 'Write to me by e-mail', hint: '' },
    'consent.shareOnAcceptance': { label: 'Share my contact details with the firm that accepts', hint: '' },
  },
  scheme: 'Classification',
  codes: 'Codes',
  intents: {
    buy: 'we are looking for a supplier',
    sell: 'we are looking for buyers',
    distribute: 'we are looking for a distributor, or want to be one',
    subcontract: 'we give out work, or take it on',
    research: 'development or trials with another firm',
    invest: 'we invest, or are looking for investment',
    learn: 'visits, good practice',
  },
  submit: 'Send the request',
  afterSubmit:
    'You will then see a page with the state of your request, and receive an e-mail to confirm it. Without that we write to nobody.',
  faultsTitle: (count) => (count === 1 ? 'One entry needs correcting' : `${count} entries need correcting`),
  faultsLead: 'What you typed is still here. Please correct this and send again:',
  newTab: 'in a new tab',
};

/** The questions of the form and what is said around them. */
export const formTexts: Texts<FormText> = typeset({ es, pl, en });
