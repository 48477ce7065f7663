import type { Texts } from '../../domain/language.ts';
import { typeset } from '../../domain/typeset.ts';

export interface ReminderTexts {
  readonly subject: (firm: string) => string;
  readonly heading: string;
  readonly lead: (firm: string, place: string, memberFirm: string) => string;
  /** `when` holds its own time zone in words. */
  readonly deadline: (when: string) => string;
  readonly afterwards: (firm: string) => string;
  /** Which of the two reminders this is. */
  readonly which: Readonly<Record<1 | 2, string>>;
}

export const reminderTexts: Texts<ReminderTexts> = typeset({
  es: {
    subject: (firm) => `Recordatorio: solicitud de ${firm}`,
    heading: 'Una solicitud espera su respuesta',
    lead: (firm, place, memberFirm) =>
      `Hace unos días presentamos a ${memberFirm} la solicitud de ${firm} (${place}). Todavía no tenemos su respuesta.`,
    deadline: (when) => `Puede responder hasta el ${when}.`,
    afterwards: (firm) =>
      `Si no responde hasta entonces, la solicitud se cierra para usted y ${firm} sabrá solamente que una empresa no respondió. Sus datos de contacto no se entregan a nadie.`,
    which: {
      1: 'Si no hay respuesta, enviaremos un recordatorio más.',
      2: 'Este es el último recordatorio.',
    },
  },
  pl: {
    subject: (firm) => `Przypomnienie: zapytanie firmy ${firm}`,
    heading: 'Zapytanie czeka na Państwa odpowiedź',
    lead: (firm, place, memberFirm) =>
      `kilka dni temu przedstawiliśmy firmie ${memberFirm} zapytanie firmy ${firm} (${place}). Nie otrzymaliśmy jeszcze odpowiedzi.`,
    deadline: (when) => `Na odpowiedź czekamy do: ${when}.`,
    afterwards: (firm) =>
      `Po tym terminie zapytanie zostanie dla Państwa zamknięte, a firma ${firm} dowie się jedynie, że jedna z firm nie odpowiedziała. Państwa danych kontaktowych nikomu nie przekażemy.`,
    which: {
      1: 'W razie braku odpowiedzi przypomnimy jeszcze raz.',
      2: 'To ostatnie przypomnienie.',
    },
  },
  en: {
    subject: (firm) => `Reminder: request from ${firm}`,
    heading: 'A request is waiting for your answer',
    lead: (firm, place, memberFirm) =>
      `A few days ago we showed ${memberFirm} the request of ${firm} (${place}). We have not had your answer yet.`,
    deadline: (when) => `You can answer until ${when}.`,
    afterwards: (firm) =>
      `After that the request is closed for you, and ${firm} will learn only that a firm did not answer. Your contact details are given to nobody.`,
    which: {
      1: 'If there is no answer, we will remind you once more.',
      2: 'This is the last reminder.',
    },
  },
});
