import type { ResolutionKind } from '../../shared/contracts/http/mail-view.ts';
import type { Texts } from '../../shared/domain/language.ts';
import type { MailTemplate } from '../../shared/domain/mail-content.ts';
import type { OutboxStatus, SendFailure } from '../../shared/domain/outbox.ts';
import { typeset } from '../../shared/domain/typeset.ts';

interface ActionText {
  readonly open: string;
  readonly explain: Record<'unknown' | 'failed', string>;
  readonly confirm: string;
  readonly done: string;
}

interface SendsText {
  readonly places: Record<'leads' | 'sends', string>;
  readonly lists: Record<'unknown' | 'failed', string>;
  readonly heading: Record<'unknown' | 'failed', string>;
  readonly about: Record<'unknown' | 'failed', string>;
  readonly empty: Record<'unknown' | 'failed', string>;
  readonly mails: Record<MailTemplate, string>;
  readonly to: (mail: string, company: string) => string;
  readonly nobody: string;
  readonly since: Record<'unknown' | 'failed', string>;
  readonly attempt: string;
  readonly retries: string;
  readonly earlierDoubts: string;
  readonly failure: string;
  readonly lead: string;
  readonly cluster: string;
  readonly interest: string;
  readonly mail: string;
  readonly failures: Record<SendFailure, string>;
  readonly never: string;
  readonly actions: Record<ResolutionKind, ActionText>;
  readonly note: string;
  readonly noteHint: string;
  readonly noteMissing: string;
  readonly cancel: string;
  readonly statuses: Record<OutboxStatus, string>;
  readonly conflict: (status: string) => string;
  readonly forbidden: string;
}

