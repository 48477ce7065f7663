import { outcomeOf } from '../../../shared/adapters/ses/mail-provider.ts';
import type { AttemptId, OutboxId } from '../../../shared/domain/ids.ts';
import type { OutgoingMail, SendOutcome } from '../../../shared/domain/ports.ts';
import type { Fault, MailFault } from './faults.ts';
import type { Timeline } from './timeline.ts';

/** A mail that the provider has taken on: from then on nobody can take it back. */
export interface Acceptance {
  readonly outboxId: OutboxId;
  readonly attemptId: AttemptId;
  readonly to: string;
  readonly messageId: string;
  readonly atMs: number;
  readonly raw: Uint8Array;
}

/** SES as its callers see it, which counts what it accepts by entry and by attempt. */
export class SimulatedProvider {
  readonly #timeline: Timeline;
  readonly #accepted: (acceptance: Acceptance) => void;
  #count = 0;

  constructor(timeline: Timeline, accepted: (acceptance: Acceptance) => void) {
    this.#timeline = timeline;
    this.#accepted = accepted;
  }

  /** One call, and what its caller makes of the answer: the production reading of errors decides. */
  async send(mail: OutgoingMail, limitMs: number, fault: Fault | undefined): Promise<SendOutcome> {
    const refusal = fault === undefined ? undefined : refusals[fault as MailFault];
    if (refusal !== undefined) return outcomeOf(refusal);
    const unanswered = fault === undefined ? undefined : answersLost[fault as MailFault];
    if (unanswered === undefined) return { outcome: 'accepted', messageId: this.#accept(mail) };
    if (fault?.endsWith('After') === true) this.#accept(mail);
    if (fault?.startsWith('noAnswer') === true) await this.#timeline.sleep(limitMs);
    return outcomeOf(unanswered);
  }

  #accept({ outboxId, attemptId, to, raw }: OutgoingMail): string {
    this.#count += 1;
    const messageId = `message-${this.#count}`;
    this.#accepted({ outboxId, attemptId, to, raw, messageId, atMs: this.#timeline.nowMs });
    return messageId;
  }
}

const status = (httpStatusCode: number) => ({ $metadata: { httpStatusCode } });

/** Answers by which SES, or the lack of a connection to it, says that nothing was accepted. */
const refusals: Readonly<Partial<Record<MailFault, object>>> = {
  throttled: { name: 'Throttling', ...status(400) },
  unreachable: { name: 'Error', syscall: 'connect', code: 'ECONNREFUSED' },
  rejected: { name: 'MessageRejected', message: 'Address blacklisted.', ...status(400) },
  paused: { name: 'AccountSendingPausedException', ...status(400) },
};

const reset = { name: 'Error', code: 'ECONNRESET', syscall: 'read' };
const internal = { name: 'InternalFailure', ...status(500) };
const aborted = { name: 'AbortError', message: 'Request aborted' };

/** What the client throws when it cannot tell. */
const answersLost: Readonly<Partial<Record<MailFault, object>>> = {
  resetBefore: reset,
  resetAfter: reset,
  status500Before: internal,
  status500After: internal,
  noAnswerBefore: aborted,
  noAnswerAfter: aborted,
};
