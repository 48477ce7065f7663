import type { AlertStep } from '../../domain/decision-clock.ts';
import type { Texts } from '../../domain/language.ts';
import { typeset } from '../../domain/typeset.ts';
import { counted, type PluralForms } from '../format.ts';

interface StepTexts {
  readonly heading: string;
  readonly body: (cluster: string) => string;
}

export interface DecisionsWaitingTexts {
  readonly subject: (count: number, step: AlertStep) => string;
  readonly greeting: (name: string) => string;
  readonly of: Readonly<Record<AlertStep, StepTexts>>;
  readonly list: string;
  readonly pair: (submitter: string, place: string, member: string) => string;
  readonly decideBy: (when: string) => string;
  readonly overdue: (when: string) => string;
  readonly more: (count: number) => string;
  readonly choices: string;
  readonly button: string;
  readonly open: string;
  /** Why this is written, and how often. */
  readonly notice: (cluster: string) => string;
}

const proposals: Texts<PluralForms> = {
  es: { one: 'propuesta espera decisión', other: 'propuestas esperan decisión' },
  pl: {
    one: 'propozycja czeka na decyzję',
    few: 'propozycje czekają na decyzję',
    other: 'propozycji czeka na decyzję',
  },
  en: { one: 'proposal waits for a decision', other: 'proposals wait for a decision' },
};
const further: Texts<PluralForms> = {
  es: { one: 'propuesta más espera en la consola.', other: 'propuestas más esperan en la consola.' },
  pl: {
    one: 'kolejna propozycja czeka w konsoli.',
    few: 'kolejne propozycje czekają w konsoli.',
    other: 'kolejnych propozycji czeka w konsoli.',
  },
  en: { one: 'more proposal waits in the console.', other: 'more proposals wait in the console.' },
};

export const decisionsWaitingTexts: Texts<DecisionsWaitingTexts> = typeset({
  es: {
    subject: (count, step) =>
      `${counted(count, proposals.es, 'es')}${step === 'escalation' ? ': plazo vencido' : ''}`,
    greeting: (name) => `Hola, ${name}:`,
    of: {
      warning: {
        heading: 'Hay propuestas que esperan su decisión',
        body: (cluster) => `En ${cluster}, estas propuestas llevan tiempo sin decisión.`,
      },
      escalation: {
        heading: 'Venció el plazo de una decisión',
        body: (cluster) =>
          `En ${cluster}, el plazo de al menos una propuesta venció sin decisión. Le escribimos para que la decisión se tome cuanto antes.`,
      },
    },
    list: 'Propuestas',
    pair: (submitter, place, member) => `${submitter} (${place}) → ${member}`,
    decideBy: (when) => `para decidir hasta el ${when}`,
    overdue: (when) => `vencida desde el ${when}`,
    more: (count) => counted(count, further.es, 'es'),
    choices:
      'En la consola puede aprobar o rechazar cada una. Mientras nadie decida, la empresa que envió la solicitud sigue esperando.',
    button: 'Ir a la consola',
    open: 'Para decidir, abra esta dirección e inicie sesión:',
    notice: (cluster) =>
      `Recibe este mensaje porque figura como coordinación de ${cluster}. Enviamos como máximo un aviso y una escalación por día.`,
  },
  pl: {
    subject: (count, step) =>
      `${counted(count, proposals.pl, 'pl')}${step === 'escalation' ? ' – po terminie' : ''}`,
    greeting: () => 'Dzień dobry,',
    of: {
      warning: {
        heading: 'Propozycje czekają na decyzję',
        body: (cluster) =>
          `poniższe propozycje czekają już od pewnego czasu na decyzję koordynatora (${cluster}).`,
      },
      escalation: {
        heading: 'Minął termin decyzji',
        body: (cluster) =>
          `termin decyzji w sprawie co najmniej jednej propozycji już minął (${cluster}). Piszemy, aby decyzja mogła zapaść jak najszybciej.`,
      },
    },
    list: 'Propozycje',
    pair: (submitter, place, member) => `${submitter} (${place}) → ${member}`,
    decideBy: (when) => `termin: ${when}`,
    overdue: (when) => `po terminie od: ${when}`,
    more: (count) => counted(count, further.pl, 'pl'),
    choices:
      'W konsoli można każdą z nich zatwierdzić albo odrzucić. Dopóki nikt nie zdecyduje, firma, która wysłała zapytanie, nadal czeka.',
    button: 'Przejdź do konsoli',
    open: 'Aby podjąć decyzję, prosimy otworzyć ten adres i się zalogować:',
    notice: (cluster) =>
      `Ta wiadomość jest skierowana do koordynatorów klastra (${cluster}). Wysyłamy najwyżej jedno ostrzeżenie i jedno zawiadomienie o przekroczeniu terminu dziennie.`,
  },
  en: {
    subject: (count, step) =>
      `${counted(count, proposals.en, 'en')}${step === 'escalation' ? ': overdue' : ''}`,
    greeting: (name) => `Dear ${name},`,
    of: {
      warning: {
        heading: 'Proposals are waiting for your decision',
        body: (cluster) => `In ${cluster}, these proposals have been waiting for a decision for a while.`,
      },
      escalation: {
        heading: 'A decision is overdue',
        body: (cluster) =>
          `In ${cluster}, the time for at least one proposal has run out without a decision. We write so that the decision can be made soon.`,
      },
    },
    list: 'Proposals',
    pair: (submitter, place, member) => `${submitter} (${place}) → ${member}`,
    decideBy: (when) => `to be decided by ${when}`,
    overdue: (when) => `overdue since ${when}`,
    more: (count) => counted(count, further.en, 'en'),
    choices:
      'In the console you can approve or reject each of them. As long as nobody decides, the firm that sent the request keeps waiting.',
    button: 'Go to the console',
    open: 'To decide, open this address and sign in:',
    notice: (cluster) =>
      `You receive this because you are named as a coordinator of ${cluster}. We send at most one warning and one escalation a day.`,
  },
});
