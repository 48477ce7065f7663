import { type Fault, fault } from '../../shared/contracts/faults.ts';
import type { InterestView } from '../../shared/contracts/http/interest-view.ts';
import {
  type IntroductionNotice,
  type IntroductionView,
  introductionStates,
} from '../../shared/contracts/http/introduction-view.ts';
import type { Language } from '../../shared/domain/language.ts';
import { renderAnswerPage } from '../../web/pages/answer-page.tsx';
import { renderFormPage } from '../../web/pages/form-page.tsx';
import { renderPrivacyPage } from '../../web/pages/privacy-page.tsx';
import { renderProblemPage } from '../../web/pages/problem-page.tsx';
import { renderStatusPage } from '../../web/pages/status-page.tsx';
import { renderUnsubscribePage } from '../../web/pages/unsubscribe-page.tsx';
import {
  filledForm,
  interestIn,
  interestStatuses,
  interestWith,
  introductionIn,
  key,
  now,
  sectorNames,
} from './fixtures.ts';

/** A form that came back: some fields wrong, one part missing. */
export function faultyForm(language: Language): { values: URLSearchParams; faults: readonly Fault[] } {
  const values = filledForm();
  values.set('language', language);
  values.set('company.sectors.code', '2821, 9999');
  values.set('contact.email', 'compras@');
  values.delete('intent');
  values.delete('consent.shareOnAcceptance');
  const faults = [
    fault('company.sectors.1.code', 'unknownSector', language),
    fault('intent', 'required', language),
    fault('contact.email', 'invalidEmail', language),
    fault('consent.shareOnAcceptance', 'consentRequired', language),
  ];
  return { values, faults };
}

/** Every page in every state, by a name that can be part of an address. */
export function allPages(language: Language): ReadonlyMap<string, string> {
  const answerPage = (state: IntroductionView['state'], notice?: IntroductionNotice) =>
    renderAnswerPage({
      language,
      view: introductionIn(state),
      token: key,
      stopToken: key,
      names: sectorNames,
      notice,
    });
  const statusPage = (view: InterestView) =>
    renderStatusPage({ language, view, key, confirming: false, now });
  const pages: [string, string][] = [
    ['form', renderFormPage({ language })],
    ['form-faults', renderFormPage({ language, ...faultyForm(language) })],
    ['privacy', renderPrivacyPage({ language })],
    [
      'status-confirming',
      renderStatusPage({ language, view: interestIn('submitted'), key, confirming: true, now }),
    ],
    ...interestStatuses.map((status): [string, string] => [
      `status-${status}`,
      statusPage(interestIn(status)),
    ]),
    ['status-accepted', statusPage(interestWith('accepted', 'introduced', 'declined'))],
    ['status-waiting', statusPage(interestWith('introduced', 'proposed', 'declined'))],
    ['status-over', statusPage(interestWith('declined', 'expired'))],
    ['status-none', statusPage(interestWith())],
    ...introductionStates.map((state): [string, string] => [`answer-${state}`, answerPage(state)]),
    ['answer-undone', answerPage('open', 'undone')],
    ['answer-undo-too-late', answerPage('connected', 'undoTooLate')],
    ['unsubscribe', renderUnsubscribePage({ language, token: key, done: false })],
    ['unsubscribe-done', renderUnsubscribePage({ language, token: key, done: true })],
    ['problem-gone', renderProblemPage({ language, code: 'gone', next: 'mail' })],
    ['problem-internal', renderProblemPage({ language, code: 'internal' })],
    ['problem-too-large', renderProblemPage({ language, code: 'tooLarge', next: 'form' })],
  ];
  return new Map(pages);
}
