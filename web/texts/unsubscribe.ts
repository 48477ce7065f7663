import type { Texts } from '../../shared/domain/language.ts';
import { typeset } from '../../shared/domain/typeset.ts';

interface UnsubscribeText {
  readonly title: string;
  readonly ask: {
    readonly heading: string;
    readonly text: string;
    readonly button: string;
    readonly or: string;
  };
  readonly done: { readonly heading: string; readonly text: string; readonly next: string };
}

/** Stopping all introductions to an address. */
export const unsubscribeTexts: Texts<UnsubscribeText> = typeset({
  es: {
    title: 'Dejar de recibir correos',
    ask: {
      heading: '¿Dejar de recibir solicitudes?',
      text: 'Si presiona el botón, dejaremos de escribir a esta dirección: ni solicitudes ni recordatorios. La solicitud abierta o recién aceptada quedará respondida con un «no».',
      button: 'Dejar de recibir correos',
      or: 'Si se trata solo de una empresa que no le interesa, respóndale «no» o «ahora no» en la página a la que lleva su correo.',
    },
    done: {
      heading: 'Listo: no le escribiremos más',
      text: 'Esta dirección ya no recibirá solicitudes ni recordatorios de Puente. Rige desde este momento.',
      next: 'Si fue un error, o si más adelante quiere volver, avise a la coordinación de su clúster.',
    },
  },
  pl: {
    title: 'Rezygnacja z wiadomości',
    ask: {
      heading: 'Zrezygnować z wiadomości?',
      text: 'Po naciśnięciu przycisku nie będziemy już pisać na ten adres: ani z zapytaniami, ani z przypomnieniami. Otwarte albo właśnie przyjęte zapytanie otrzyma odpowiedź „nie”.',
      button: 'Rezygnuję z wiadomości',
      or: 'Jeżeli nie interesuje Państwa tylko jedna firma, wystarczy odpowiedzieć „nie” lub „nie teraz” na stronie, do której prowadzi wiadomość o niej.',
    },
    done: {
      heading: 'Gotowe: nie będziemy więcej pisać',
      text: 'Na ten adres nie przyjdą już zapytania ani przypomnienia od Puente. Obowiązuje to od tej chwili.',
      next: 'Jeżeli to pomyłka albo zechcą Państwo kiedyś wrócić, prosimy powiadomić koordynatora klastra.',
    },
  },
  en: {
    title: 'Stop all e-mail',
    ask: {
      heading: 'Stop receiving requests?',
      text: 'Press the button and we will no longer write to this address: neither requests nor reminders. A request that is open or just accepted is answered with “no”.',
      button: 'Stop all e-mail',
      or: 'If it is only one firm that does not interest you, answer “no” or “not now” on the page that its e-mail leads to.',
    },
    done: {
      heading: 'Done: we will not write to you again',
      text: 'This address receives no more requests or reminders from Puente. This takes effect at once.',
      next: 'If it was a mistake, or if you want to come back one day, tell the coordinator of your cluster.',
    },
  },
});
