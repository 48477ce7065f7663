import type { TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import type { DecisionBody } from '../../shared/contracts/http/bodies.ts';
import type { RejectReason } from '../../shared/domain/lead.ts';
import { consoleTexts } from '../texts/console.ts';
import { consoleHelpTexts } from '../texts/console-help.ts';
import { rejectReasonNames } from '../texts/lead-words.ts';
import type { Result } from './api.ts';
import { useLanguage } from './reader.ts';

interface DecisionFormsProps {
  readonly decide: (decision: DecisionBody) => Promise<Result<unknown>>;
  readonly onDecided: (decision: DecisionBody['decision']) => void;
  /** Somebody else was faster; `state` is what the lead is now. */
  readonly onConflict: (state: string) => void;
  readonly onSignIn: () => void;
}

/** Approve or reject. What was typed stays until the decision is stored. */
export function DecisionForms({ decide, onDecided, onConflict, onSignIn }: DecisionFormsProps) {
  const texts = consoleTexts[useLanguage()];
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [signedOut, setSignedOut] = useState(false);

  const send = async (decision: DecisionBody) => {
    setBusy(true);
    setFaults([]);
    const result = await decide(decision);
    setBusy(false);
    if (result.outcome === 'ok') onDecided(decision.decision);
    if (result.outcome === 'conflict') onConflict(result.state);
    if (result.outcome === 'invalid') setFaults(result.messages);
    if (result.outcome === 'failed') setFaults([texts.failures[result.failure]]);
    setSignedOut(result.outcome === 'failed' && result.failure === 'signedOut');
  };

  return (
    <section class="decision" aria-labelledby="decide">
      <h2 id="decide">{texts.decide.heading}</h2>
      {faults.length > 0 && (
        <div class="faults" role="alert">
          {faults.map((message) => (
            <p key={message}>{message}</p>
          ))}
          {signedOut && (
            <button type="button" class="button secondary" onClick={onSignIn}>
              {texts.signIn.button}
            </button>
          )}
        </div>
      )}
      <div class="decision-pair">
        <ApproveForm busy={busy} onSend={send} />
        <RejectForm busy={busy} onSend={send} />
      </div>
    </section>
  );
}

interface FormProps {
  readonly busy: boolean;
  readonly onSend: (decision: DecisionBody) => Promise<void>;
}

/** The fields of a submitted form by name; a field left empty is absent. */
function fieldsOf(event: TargetedSubmitEvent<HTMLFormElement>): Partial<Record<string, string>> {
  event.preventDefault();
  const given = [...new FormData(event.currentTarget)].filter(([, value]) => String(value).trim() !== '');
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}

function ApproveForm({ busy, onSend }: FormProps) {
  const texts = consoleTexts[useLanguage()].decide;
  return (
    <form
      class="card highlight"
      onSubmit={(event) => void onSend({ decision: 'approve', message: fieldsOf(event)['message'] })}
    >
      <p>{texts.approveText}</p>
      <MessageField id="approve-message" label={texts.message} hint={texts.messageHint} />
      <button type="submit" class="button primary" disabled={busy}>
        {texts.approve}
      </button>
    </form>
  );
}

function RejectForm({ busy, onSend }: FormProps) {
  const texts = consoleTexts[useLanguage()].decide;
  const [missing, setMissing] = useState(false);
  const send = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    const { reasonCode, message } = fieldsOf(event);
    setMissing(reasonCode === undefined);
    if (reasonCode === undefined) event.currentTarget.querySelector('input')?.focus();
    else void onSend({ decision: 'reject', reasonCode: reasonCode as RejectReason, message });
  };
  return (
    // The browser would name the fault in its own language.
    <form class="card" noValidate onSubmit={send}>
      <p>{texts.rejectText}</p>
      <Reasons missing={missing} onChosen={() => setMissing(false)} />
      <MessageField id="reject-message" label={texts.note} hint={texts.noteHint} />
      <button type="submit" class="button danger" disabled={busy}>
        {texts.reject}
      </button>
    </form>
  );
}

function Reasons({ missing, onChosen }: { readonly missing: boolean; readonly onChosen: () => void }) {
  const language = useLanguage();
  return (
    <fieldset class="field" aria-describedby={missing ? 'reason.fault' : undefined} onInput={onChosen}>
      <legend>{consoleTexts[language].decide.reason}</legend>
      {missing && (
        <p class="fault" id="reason.fault" role="alert">
          {consoleHelpTexts[language].reasonMissing}
        </p>
      )}
      <div class="options wide">
        {Object.entries(rejectReasonNames[language]).map(([value, name]) => (
          <label key={value} class="option">
            <input
              type="radio"
              name="reasonCode"
              value={value}
              required
              aria-invalid={missing ? 'true' : undefined}
            />
            <span class="option-label">{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface MessageFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
}

function MessageField({ id, label, hint }: MessageFieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <p class="hint" id={`${id}.hint`}>
        {hint}
      </p>
      <textarea id={id} name="message" rows={4} maxLength={1000} aria-describedby={`${id}.hint`} />
    </div>
  );
}
