import type { Language } from '../../shared/domain/language.ts';
import { declineReasons, type InterestSummary } from '../../shared/domain/lead.ts';
import { answerTexts } from '../texts/answer.ts';
import { answerAsideTexts } from '../texts/answer-asides.ts';
import { disclosureTexts } from '../texts/consent.ts';
import { ButtonForm } from './button-form.tsx';

interface AnswerFormsProps {
  readonly language: Language;
  readonly company: InterestSummary['company'];
  readonly token: string;
  /** How long an acceptance can be undone, in words. */
  readonly undo: string;
}

/** The three answers, one form each, so that each is one press. */
export function AnswerForms({ language, company, token, undo }: AnswerFormsProps) {
  const texts = answerTexts[language];
  const action = `/api/introductions/${encodeURIComponent(token)}/answer`;
  return (
    <section class="answers" aria-labelledby="answers">
      <h2 id="answers">{texts.answerTitle}</h2>
      <div class="card highlight">
        <h3>{texts.accept.title}</h3>
        <p>{texts.accept.text(undo)}</p>
        <p class="consent-text" id="disclosure">
          {disclosureTexts[language][company.country](company.name)}{' '}
          <a href={`/${language}/privacy`}>{texts.accept.privacy}</a>
        </p>
        <ButtonForm
          action={action}
          fields={{ answer: 'accept', language }}
          button={texts.accept.button}
          describedBy="disclosure"
          big
        />
      </div>
      <div class="answer-pair">
        <div class="card">
          <h3>{texts.defer.title}</h3>
          <p>{texts.defer.text}</p>
          <ButtonForm
            action={action}
            fields={{ answer: 'defer', language }}
            button={texts.defer.button}
            kind="secondary"
          />
        </div>
        <div class="card">
          <h3>{texts.decline.title}</h3>
          <p>{answerAsideTexts[language].decline.text}</p>
          <ButtonForm
            action={action}
            fields={{ answer: 'decline', language }}
            button={texts.decline.button}
            kind="secondary"
          >
            <DeclineQuestions language={language} />
          </ButtonForm>
        </div>
      </div>
    </section>
  );
}

/** Folded away, so that saying no is one press too. */
function DeclineQuestions({ language }: { readonly language: Language }) {
  const texts = answerTexts[language];
  return (
    <details class="more">
      <summary>{answerAsideTexts[language].decline.why}</summary>
      <div class="more-body">
        <fieldset class="field">
          <legend>{texts.decline.reason}</legend>
          <div class="options wide">
            {declineReasons.map((reason) => (
              <label key={reason} class="option">
                <input type="radio" name="reasonCode" value={reason} />
                <span class="option-label">{texts.reasonNames[reason]}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <div class="field">
          <label for="message">{texts.decline.message}</label>
          <p class="hint" id="message.hint">
            {texts.decline.messageHint}
          </p>
          <textarea id="message" name="message" rows={4} maxLength={1000} aria-describedby="message.hint" />
        </div>
      </div>
    </details>
  );
}
