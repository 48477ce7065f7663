import type { IntroductionNotice } from '../../shared/contracts/http/introduction-view.ts';
import type { Texts } from '../../shared/domain/language.ts';

interface AnswerAsideText {
  readonly notices: Record<IntroductionNotice, string>;
  readonly decline: { readonly text: string; readonly why: string };
  readonly stop: { readonly question: string; readonly link: string };
}

/** What the answer page says beside the introduction itself: what a button just did, and the ways to say no. */
export const answerAsideTexts: Texts<AnswerAsideText> = {
  es: {
    notices: {
      undone:
        'Se deshizo la aceptación. No se compartió ningún dato de contacto; pueden responder de nuevo abajo.',
      undoTooLate:
        'El plazo para deshacer ya había terminado, así que la aceptación sigue en pie. Si fue un error, escriban a la coordinación de su clúster.',
      unchanged: 'Lo que acaban de presionar no cambió nada. Esto es lo que rige.',
    },
    decline: {
      text: 'Se lo decimos a la empresa con cortesía. No se comparte ningún dato de contacto.',
      why: 'Añadir el motivo (opcional)',
    },
    stop: { question: '¿Prefieren no recibir más presentaciones?', link: 'Dejar de recibir correos' },
  },
  pl: {
    notices: {
      undone:
        'Przyjęcie zostało cofnięte. Żadnych danych kontaktowych nie przekazano; poniżej można odpowiedzieć ponownie.',
      undoTooLate:
        'Czas na cofnięcie już minął, więc przyjęcie pozostaje w mocy. Jeżeli to pomyłka, prosimy napisać do koordynatora klastra.',
      unchanged: 'Naciśnięcie przycisku niczego nie zmieniło. Poniżej widać obecny stan.',
    },
    decline: {
      text: 'Uprzejmie przekażemy to firmie. Żadne dane kontaktowe nie zostaną przekazane.',
      why: 'Podaj powód (nieobowiązkowe)',
    },
    stop: { question: 'Nie chcą Państwo więcej takich zapytań?', link: 'Rezygnacja z wiadomości' },
  },
  en: {
    notices: {
      undone: 'The acceptance is undone. No contact data was shared; you can answer again below.',
      undoTooLate:
        'The time to undo was over already, so the acceptance stands. If it was a mistake, write to the coordinator of your cluster.',
      unchanged: 'What you just pressed changed nothing. This is how it stands.',
    },
    decline: {
      text: 'We tell the firm politely. No contact data is shared.',
      why: 'Give the reason (optional)',
    },
    stop: { question: 'Would you rather get no more introductions?', link: 'Stop all mail' },
  },
};
