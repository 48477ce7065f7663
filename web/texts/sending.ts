import type { Texts } from '../../shared/domain/language.ts';
import { typeset } from '../../shared/domain/typeset.ts';

interface SendingText {
  readonly heading: string;
  readonly closed: string;
  readonly since: string;
  readonly why: string;
  /** Reasons by their code; one that is not here stands for itself. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly waits: string;
  readonly close: string;
  readonly explain: string;
  readonly confirm: string;
  readonly done: string;
  readonly openedAgain: string;
}

/** What an administrator reads of sending as a whole. */
export const sendingTexts: Texts<SendingText> = typeset({
  es: {
    heading: 'El envío de correos está detenido',
    closed: 'Los correos salen con normalidad.',
    since: 'Desde',
    why: 'Motivo',
    reasons: { accountPaused: 'El servicio de correo no permite enviar a esta cuenta por ahora.' },
    waits: 'No sale ningún correo. Nada se pierde: todos esperan.',
    close: 'Reanudar los envíos',
    explain: 'Hágalo solo cuando la causa esté resuelta. Los correos que esperan salen en un cuarto de hora.',
    confirm: 'Reanudar ahora',
    done: 'Los envíos se reanudaron.',
    openedAgain: 'No se hizo nada: los envíos se detuvieron de nuevo en este momento. Revise el motivo.',
  },
  pl: {
    heading: 'Wysyłka jest wstrzymana',
    closed: 'Wiadomości wychodzą normalnie.',
    since: 'Od',
    why: 'Powód',
    reasons: { accountPaused: 'Serwer poczty nie pozwala na razie wysyłać z tego konta.' },
    waits: 'Żadna wiadomość nie wychodzi. Nic nie ginie: wszystkie czekają.',
    close: 'Wznów wysyłkę',
    explain:
      'Prosimy to robić dopiero po usunięciu przyczyny. Oczekujące wiadomości wyjdą w ciągu kwadransa.',
    confirm: 'Wznów teraz',
    done: 'Wysyłka została wznowiona.',
    openedAgain: 'Nic nie zrobiono: wysyłka została właśnie ponownie wstrzymana. Prosimy sprawdzić powód.',
  },
  en: {
    heading: 'Sending is paused',
    closed: 'Mail is sent as usual.',
    since: 'Since',
    why: 'Reason',
    reasons: { accountPaused: 'The mail service does not let this account send at present.' },
    waits: 'No mail leaves. Nothing is lost: all of it waits.',
    close: 'Resume sending',
    explain: 'Only do this once the cause is mended. Waiting mail leaves within a quarter of an hour.',
    confirm: 'Resume now',
    done: 'Sending was resumed.',
    openedAgain: 'Nothing was done: sending was paused anew in this moment. Look at the reason.',
  },
});
