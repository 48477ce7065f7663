import type { Texts } from '../../shared/domain/language.ts';
import type { LeadStatus, RejectReason, UndeliverableCause } from '../../shared/domain/lead.ts';
import { typeset } from '../../shared/domain/typeset.ts';

/** The states of a lead, as a coordinator speaks of them. */
export const leadStatusNames: Texts<Record<LeadStatus, string>> = {
  es: {
    proposed: 'Por decidir',
    approved: 'Aprobada',
    introduced: 'Presentada',
    accepted: 'Aceptada',
    connected: 'En contacto',
    rejected: 'Rechazada',
    declined: 'No aceptada',
    deferred: 'Ahora no',
    expired: 'Sin respuesta',
    undeliverable: 'No entregada',
    withdrawn: 'Retirada',
    erased: 'Eliminada',
  },
  pl: {
    proposed: 'Do decyzji',
    approved: 'Zatwierdzona',
    introduced: 'Przedstawiona',
    accepted: 'Przyjęta',
    connected: 'W kontakcie',
    rejected: 'Odrzucona',
    declined: 'Odmowa',
    deferred: 'Nie teraz',
    expired: 'Bez odpowiedzi',
    undeliverable: 'Niedoręczona',
    withdrawn: 'Wycofana',
    erased: 'Usunięta',
  },
  en: {
    proposed: 'To decide',
    approved: 'Approved',
    introduced: 'Introduced',
    accepted: 'Accepted',
    connected: 'In contact',
    rejected: 'Rejected',
    declined: 'Declined',
    deferred: 'Not now',
    expired: 'No answer',
    undeliverable: 'Not delivered',
    withdrawn: 'Withdrawn',
    erased: 'Erased',
  },
};

/** Why a coordinator rejects a lead. */
export const rejectReasonNames: Texts<Record<RejectReason, string>> = typeset({
  es: {
    notSuitable: 'No encaja con la empresa',
    alreadyInContact: 'Ya están en contacto',
    memberUnavailable: 'La empresa no está disponible',
    doubtfulInterest: 'La solicitud genera dudas',
    other: 'Otro motivo',
  },
  pl: {
    notSuitable: 'Nie pasuje do firmy',
    alreadyInContact: 'Firmy już są w kontakcie',
    memberUnavailable: 'Firma nie przyjmuje teraz zapytań',
    doubtfulInterest: 'Zapytanie budzi wątpliwości',
    other: 'Inny powód',
  },
  en: {
    notSuitable: 'Does not suit the member',
    alreadyInContact: 'They are in contact already',
    memberUnavailable: 'The member is not available',
    doubtfulInterest: 'The request raises doubts',
    other: 'Another reason',
  },
});

/** Why an introduction did not reach the member, and what helps. */
export const undeliverableCauseNames: Texts<Record<UndeliverableCause, string>> = typeset({
  es: {
    suppressed:
      'A esta dirección ya no se envía correo: la empresa no desea recibirlo o la dirección no funciona.',
    noConsent: 'No consta el consentimiento de la empresa para recibir solicitudes.',
    introducedBefore: 'Estas dos empresas ya fueron presentadas hace poco.',
    refused: 'El servicio de correo no aceptó el mensaje.',
    bounced: 'El correo fue devuelto: la dirección de la empresa no existe. Confírmela con la empresa.',
  },
  pl: {
    suppressed: 'Na ten adres nie wysyłamy już wiadomości: firma ich sobie nie życzy albo adres nie działa.',
    noConsent: 'Nie ma odnotowanej zgody firmy na otrzymywanie zapytań.',
    introducedBefore: 'Te dwie firmy zostały niedawno sobie przedstawione.',
    refused: 'Serwis pocztowy nie przyjął wiadomości.',
    bounced: 'Wiadomość wróciła: adres firmy nie istnieje. Prosimy ustalić z firmą właściwy adres.',
  },
  en: {
    suppressed:
      'No mail goes to this address any more: the member does not want it, or the address does not work.',
    noConsent: 'The member’s consent to receive requests is not on record.',
    introducedBefore: 'These two companies were introduced to each other recently.',
    refused: 'The mail service did not accept the message.',
    bounced: 'The e-mail came back: the member’s address does not exist. Ask the member for the right one.',
  },
});
