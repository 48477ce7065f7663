import type { TargetedSubmitEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { consoleTexts } from '../texts/console.ts';
import { sendsTexts } from '../texts/sends.ts';
import type { Result } from './api.ts';
import { useLanguage } from './reader.ts';

interface NoteFormProps<T> {
  /** Unique on the page. */
  readonly id: string;
  /** What this does, and what may go wrong with it. */
  readonly explain: string;
  readonly confirm: string;
  readonly tone: 'primary' | 'danger';
  readonly act: (note: string) => Promise<Result<T>>;
  readonly onDone: (value: T) => void;
  /** Somebody else was faster, or it is not possible: what is the case now, and why. */
  readonly onConflict: (state: string, messages: readonly string[]) => void;
  readonly onCancel: () => void;
  readonly onSignIn: () => void;
}

/** Asks for the reason of an act before it is done. What was typed stays until the act is stored. */
export function NoteForm<T>(props: NoteFormProps<T>) {
  const { id, explain, confirm, tone, act, onDone, onConflict, onCancel, onSignIn } = props;
  const language = useLanguage();
  const texts = sendsTexts[language];
  const { failures, signIn } = consoleTexts[language];
  const field = useRef<HTMLTextAreaElement>(null);
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [signedOut, setSignedOut] = useState(false);
  useEffect(() => field.current?.focus(), []);

  const refuse = (messages: readonly string[]) => {
    setFaults(messages);
    field.current?.focus();
  };
  const send = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const note = field.current?.value.trim() ?? '';
    if (note === '') return refuse([texts.noteMissing]);
    setBusy(true);
    const result = await act(note);
    setBusy(false);
    setSignedOut(result.outcome === 'failed' && result.failure === 'signedOut');
    if (result.outcome === 'ok') onDone(result.value);
    if (result.outcome === 'conflict') onConflict(result.state, result.messages);
    if (result.outcome === 'invalid') refuse(result.messages);
    if (result.outcome === 'failed') setFaults([failures[result.failure]]);
  };
  const described = [`${id}.hint`, ...(faults.length > 0 ? [`${id}.fault`] : [])].join(' ');
  return (
    // The browser would name the fault in its own language.
    <form id={id} class="note-form" noValidate onSubmit={(event) => void send(event)}>
      <p>{explain}</p>
      <div class="field">
        <label for={`${id}.note`}>{texts.note}</label>
        <p class="hint" id={`${id}.hint`}>
          {texts.noteHint}
        </p>
        {faults.length > 0 && (
          <p class="fault" id={`${id}.fault`} role="alert">
            {faults.join(' ')}
          </p>
        )}
        <textarea
          ref={field}
          id={`${id}.note`}
          rows={3}
          maxLength={500}
          required
          aria-describedby={described}
          aria-invalid={faults.length > 0 ? 'true' : undefined}
        />
      </div>
      <div class="actions">
        <button type="submit" class={`button ${tone}`} disabled={busy}>
          {confirm}
        </button>
        <button type="button" class="button secondary" onClick={onCancel}>
          {texts.cancel}
        </button>
        {signedOut && (
          <button type="button" class="button secondary" onClick={onSignIn}>
            {signIn.button}
          </button>
        )}
      </div>
    </form>
  );
}
