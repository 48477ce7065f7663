import type { AuditPage } from '../../shared/contracts/http/audit-view.ts';
import type { MailView } from '../../shared/contracts/http/mail-view.ts';
import type { SendingView } from '../../shared/contracts/http/sending-view.ts';

const failures: Readonly<Record<string, string>> = {
  rejected: 'the provider rejected it',
  tooManyRetries: 'the provider refused it too often',
  suppressed: 'the address must not be written to',
  noConsent: 'no consent on record',
  superseded: 'no longer true',
};

/** A mail that waits for a person, in a few lines. */
export function mailInWords(mail: MailView): string {
  const { recipient, attempt, failure } = mail;
  const what = [
    `${mail.template} to ${recipient.companyName ?? 'a company that is not on record any more'} (${recipient.side})`,
    mail.leadStatus === undefined ? '' : `lead ${mail.leadStatus}`,
    mail.clusterId === undefined ? '' : `cluster ${mail.clusterId}`,
  ];
  const state = [
    mail.status === 'unknown' ? `in doubt since ${mail.since}` : `failed ${mail.since}`,
    failure === undefined ? '' : (failures[failure] ?? failure),
    attempt === undefined ? '' : `attempt ${attempt.id} at ${attempt.at}`,
    `retries ${mail.retries}`,
    mail.earlierDoubts === 0 ? '' : `sent again after ${mail.earlierDoubts} earlier doubt(s)`,
  ];
  const may = mail.allowed.length === 0 ? 'never sent again' : `you decide: ${mail.allowed.join(' or ')}`;
  return [mail.id, `  ${joined(what)}`, `  ${joined(state)}`, `  ${may}`].join('\n');
}

export function sendingInWords({ breaker, because, since }: SendingView): string {
  const why = because === undefined ? '' : ` since ${since} (${because})`;
  return breaker === 'open' ? `Sending is paused${why}.` : `Mail is sent${why}.`;
}

export function actInWords({ at, act, subject, by, before, note }: AuditPage['items'][number]): string {
  return `${at}  ${act}  ${subject}\n  was ${before}; by ${by}\n  ${note.replaceAll('\n', '\n  ')}`;
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('; ');
}
