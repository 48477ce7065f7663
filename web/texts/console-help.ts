import type { Texts } from '../../shared/domain/language.ts';
import { typeset } from '../../shared/domain/typeset.ts';

interface ConsoleHelpText {
  readonly otherAccount: string;
  readonly toList: string;
  readonly notShown: string;
  readonly otherRole: { readonly heading: string; readonly text: string };
  readonly reasonMissing: string;
  readonly stopped: string;
  readonly noReason: string;
}

/** What the console says when somebody is in the wrong place, or has left something out. */
export const consoleHelpTexts: Texts<ConsoleHelpText> = typeset({
  es: {
    otherAccount: 'Ingresar con otra cuenta',
    toList: 'Volver a la lista',
    notShown: 'No podemos mostrar esta propuesta',
    otherRole: {
      heading: 'Aquí trabaja la coordinación',
      text: 'Su cuenta es de una oficina regional. Las propuestas las ve y decide solo la coordinación de cada clúster.',
    },
    reasonMissing: 'Elija el motivo.',
    stopped: 'Pidió no recibir más correos',
    noReason: 'Sin motivo indicado',
  },
  pl: {
    otherAccount: 'Zaloguj się na inne konto',
    toList: 'Wróć do listy',
    notShown: 'Nie możemy pokazać tej propozycji',
    otherRole: {
      heading: 'To miejsce pracy koordynatorów',
      text: 'To konto biura regionu. Propozycje widzi i rozpatruje tylko koordynator klastra.',
    },
    reasonMissing: 'Prosimy wybrać powód.',
    stopped: 'Rezygnacja z wszystkich wiadomości',
    noReason: 'Bez podania powodu',
  },
  en: {
    otherAccount: 'Sign in with another account',
    toList: 'Back to the list',
    notShown: 'We cannot show this proposal',
    otherRole: {
      heading: 'This is where coordinators work',
      text: 'Yours is the account of a region’s office. Only the coordinator of a cluster sees proposals and decides on them.',
    },
    reasonMissing: 'Choose the reason.',
    stopped: 'Asked to stop all mail',
    noReason: 'No reason given',
  },
});