/** What an administrator reads of mails that only a person can move on. */
export const sendsTexts: Texts<SendsText> = typeset({
  es: {
    places: { leads: 'Propuestas', sends: 'Envíos' },
    lists: { unknown: 'En duda', failed: 'Fallidos' },
    heading: { unknown: 'Envíos dudosos', failed: 'Envíos fallidos' },
    about: {
      unknown:
        'Nadie sabe si estos correos salieron: el intento se cortó antes de que llegara la respuesta. Puente nunca los repite por sí solo. Averigüe si llegaron y decida.',
      failed:
        'Estos correos no salieron. Puede repetir los que el servicio de correo no aceptó. Los demás no se envían nunca: alguien se opuso, falta el consentimiento o ya no corresponden.',
    },
    empty: { unknown: 'No hay ningún envío en duda.', failed: 'No hay envíos fallidos.' },
    mails: {
      confirmation: 'Pedido de confirmación',
      introduction: 'Presentación',
      connection: 'Datos de contacto',
      'status-changed': 'Novedades de la solicitud',
      'introduction-closed': 'Aviso de cierre',
      reminder: 'Recordatorio',
      'decisions-waiting': 'Aviso de decisiones pendientes',
    },
    to: (mail, company) => `${mail} para ${company}`,
    nobody: 'una empresa que ya no consta',
    since: { unknown: 'En duda desde', failed: 'Falló el' },
    attempt: 'Intento',
    retries: 'Reintentos',
    earlierDoubts: 'Dudas anteriores',
    failure: 'Motivo',
    lead: 'Propuesta',
    cluster: 'Clúster',
    interest: 'Solicitud',
    mail: 'Correo',
    failures: {
      rejected: 'El servicio de correo lo rechazó.',
      tooManyRetries: 'El servicio de correo no lo aceptó en ningún intento.',
      suppressed: 'A esta dirección no se debe escribir.',
      noConsent: 'No consta su consentimiento.',
      introducedBefore: 'Ya se presentó a estas dos empresas hace poco.',
      superseded: 'Ya no corresponde.',
    },
    never: 'No se puede volver a enviar.',
    actions: {
      sent: {
        open: 'Sí llegó',
        explain: {
          unknown:
            'Confírmelo antes con la empresa o en el registro de SES. El correo queda como enviado; si es una presentación, el plazo para responder empieza ahora.',
          failed: '',
        },
        confirm: 'Registrar que llegó',
        done: 'Quedó registrado que el correo llegó.',
      },
      again: {
        open: 'Enviar de nuevo',
        explain: {
          unknown:
            'Cuidado: si el primer envío salió, la empresa recibirá el mismo correo dos veces. Hágalo solo si sabe que no llegó.',
          failed:
            'Este correo no fue aceptado, así que no llegará dos veces. Corrija antes la causa, o volverá a fallar.',
        },
        confirm: 'Enviar de nuevo ahora',
        done: 'El correo está otra vez en cola y sale en unos minutos.',
      },
    },
    note: '¿Por qué lo decide así?',
    noteHint:
      'Queda registrado con su cuenta y no se puede cambiar. Hasta 500 caracteres, sin datos personales.',
    noteMissing: 'Escriba el motivo de su decisión.',
    cancel: 'Cancelar',
    statuses: {
      queued: 'en cola',
      waiting: 'en espera',
      sending: 'enviándose',
      sent: 'enviado',
      failed: 'fallido',
      unknown: 'en duda',
    },
    conflict: (status) => `No se hizo nada: el estado cambió mientras tanto y ahora es «${status}».`,
    forbidden: 'Su cuenta no administra Puente.',
  },
  pl: {
    places: { leads: 'Propozycje', sends: 'Wysyłka' },
    lists: { unknown: 'Niepewne', failed: 'Nieudane' },
    heading: { unknown: 'Niepewne wysyłki', failed: 'Nieudane wysyłki' },
    about: {
      unknown:
        'Nie wiadomo, czy te wiadomości wyszły: próba urwała się, zanim nadeszła odpowiedź. Puente nigdy nie ponawia ich samoczynnie. Prosimy ustalić, czy dotarły, i zdecydować.',
      failed:
        'Te wiadomości nie wyszły. Można ponowić te, których nie przyjął serwer poczty. Pozostałych nie wysyła się nigdy: ktoś zgłosił sprzeciw, brakuje zgody albo straciły aktualność.',
    },
    empty: { unknown: 'Nie ma niepewnych wysyłek.', failed: 'Nie ma nieudanych wysyłek.' },
    mails: {
      confirmation: 'Prośba o potwierdzenie',
      introduction: 'Zapytanie',
      connection: 'Dane kontaktowe',
      'status-changed': 'Wiadomość o stanie zapytania',
      'introduction-closed': 'Wiadomość o zamknięciu',
      reminder: 'Przypomnienie',
      'decisions-waiting': 'Zawiadomienie o sprawach do decyzji',
    },
    to: (mail, company) => `${mail} – ${company}`,
    nobody: 'firma, której danych już nie ma',
    since: { unknown: 'Niepewna od', failed: 'Nieudana od' },
    attempt: 'Próba',
    retries: 'Ponowienia',
    earlierDoubts: 'Wcześniejsze wątpliwości',
    failure: 'Powód',
    lead: 'Propozycja',
    cluster: 'Klaster',
    interest: 'Zapytanie',
    mail: 'Wiadomość',
    failures: {
      rejected: 'Serwer poczty odrzucił wiadomość.',
      tooManyRetries: 'Serwer poczty nie przyjął wiadomości w żadnej próbie.',
      suppressed: 'Na ten adres nie wolno pisać.',
      noConsent: 'Brakuje zgody.',
      introducedBefore: 'Te dwie firmy zostały niedawno sobie przedstawione.',
      superseded: 'Wiadomość straciła aktualność.',
    },
    never: 'Nie można wysłać ponownie.',
    actions: {
      sent: {
        open: 'Dotarła',
        explain: {
          unknown:
            'Prosimy najpierw potwierdzić to w firmie albo w dzienniku SES. Wiadomość zostanie uznana za wysłaną; jeśli to zapytanie, termin odpowiedzi biegnie od teraz.',
          failed: '',
        },
        confirm: 'Zapisz, że dotarła',
        done: 'Zapisano, że wiadomość dotarła.',
      },
      again: {
        open: 'Wyślij ponownie',
        explain: {
          unknown:
            'Uwaga: jeśli pierwsza wysyłka jednak wyszła, firma otrzyma tę samą wiadomość dwa razy. Prosimy to robić tylko wtedy, gdy wiadomo, że nie dotarła.',
          failed:
            'Ta wiadomość nie została przyjęta, więc nie dotrze dwa razy. Prosimy najpierw usunąć przyczynę, inaczej znów się nie uda.',
        },
        confirm: 'Wyślij teraz ponownie',
        done: 'Wiadomość znów czeka w kolejce i wyjdzie w ciągu kilku minut.',
      },
    },
    note: 'Skąd ta decyzja?',
    noteHint: 'Zostanie zapisane z kontem i nie da się tego zmienić. Do 500 znaków, bez danych osobowych.',
    noteMissing: 'Prosimy uzasadnić decyzję.',
    cancel: 'Anuluj',
    statuses: {
      queued: 'w kolejce',
      waiting: 'oczekuje',
      sending: 'w trakcie wysyłki',
      sent: 'wysłana',
      failed: 'nieudana',
      unknown: 'niepewna',
    },
    conflict: (status) => `Nic nie zrobiono: stan zdążył się zmienić, teraz jest „${status}”.`,
    forbidden: 'To konto nie administruje Puente.',
  },
  en: {
    places: { leads: 'Proposals', sends: 'Sends' },
    lists: { unknown: 'In doubt', failed: 'Failed' },
    heading: { unknown: 'Doubtful sends', failed: 'Failed sends' },
    about: {
      unknown:
        'Nobody knows whether these mails went out: the attempt broke off before the answer came. Puente never repeats them by itself. Find out whether they arrived, and decide.',
      failed:
        'These mails did not go out. Those that the mail service did not accept can be repeated. The others are never sent: somebody objected, consent is missing, or they are no longer true.',
    },
    empty: { unknown: 'No send is in doubt.', failed: 'No send has failed.' },
    mails: {
      confirmation: 'Request to confirm',
      introduction: 'Introduction',
      connection: 'Contact details',
      'status-changed': 'News of a request',
      'introduction-closed': 'Notice of closing',
      reminder: 'Reminder',
      'decisions-waiting': 'Notice of what waits for a decision',
    },
    to: (mail, company) => `${mail} to ${company}`,
    nobody: 'a firm that is not on record any more',
    since: { unknown: 'In doubt since', failed: 'Failed' },
    attempt: 'Attempt',
    retries: 'Retries',
    earlierDoubts: 'Earlier doubts',
    failure: 'Reason',
    lead: 'Proposal',
    cluster: 'Cluster',
    interest: 'Request',
    mail: 'Mail',
    failures: {
      rejected: 'The mail service rejected it.',
      tooManyRetries: 'The mail service accepted it in no attempt.',
      suppressed: 'This address must not be written to.',
      noConsent: 'There is no consent on record.',
      introducedBefore: 'These two companies were introduced to each other recently.',
      superseded: 'It is no longer true.',
    },
    never: 'It cannot be sent again.',
    actions: {
      sent: {
        open: 'It did arrive',
        explain: {
          unknown:
            'Make sure first, with the firm or in the SES log. The mail then counts as sent; for an introduction the time to answer begins now.',
          failed: '',
        },
        confirm: 'Record that it arrived',
        done: 'It is on record that the mail arrived.',
      },
      again: {
        open: 'Send again',
        explain: {
          unknown:
            'Careful: if the first attempt did go out, the firm gets the same mail twice. Only do this when you know that it did not arrive.',
          failed:
            'This mail was not accepted, so it will not arrive twice. Mend the cause first, or it fails again.',
        },
        confirm: 'Send again now',
        done: 'The mail is on the queue again and leaves within a few minutes.',
      },
    },
    note: 'Why do you decide so?',
    noteHint:
      'It is recorded with your account and cannot be changed. Up to 500 characters, no personal data.',
    noteMissing: 'Give the reason for your decision.',
    cancel: 'Cancel',
    statuses: {
      queued: 'on the queue',
      waiting: 'waiting',
      sending: 'being sent',
      sent: 'sent',
      failed: 'failed',
      unknown: 'in doubt',
    },
    conflict: (status) => `Nothing was done: the state has changed in the meantime and is now “${status}”.`,
    forbidden: 'Your account does not administer Puente.',
  },
});
