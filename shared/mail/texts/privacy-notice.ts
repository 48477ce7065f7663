import type { Texts } from '../../domain/language.ts';
import type { Country } from '../../domain/region.ts';
import { typeset } from '../../domain/typeset.ts';

interface NoticeSubject {
  /** The member whose data are spoken of. */
  readonly memberFirm: string;
  /** The cluster that gave us its data. */
  readonly cluster: string;
  /** The firm that gets them after an acceptance. */
  readonly submitterFirm: string;
}

export interface PrivacyNotice {
  readonly title: string;
  readonly points: readonly { readonly label: string; readonly text: string }[];
}

type Notice = (subject: NoticeSubject) => PrivacyNotice;

/** GDPR art. 14 and 49(1)(a), PKE art. 398. */
const gdpr: Texts<Notice> = typeset({
  es: ({ memberFirm, cluster, submitterFirm }) => ({
    title: 'Información sobre sus datos personales (art. 14 del RGPD)',
    points: [
      {
        label: 'Origen',
        text: `Los datos de ${memberFirm} y de su persona de contacto (nombre, datos de contacto, descripción de la oferta) nos los facilitó el clúster al que pertenece: ${cluster}.`,
      },
      {
        label: 'Responsable',
        text: 'La entidad que opera esta instalación de Puente; puede dirigirse a ella por medio de su clúster.',
      },
      {
        label: 'Finalidad y base legal',
        text: 'Presentarle solicitudes de empresas del Perú, con el consentimiento que usted dio por medio de su clúster (art. 6.1.a del RGPD y art. 398 de la ley polaca de comunicaciones electrónicas).',
      },
      {
        label: 'Destinatarios',
        text: `Sus datos se entregarán a ${submitterFirm}, en el Perú, solo si acepta la solicitud. La Comisión Europea no ha reconocido al Perú un nivel de protección adecuado y sus datos pueden quedar allí menos protegidos que en la Unión Europea; por eso la entrega requiere su consentimiento explícito en la página de respuesta (art. 49.1.a del RGPD). El envío y el almacenamiento los realiza por encargo nuestro un proveedor de servicios en la nube.`,
      },
      {
        label: 'Selección automatizada',
        text: 'Un programa propone qué empresas corresponden a cada solicitud; la coordinación del clúster aprueba cada propuesta.',
      },
      {
        label: 'Conservación',
        text: 'Hasta que retire su consentimiento o los datos dejen de ser necesarios. Una vez suprimidos, queda solo un código derivado de su dirección, para no volver a escribirle.',
      },
      {
        label: 'Derechos',
        text: 'Acceso, rectificación, supresión, limitación, portabilidad y retirada del consentimiento en cualquier momento, sin que ello afecte al tratamiento anterior. Se ejercen por medio de su clúster; el consentimiento se retira también con el enlace de baja de arriba. Puede reclamar ante la autoridad polaca de protección de datos (UODO).',
      },
    ],
  }),
  pl: ({ memberFirm, cluster, submitterFirm }) => ({
    title: 'Informacja o danych osobowych (art. 14 RODO)',
    points: [
      {
        label: 'Źródło danych',
        text: `Dane firmy ${memberFirm} i osoby do kontaktu (imię i nazwisko, dane kontaktowe, opis oferty) przekazał nam klaster, do którego Państwo należą: ${cluster}.`,
      },
      {
        label: 'Administrator',
        text: 'Operator tej instalacji Puente; można się do niego zwrócić za pośrednictwem klastra.',
      },
      {
        label: 'Cel i podstawa',
        text: 'Przedstawianie Państwu zapytań firm z Peru na podstawie zgody, której udzielili Państwo za pośrednictwem klastra (art. 6 ust. 1 lit. a RODO oraz art. 398 Prawa komunikacji elektronicznej).',
      },
      {
        label: 'Odbiorcy',
        text: `Dane otrzyma firma ${submitterFirm} w Peru, ale tylko wtedy, gdy przyjmą Państwo zapytanie. Komisja Europejska nie stwierdziła, aby Peru zapewniało odpowiedni stopień ochrony danych, i mogą one być tam chronione słabiej niż w Unii Europejskiej. Dlatego przekazujemy je wyłącznie za Państwa wyraźną zgodą, udzieloną na stronie odpowiedzi (art. 49 ust. 1 lit. a RODO). Wiadomości wysyła, a dane przechowuje na nasze zlecenie dostawca usług chmurowych.`,
      },
      {
        label: 'Dobór automatyczny',
        text: 'Firmy do zapytań dobiera program, a każdą propozycję zatwierdza koordynator klastra.',
      },
      {
        label: 'Okres przechowywania',
        text: 'Do wycofania zgody albo do czasu, gdy dane przestaną być potrzebne. Po ich usunięciu pozostaje tylko skrót kryptograficzny adresu, abyśmy więcej do Państwa nie pisali.',
      },
      {
        label: 'Prawa',
        text: 'Przysługuje Państwu prawo dostępu do danych, ich sprostowania, usunięcia, ograniczenia przetwarzania i przeniesienia. Zgodę można wycofać w każdej chwili; nie wpływa to na zgodność z prawem wcześniejszego przetwarzania. Z praw tych można skorzystać za pośrednictwem klastra; zgodę na wiadomości można wycofać także odnośnikiem powyżej. Skargę można wnieść do Prezesa Urzędu Ochrony Danych Osobowych.',
      },
    ],
  }),
  en: ({ memberFirm, cluster, submitterFirm }) => ({
    title: 'About your personal data (art. 14 GDPR)',
    points: [
      {
        label: 'Source',
        text: `The data of ${memberFirm} and of its contact person (name, contact details, description of the offer) were given to us by the cluster that you belong to: ${cluster}.`,
      },
      {
        label: 'Controller',
        text: 'Whoever runs this installation of Puente; you can reach them through your cluster.',
      },
      {
        label: 'Purpose and basis',
        text: 'Showing you requests from firms in Peru, with the consent that you gave through your cluster (art. 6(1)(a) GDPR, art. 398 of the Polish Electronic Communications Law).',
      },
      {
        label: 'Recipients',
        text: `${submitterFirm} in Peru receives your data only if you accept the request. The European Commission has not found that Peru protects data adequately, and they may be less protected there than in the European Union; so they are disclosed only with your explicit consent on the answer page (art. 49(1)(a) GDPR). A cloud provider sends the messages and stores the data on our behalf.`,
      },
      {
        label: 'Automated selection',
        text: 'A program proposes which firms fit a request; a coordinator of the cluster approves each proposal.',
      },
      {
        label: 'Retention',
        text: 'Until you withdraw your consent or the data are no longer needed. Once they are erased, only a cryptographic hash of the address stays, so that we never write to it again.',
      },
      {
        label: 'Your rights',
        text: 'Access, rectification, erasure, restriction, portability, and withdrawal of consent at any time, which does not affect what was lawful before. You exercise them through your cluster; consent can also be withdrawn with the unsubscribe link above. You may complain to the Polish data protection authority (UODO).',
      },
    ],
  }),
});

