import type { IntroductionNotice } from '../../shared/contracts/http/introduction-view.ts';
import type { Texts } from '../../shared/domain/language.ts';
import { typeset } from '../../shared/domain/typeset.ts';

interface AnswerAsideText {
  readonly notices: Record<IntroductionNotice, string>;
  readonly decline: { readonly text: string; readonly why: string };
  readonly stop: { readonly question: string; readonly link: string };
}

/** What the answer page says beside the introduction itself: what a button just did, and the ways to say no. */
export const answerAsideTexts: Texts<AnswerAsideText> = typeset({
  es: {
    notices: {
      undone:
        'Se deshizo su aceptación. No se compartió ningún dato de contacto; puede responder de nuevo abajo.',
      undoTooLate:
        'El plazo para deshacer ya había terminado, así que su aceptación sigue en pie. Si fue un error, escriba a la coordinación de su clúster.',
      unchanged: 'El botón que presionó no cambió nada: la solicitud está como se ve aquí.',
    },
    decline: {
      text: 'Se lo decimos a la empresa. No se comparte ningún dato de contacto.',
      why: 'Añadir el motivo (opcional)',
    },
    stop: { question: '¿Prefiere no recibir más solicitudes?', link: 'Dejar de recibir correos' },
  },
  pl: {
    notices: {
      undone:
        'Decyzja została cofnięta. Żadnych danych kontaktowych nie przekazano; poniżej można odpowiedzieć ponownie.',
      undoTooLate:
        'Czas na cofnięcie decyzji już minął, więc odpowiedź „tak” pozostaje w mocy. Jeżeli to pomyłka, prosimy napisać do koordynatora klastra.',
      unchanged: 'Naciśnięcie przycisku niczego nie zmieniło. Poniżej widać obecny stan.',
    },
    decline: {
      text: 'Przekażemy odpowiedź firmie. Dane kontaktowe nie zostaną przekazane.',
      why: 'Podaj powód (nieobowiązkowe)',
    },
    stop: { question: 'Nie chcą Państwo więcej takich zapytań?', link: 'Rezygnacja z wiadomości' },
  },
  en: {
    notices: {
      undone: 'Your acceptance is undone. No contact details were shared; you can answer again below.',
      undoTooLate:
        'The time to undo was over already, so your acceptance stands. If it was a mistake, write to the coordinator of your cluster.',
      unchanged: 'The button you pressed changed nothing: the request stands as you see it here.',
    },
    decline: {
      text: 'We tell the firm. No contact details are shared.',
      why: 'Give the reason (optional)',
    },
    stop: { question: 'Would you rather receive no more requests?', link: 'Stop all mail' },
  },
});
