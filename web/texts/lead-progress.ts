import type { InterestView } from '../../shared/contracts/http/interest-view.ts';
import type { Texts } from '../../shared/domain/language.ts';
import type { WithDeadline } from './status.ts';

interface LeadText {
  readonly label: string;
  readonly text: WithDeadline;
}

/** How a lead stands, as its submitter is told. */
export const leadProgressTexts: Texts<Record<InterestView['leads'][number]['status'], LeadText>> = {
  es: {
    proposed: {
      label: 'En revisión',
      text: (until) => `La coordinación del clúster la revisa${until ? `; plazo: ${until}` : ''}.`,
    },
    approved: {
      label: 'Aprobada',
      text: () => 'La coordinación la aprobó; estamos enviando la presentación.',
    },
    introduced: {
      label: 'Presentada',
      text: (until) =>
        `La empresa recibió su solicitud${until ? ` y puede responder hasta el ${until}` : ''}.`,
    },
    accepted: {
      label: 'Aceptó',
      text: (until) =>
        `La empresa quiere hablar con usted. ${until ? `Después del ${until} ambas partes reciben los datos de contacto.` : 'Pronto ambas partes reciben los datos de contacto.'}`,
    },
    connected: {
      label: 'En contacto',
      text: () => 'Ambas partes recibieron por correo los datos de la otra. Escríbale cuanto antes.',
    },
    rejected: {
      label: 'No enviada',
      text: () => 'La coordinación consideró que no encajaba y no la presentó.',
    },
    declined: { label: 'No aceptó', text: () => 'La empresa agradece y no sigue adelante.' },
    deferred: { label: 'Ahora no', text: () => 'A la empresa le interesa el tema, pero no en este momento.' },
    expired: { label: 'Sin respuesta', text: () => 'La empresa no respondió dentro del plazo.' },
    undeliverable: {
      label: 'No se pudo entregar',
      text: () => 'El correo no pudo llegar a la empresa. Sus datos no se enviaron.',
    },
    withdrawn: { label: 'Retirada', text: () => 'La solicitud se retiró.' },
    erased: { label: 'Eliminada', text: () => 'Los datos se eliminaron.' },
  },
  pl: {
    proposed: {
      label: 'Do sprawdzenia',
      text: (until) => `Propozycję sprawdza koordynator klastra${until ? `; termin: ${until}` : ''}.`,
    },
    approved: {
      label: 'Zatwierdzona',
      text: () => 'Koordynator ją zatwierdził; wysyłamy wiadomość do firmy.',
    },
    introduced: {
      label: 'Wysłano',
      text: (until) => `Firma otrzymała zapytanie${until ? `. Czas na odpowiedź: do ${until}` : ''}.`,
    },
    accepted: {
      label: 'Przyjęła',
      text: (until) =>
        `Firma chce z Państwem rozmawiać. ${until ? `Obie strony otrzymają dane kontaktowe po: ${until}.` : 'Wkrótce obie strony otrzymają dane kontaktowe.'}`,
    },
    connected: {
      label: 'W kontakcie',
      text: () =>
        'Obie strony otrzymały e-mailem dane kontaktowe drugiej strony. Warto napisać jak najszybciej.',
    },
    rejected: {
      label: 'Nie wysłano',
      text: () => 'Koordynator uznał, że firma nie pasuje, i nie wysłał do niej zapytania.',
    },
    declined: { label: 'Odmówiła', text: () => 'Firma dziękuje i nie podejmuje rozmów.' },
    deferred: { label: 'Nie teraz', text: () => 'Temat firmę interesuje, ale nie w tej chwili.' },
    expired: { label: 'Bez odpowiedzi', text: () => 'Firma nie odpowiedziała w terminie.' },
    undeliverable: {
      label: 'Nie doręczono',
      text: () => 'Wiadomości nie udało się doręczyć firmie. Państwa dane nie zostały wysłane.',
    },
    withdrawn: { label: 'Wycofana', text: () => 'Zapytanie zostało wycofane.' },
    erased: { label: 'Usunięta', text: () => 'Dane zostały usunięte.' },
  },
  en: {
    proposed: {
      label: 'Being checked',
      text: (until) => `The coordinator of the cluster is checking it${until ? `, until ${until}` : ''}.`,
    },
    approved: {
      label: 'Approved',
      text: () => 'The coordinator approved it; we are sending the introduction.',
    },
    introduced: {
      label: 'Introduced',
      text: (until) => `The firm has your request${until ? ` and can answer until ${until}` : ''}.`,
    },
    accepted: {
      label: 'Accepted',
      text: (until) =>
        `The firm wants to talk to you. ${until ? `After ${until} both sides receive the contact data.` : 'Both sides will soon receive the contact data.'}`,
    },
    connected: {
      label: 'In contact',
      text: () => 'Both sides have the contact data of the other by mail. Best write soon.',
    },
    rejected: {
      label: 'Not sent',
      text: () => 'The coordinator found that it does not fit and did not introduce it.',
    },
    declined: { label: 'Declined', text: () => 'The firm says thank you and does not go on.' },
    deferred: { label: 'Not now', text: () => 'The firm finds it interesting, but not at present.' },
    expired: { label: 'No answer', text: () => 'The firm did not answer in time.' },
    undeliverable: {
      label: 'Not delivered',
      text: () => 'The mail could not reach the firm. Your data was not sent.',
    },
    withdrawn: { label: 'Withdrawn', text: () => 'The request was withdrawn.' },
    erased: { label: 'Erased', text: () => 'The data was erased.' },
  },
};
