import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { InterestSummary, LeadStatus } from '../../shared/domain/lead.ts';
import { Moment } from '../components/moment.tsx';
import { consoleTexts, type Failure } from '../texts/console.ts';
import { consoleHelpTexts } from '../texts/console-help.ts';
import { leadStatusNames } from '../texts/lead-words.ts';
import { formatDistance, useLanguage } from './reader.ts';
import { type ListStatus, listAddress } from './route.ts';

/** The heading of a view; takes the focus when the view appears, so that keyboard and screen reader begin there. */
export function ViewHeading({ children }: { readonly children: ComponentChildren }) {
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

/** The ways to become somebody else. */
export interface Account {
  readonly signIn: () => void;
  /** Signs out, so that the identity provider asks anew who it is. */
  readonly change: () => void;
}

interface FailureNoteProps {
  readonly failure: Failure;
  readonly onRetry: () => void;
  readonly account: Account;
  /** The list to go back to. */
  readonly list: ListStatus;
  /** What to say of an account that may not do this; by default, that it coordinates nothing. */
  readonly forbidden?: string;
}

/** What could not be done, and what helps: trying again does only where the answer could be another one. */
export function FailureNote({ failure, onRetry, account, list, forbidden }: FailureNoteProps) {
  const language = useLanguage();
  const [texts, helpTexts] = [consoleTexts[language], consoleHelpTexts[language]];
  return (
    <div class="card highlight" role="alert">
      <p>{(failure === 'forbidden' ? forbidden : undefined) ?? texts.failures[failure]}</p>
      {failure === 'notFound' ? (
        <a class="button secondary" href={listAddress(list)}>
          {helpTexts.toList}
        </a>
      ) : failure === 'forbidden' ? (
        <HelpButton onPress={account.change}>{helpTexts.otherAccount}</HelpButton>
      ) : failure === 'signedOut' ? (
        <HelpButton onPress={account.signIn}>{texts.signIn.button}</HelpButton>
      ) : (
        <HelpButton onPress={onRetry}>{texts.retry}</HelpButton>
      )}
    </div>
  );
}

export function HelpButton({
  onPress,
  children,
}: {
  readonly onPress: () => void;
  readonly children: string;
}) {
  return (
    <button type="button" class="button secondary" onClick={onPress}>
      {children}
    </button>
  );
}

/** Who asks whom: the two names stay apart however narrow the screen. */
export function Parties({ from, to }: { readonly from: InterestSummary | null; readonly to: string }) {
  if (from === null) return <>{to}</>;
  return (
    <>
      <span class="party">{from.company.name}</span> <span class="party">→ {to}</span>
    </>
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