/** Ley 29733 art. 18, DS 016-2024-JUS: source, purpose, recipients, transfer abroad, retention, ARCO, automated matching. */
const peruvian: Texts<Notice> = typeset({
  es: ({ memberFirm, cluster, submitterFirm }) => ({
    title: 'Tratamiento de sus datos personales (Ley N.° 29733)',
    points: [
      {
        label: 'Origen',
        text: `Los datos de ${memberFirm} y de su persona de contacto (nombre, datos de contacto, descripción de la oferta) nos los dio el clúster al que pertenece: ${cluster}.`,
      },
      {
        label: 'Titular del banco de datos',
        text: 'La entidad que opera esta instalación de Puente; puede dirigirse a ella por medio de su clúster.',
      },
      {
        label: 'Finalidad',
        text: 'Presentarle solicitudes de empresas de Polonia, con el consentimiento que usted dio por medio de su clúster.',
      },
      {
        label: 'Destinatarios',
        text: `Sus datos se entregarán a ${submitterFirm}, en Polonia, solo si acepta la solicitud (flujo transfronterizo). El envío y el almacenamiento los realiza por encargo nuestro un proveedor de servicios en la nube.`,
      },
      {
        label: 'Selección automatizada',
        text: 'Un programa propone de forma automatizada qué empresas corresponden a cada solicitud; la coordinación del clúster aprueba cada propuesta.',
      },
      {
        label: 'Plazo de conservación',
        text: 'Hasta que retire su consentimiento o los datos dejen de ser necesarios. Una vez cancelados, queda solo un código derivado de su dirección, para no volver a escribirle.',
      },
      {
        label: 'Derechos ARCO',
        text: 'Puede ejercer gratuitamente sus derechos de acceso, rectificación, cancelación y oposición por medio de su clúster; para oponerse a recibir más correos basta el enlace de baja de arriba. Plazo máximo de respuesta: 20 días para el acceso y 10 días para los demás derechos. También puede acudir a la Autoridad Nacional de Protección de Datos Personales.',
      },
    ],
  }),
  pl: ({ memberFirm, cluster, submitterFirm }) => ({
    title: 'Informacja o danych osobowych (peruwiańska ustawa nr 29733)',
    points: [
      {
        label: 'Źródło danych',
        text: `Dane firmy ${memberFirm} i osoby do kontaktu (imię i nazwisko, dane kontaktowe, opis oferty) przekazał nam klaster, do którego Państwo należą: ${cluster}.`,
      },
      {
        label: 'Administrator zbioru danych',
        text: 'Operator tej instalacji Puente; można się do niego zwrócić za pośrednictwem klastra.',
      },
      {
        label: 'Cel',
        text: 'Przedstawianie Państwu zapytań firm z Polski na podstawie zgody, której udzielili Państwo za pośrednictwem klastra.',
      },
      {
        label: 'Odbiorcy',
        text: `Dane otrzyma firma ${submitterFirm} w Polsce, ale tylko wtedy, gdy przyjmą Państwo zapytanie (przekazanie za granicę). Wiadomości wysyła, a dane przechowuje na nasze zlecenie dostawca usług chmurowych.`,
      },
      {
        label: 'Dobór automatyczny',
        text: 'Firmy do zapytań dobiera w sposób zautomatyzowany program, a każdą propozycję zatwierdza koordynator klastra.',
      },
      {
        label: 'Okres przechowywania',
        text: 'Do wycofania zgody albo do czasu, gdy dane przestaną być potrzebne. Po ich usunięciu pozostaje tylko skrót kryptograficzny adresu, abyśmy więcej do Państwa nie pisali.',
      },
      {
        label: 'Prawa (ARCO)',
        text: 'Bezpłatnie mogą Państwo skorzystać z prawa dostępu do danych, ich sprostowania i usunięcia oraz z prawa sprzeciwu za pośrednictwem klastra; aby sprzeciwić się dalszym wiadomościom, wystarczy odnośnik powyżej. Odpowiadamy najpóźniej w ciągu 20 dni na żądanie dostępu, w ciągu 10 dni w pozostałych sprawach. Skargę można wnieść do peruwiańskiego urzędu ochrony danych (Autoridad Nacional de Protección de Datos Personales).',
      },
    ],
  }),
  en: ({ memberFirm, cluster, submitterFirm }) => ({
    title: 'About your personal data (Peruvian Law No. 29733)',
    points: [
      {
        label: 'Source',
        text: `The data of ${memberFirm} and of its contact person (name, contact details, description of the offer) were given to us by the cluster that you belong to: ${cluster}.`,
      },
      {
        label: 'Holder of the data bank',
        text: 'Whoever runs this installation of Puente; you can reach them through your cluster.',
      },
      {
        label: 'Purpose',
        text: 'Showing you requests from firms in Poland, with the consent that you gave through your cluster.',
      },
      {
        label: 'Recipients',
        text: `${submitterFirm} in Poland receives your data only if you accept the request (transfer abroad). A cloud provider sends the messages and stores the data on our behalf.`,
      },
      {
        label: 'Automated selection',
        text: 'A program proposes automatically which firms fit a request; a coordinator of the cluster approves each proposal.',
      },
      {
        label: 'Retention',
        text: 'Until you withdraw your consent or the data are no longer needed. Once they are erased, only a cryptographic hash of the address stays, so that we never write to it again.',
      },
      {
        label: 'ARCO rights',
        text: 'Free of charge, you may ask for access, rectification and cancellation, and object, through your cluster; to object to further e-mail, the unsubscribe link above is enough. We answer within 20 days for access and within 10 days for the other rights. You may also turn to the Peruvian data protection authority (Autoridad Nacional de Protección de Datos Personales).',
      },
    ],
  }),
});

/** What the law of the member's country wants said in the first mail. */
export const privacyNotices: Readonly<Record<Country, Texts<Notice>>> = { PL: gdpr, PE: peruvian };
