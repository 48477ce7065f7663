import { useEffect, useRef } from 'preact/hooks';
import type { LeadStatus } from '../../shared/domain/lead.ts';
import { Moment } from '../components/moment.tsx';
import { consoleTexts, type Failure } from '../texts/console.ts';
import { leadStatusNames } from '../texts/lead-words.ts';
import { formatDistance, useLanguage } from './reader.ts';

/** The heading of a view; takes the focus when the view appears, so that keyboard and screen reader begin there. */
export function ViewHeading({ children }: { readonly children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}

/** What has just been done; takes the focus, since the button that did it is gone. */
export function Notice({ text }: { readonly text: string }) {
  const notice = useRef<HTMLParagraphElement>(null);
  useEffect(() => notice.current?.focus(), [text]);
  return (
    <p ref={notice} class="card highlight" role="status" tabIndex={-1}>
      {text}
    </p>
  );
}

interface FailureNoteProps {
  readonly failure: Failure;
  readonly onRetry: () => void;
  readonly onSignIn: () => void;
}

/** What could not be done, and the button that helps. */
export function FailureNote({ failure, onRetry, onSignIn }: FailureNoteProps) {
  const texts = consoleTexts[useLanguage()];
  const [button, press] = failure === 'signedOut' ? [texts.signIn.button, onSignIn] : [texts.retry, onRetry];
  return (
    <div class="card highlight" role="alert">
      <p>{texts.failures[failure]}</p>
      <button type="button" class="button secondary" onClick={press}>
        {button}
      </button>
    </div>
  );
}

const tones: Partial<Record<string, string>> = {
  proposed: 'waiting',
  approved: 'waiting',
  introduced: 'waiting',
  accepted: 'good',
  connected: 'good',
};

export function StatusBadge({ status }: { readonly status: string }) {
  return <span class={`badge ${tones[status] ?? 'over'}`}>{statusName(status, useLanguage())}</span>;
}

/** The name of a state; a state that this console does not know yet stands for itself. */
export function statusName(status: string, language: ReturnType<typeof useLanguage>): string {
  const names: Readonly<Record<LeadStatus, string>> = leadStatusNames[language];
  return Object.hasOwn(names, status) ? names[status as LeadStatus] : status;
}

/** By when somebody must act: how far off that is, and when. */
export function Deadline({ at }: { readonly at: string }) {
  const language = useLanguage();
  const { until, overdue } = consoleTexts[language].list;
  const nowMs = Date.now();
  const late = Date.parse(at) < nowMs;
  return (
    <span class={late ? 'deadline late' : 'deadline'}>
      {late ? overdue : until} <strong>{formatDistance(at, nowMs, language)}</strong>,{' '}
      <Moment at={at} language={language} />
    </span>
  );
}
