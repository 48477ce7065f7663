import type { Texts } from '../../shared/domain/language.ts';
import { typeset } from '../../shared/domain/typeset.ts';
import type { WithDeadline } from './status.ts';

interface StatusNewsText {
  /** `firms`: the names of all that are in contact. */
  readonly connected: { readonly heading: (firms: string) => string; readonly text: string };
  readonly accepted: { readonly heading: (count: number) => string; readonly text: WithDeadline };
  readonly over: { readonly heading: string; readonly text: string };
  readonly sentTo: string;
  readonly zone: string;
}

/** What has come of a request, said first: the best news there is. */
export const statusNewsTexts: Texts<StatusNewsText> = typeset({
  es: {
    connected: {
      heading: (firms) => `Ya está en contacto con ${firms}`,
      text: 'Los datos de contacto están en su correo: busque el mensaje de Puente y escriba cuanto antes.',
    },
    accepted: {
      heading: (count) =>
        count === 1 ? 'Una empresa quiere hablar con usted' : 'Varias empresas quieren hablar con usted',
      text: (until) =>
        `No tiene que hacer nada. ${until ? `Después del ${until} ambas partes reciben los datos de contacto por correo.` : 'Pronto ambas partes reciben los datos de contacto por correo.'}`,
    },
    over: {
      heading: 'Ninguna empresa siguió adelante',
      text: 'Abajo ve qué pasó con cada una. Puede escribir una solicitud nueva, por ejemplo con otra descripción o para otro sector.',
    },
    sentTo: 'Enviado a:',
    zone: 'Fechas y horas del Perú.',
  },
  pl: {
    connected: {
      heading: (firms) => `Kontakt nawiązany: ${firms}`,
      text: 'Dane kontaktowe są w Państwa poczcie: prosimy odszukać wiadomość od Puente i napisać jak najszybciej.',
    },
    accepted: {
      heading: (count) =>
        count === 1 ? 'Firma chce z Państwem rozmawiać' : 'Firmy chcą z Państwem rozmawiać',
      text: (until) =>
        `Nic nie trzeba robić. ${until ? `Obie strony otrzymają dane kontaktowe e-mailem po: ${until}.` : 'Wkrótce obie strony otrzymają dane kontaktowe e-mailem.'}`,
    },
    over: {
      heading: 'Żadna firma nie podjęła rozmów',
      text: 'Poniżej widać, co stało się z każdą propozycją. Można napisać nowe zapytanie, na przykład z innym opisem albo do innej branży.',
    },
    sentTo: 'Wysłano na adres:',
    zone: 'Daty i godziny według czasu polskiego.',
  },
  en: {
    connected: {
      heading: (firms) => `You are in contact with ${firms}`,
      text: 'The contact details are in your inbox: look for the message from Puente and write soon.',
    },
    accepted: {
      heading: (count) => (count === 1 ? 'A firm wants to talk to you' : 'Several firms want to talk to you'),
      text: (until) =>
        `You need not do anything. ${until ? `After ${until} both sides receive the contact details by e-mail.` : 'Both sides will soon receive the contact details by e-mail.'}`,
    },
    over: {
      heading: 'No firm went further',
      text: 'Below you see what became of each firm. You can write a new request, for example with another description or for another sector.',
    },
    sentTo: 'Sent to:',
    zone: 'Dates and times in UTC.',
  },
});
