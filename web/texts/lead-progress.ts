import type { InterestView } from '../../shared/contracts/http/interest-view.ts';
import type { Texts } from '../../shared/domain/language.ts';
import { typeset } from '../../shared/domain/typeset.ts';
import type { WithDeadline } from './status.ts';

interface LeadText {
  readonly label: string;
  readonly text: WithDeadline;
}

type LeadStatus = InterestView['leads'][number]['status'];

/**
 * How a lead stands, as its submitter is told. `ended`: one that was withdrawn although the submitter withdrew nothing,
 * because the time of the request was over.
 */
export const leadProgressTexts: Texts<Record<LeadStatus | 'ended', LeadText>> = typeset({
  es: {
    proposed: {
      label: 'En revisión',
      text: (until) => `La coordinación del clúster la revisa${until ? `; plazo: ${until}` : ''}.`,
    },
    approved: {
      label: 'Aprobada',
      text: () => 'La coordinación la aprobó; estamos enviando su solicitud a la empresa.',
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
      text: () => 'La coordinación decidió no presentarla.',
    },
    declined: { label: 'No aceptó', text: () => 'La empresa respondió que esta vez no.' },
    deferred: { label: 'Ahora no', text: () => 'La empresa respondió que no es el momento.' },
    expired: { label: 'Sin respuesta', text: () => 'La empresa no respondió dentro del plazo.' },
    undeliverable: {
      label: 'No se pudo entregar',
      text: () => 'El correo no pudo llegar a la empresa. Los datos de contacto de usted no se enviaron.',
    },
    withdrawn: { label: 'Solicitud retirada', text: () => 'La solicitud se retiró.' },
    ended: { label: 'Terminada', text: () => 'Esta propuesta ya no está en curso.' },
    erased: { label: 'Eliminada', text: () => 'Los datos se eliminaron.' },
  },
  pl: {
    proposed: {
      label: 'W trakcie sprawdzania',
      text: (until) => `Propozycję sprawdza koordynator klastra${until ? `; termin: ${until}` : ''}.`,
    },
    approved: {
      label: 'Zatwierdzono',
      text: () => 'Koordynator ją zatwierdził; wysyłamy wiadomość do firmy.',
    },
    introduced: {
      label: 'Wysłano',
      text: (until) => `Firma otrzymała zapytanie${until ? `. Czas na odpowiedź: do ${until}` : ''}.`,
    },
    accepted: {
      label: 'Zgoda na kontakt',
      text: (until) =>
        `Firma chce z Państwem rozmawiać. ${until ? `Obie strony otrzymają dane kontaktowe po ${until}.` : 'Wkrótce obie strony otrzymają dane kontaktowe.'}`,
    },
    connected: {
      label: 'W kontakcie',
      text: () =>
        'Obie strony otrzymały e-mailem dane kontaktowe drugiej strony. Warto napisać jak najszybciej.',
    },
    rejected: {
      label: 'Nie wysłano',
      text: () => 'Koordynator postanowił nie wysyłać zapytania do tej firmy.',
    },
    declined: { label: 'Odmowa', text: () => 'Firma odpowiedziała, że tym razem nie.' },
    deferred: { label: 'Nie teraz', text: () => 'Firma odpowiedziała, że to nie jest dobry moment.' },
    expired: { label: 'Bez odpowiedzi', text: () => 'Firma nie odpowiedziała w terminie.' },
    undeliverable: {
      label: 'Nie doręczono',
      text: () => 'Wiadomości nie udało się doręczyć firmie. Państwa dane kontaktowe nie zostały wysłane.',
    },
    withdrawn: { label: 'Wycofano', text: () => 'Zapytanie zostało wycofane.' },
    ended: { label: 'Zakończono', text: () => 'Ta propozycja nie jest już rozpatrywana.' },
    erased: { label: 'Usunięto', text: () => 'Dane zostały usunięte.' },
  },
  en: {
    proposed: {
      label: 'Being checked',
      text: (until) => `The coordinator of the cluster is checking it${until ? `, until ${until}` : ''}.`,
    },
    approved: {
      label: 'Approved',
      text: () => 'The coordinator approved it; we are sending your request to the firm.',
    },
    introduced: {
      label: 'Introduced',
      text: (until) => `The firm has your request${until ? ` and can answer until ${until}` : ''}.`,
    },
    accepted: {
      label: 'Accepted',
      text: (until) =>
        `The firm wants to talk to you. ${until ? `After ${until} both sides receive the contact details.` : 'Both sides will soon receive the contact details.'}`,
    },
    connected: {
      label: 'In contact',
      text: () => 'Both sides have received each other’s contact details by e-mail. Write soon.',
    },
    rejected: {
      label: 'Not sent',
      text: () => 'The coordinator decided not to introduce it.',
    },
    declined: { label: 'Declined', text: () => 'The firm answered: not this time.' },
    deferred: { label: 'Not now', text: () => 'The firm answered that this is not the right time.' },
    expired: { label: 'No answer', text: () => 'The firm did not answer in time.' },
    undeliverable: {
      label: 'Not delivered',
      text: () => 'The e-mail could not reach the firm. Your contact details were not sent.',
    },
    withdrawn: { label: 'Withdrawn', text: () => 'The request was withdrawn.' },
    ended: { label: 'Ended', text: () => 'This proposal is no longer open.' },
    erased: { label: 'Erased', text: () => 'The data was erased.' },
  },
});
