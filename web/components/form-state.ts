import type { Fault } from '../../shared/contracts/faults.ts';
import { bodyOfForm } from '../../shared/contracts/http/form-fields.ts';
import type { Language } from '../../shared/domain/language.ts';
import { formTexts, type QuestionName, questionNames } from '../texts/form.ts';

/** What the form shows: what was typed so far and what is wrong with it. */
export interface FormState {
  readonly language: Language;
  readonly values: URLSearchParams;
  readonly faults: readonly Fault[];
}

/** True when nobody has typed anything yet. */
export function isFresh({ values, faults }: FormState): boolean {
  return values.size === 0 && faults.length === 0;
}

export const requiredQuestions: ReadonlySet<QuestionName> = new Set([
  'company.name',
  'company.country',
  'intent',
  'sought.description',
  'contact.name',
  'contact.email',
  'consent.contactByEmail',
  'consent.shareOnAcceptance',
]);

/** Questions that are answered by two fields: a scheme, and codes. */
const sectorQuestions: ReadonlySet<QuestionName> = new Set(['company.sectors', 'sought.sectors']);

/** The field of a question that holds what a person typed. */
function fieldOf(name: QuestionName): string {
  return sectorQuestions.has(name) ? `${name}.code` : name;
}

/**
 * The questions that a fault belongs to. A part of the body that is missing as a whole (`contact`) is a fault of each
 * required question in it; none for what no question asks (`language`).
 */
function questionsOf(path: string): readonly QuestionName[] {
  const own = questionNames.filter((name) => path === name || path.startsWith(`${name}.`));
  if (own.length > 0) return own;
  return questionNames.filter((name) => requiredQuestions.has(name) && name.startsWith(`${path}.`));
}

/** One line of the list of faults. */
export interface ListedFault {
  /** Absent when no question is at fault. */
  readonly question?: QuestionName;
  readonly message: string;
}

/** Every fault with its question, in the order of the questions, those without one first. */
export function listFaults({ language, values, faults }: FormState): readonly ListedFault[] {
  const body = bodyOfForm(values);
  const listed = faults.flatMap(({ path, message }): ListedFault[] => {
    const questions = questionsOf(path);
    if (questions.length === 0) return [{ message }];
    const item = itemAt(body, path);
    return questions.map((question) => ({
      question,
      message: item ? quoted[language](item, message) : message,
    }));
  });
  const position = ({ question }: ListedFault) => (question ? questionNames.indexOf(question) : -1);
  return listed.toSorted((a, b) => position(a) - position(b));
}

const quoted = {
  es: (item: string, message: string) => `«${item}»: ${message}`,
  pl: (item: string, message: string) => `„${item}”: ${message}`,
  en: (item: string, message: string) => `“${item}”: ${message}`,
};

/** Which of several things in one field is meant: the text at a path that goes through a list. */
function itemAt(body: unknown, path: string): string | undefined {
  if (!/\.\d+(?:\.|$)/.test(path)) return undefined;
  let value = body;
  for (const step of path.split('.')) {
    value =
      typeof value === 'object' && value !== null
        ? Object.getOwnPropertyDescriptor(value, step)?.value
        : undefined;
  }
  return typeof value === 'string' ? value : undefined;
}

/** What is wrong with the answer to a question; empty when nothing is. */
export function messagesAt(form: FormState, name: QuestionName): readonly string[] {
  return [
    ...new Set(
      listFaults(form)
        .filter(({ question }) => question === name)
        .map(({ message }) => message),
    ),
  ];
}

/** True when somebody answered the question or has to look at it again. */
export function needsAttention(form: FormState, name: QuestionName): boolean {
  return (form.values.get(fieldOf(name)) ?? '') !== '' || messagesAt(form, name).length > 0;
}

/** The attributes that tie a control to the line that explains it and to what is wrong with it. */
export function describedBy(form: FormState, name: QuestionName) {
  const faulty = messagesAt(form, name).length > 0;
  const hinted = formTexts[form.language].questions[name].hint !== '';
  const ids = [...(hinted ? [`${name}.hint`] : []), ...(faulty ? [`${name}.fault`] : [])];
  return {
    'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
    'aria-invalid': faulty ? ('true' as const) : undefined,
  };
}
