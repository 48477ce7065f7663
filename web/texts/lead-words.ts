import type { Texts } from '../../shared/domain/language.ts';
import type { LeadStatus, RejectReason } from '../../shared/domain/lead.ts';
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

/** That an introduction came back: what a coordinator can mend. */
export const bouncedTexts: Texts<string> = typeset({
  es: 'El correo fue devuelto: la dirección de la empresa no existe.',
  pl: 'Wiadomość wróciła: adres firmy nie istnieje.',
  en: 'The e-mail came back: the member’s address does not exist.',
});
