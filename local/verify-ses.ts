import { setTimeout as delay } from 'node:timers/promises';
import { DeleteMessageCommand, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { v7 } from 'uuid';
import { readMailEvent } from '../shared/contracts/ses-event.ts';
import type { DeliveryNews } from '../shared/domain/delivery.ts';
import { type AttemptId, attemptIdSchema, outboxIdSchema } from '../shared/domain/ids.ts';
import type { MailProvider, SendOutcome } from '../shared/domain/ports.ts';

/** One mail to the mailbox simulator of SES, and what SES must say of it. */
interface Trial {
  readonly to: string;
  readonly expected: readonly DeliveryNews[];
}

/** "Using the mailbox simulator manually", Amazon SES developer guide. Its mails count for no rate and no quota of bounces. */
const trials: readonly Trial[] = [
  { to: 'success@simulator.amazonses.com', expected: ['accepted', 'delivered'] },
  { to: 'bounce@simulator.amazonses.com', expected: ['accepted', 'bounced'] },
  { to: 'complaint@simulator.amazonses.com', expected: ['accepted', 'delivered', 'complained'] },
];

/** What came of one mail. */
export interface TrialResult extends Trial {
  readonly attemptId: AttemptId;
  readonly outcome: SendOutcome['outcome'];
  /** What SES said, with the seconds after sending. */
  readonly seen: ReadonlyMap<DeliveryNews, number>;
}

export interface Verification {
  readonly results: readonly TrialResult[];
  /** Events that came and that Puente could not have read. */
  readonly unreadable: number;
}

interface VerifyOptions {
  readonly provider: MailProvider;
  readonly from: string;
  readonly sqs: SQSClient;
  /** A queue that is subscribed to the topic of events. */
  readonly queueUrl: string;
  /** Longest wait for events, in milliseconds. */
  readonly waitMs: number;
  readonly signal: AbortSignal;
  readonly onProgress: (line: string) => void;
}

/** How long the provider may take to answer. */
const sendLimitMs = 10_000;
/** SQS takes up to 20 s (ReceiveMessage, WaitTimeSeconds); shorter, so that progress is seen. */
const pollSeconds = 5;

/**
 * Sends a mail to each of the simulator's addresses through the same adapter as `send-mail`, and reads the events that
 * come by the same schema as `record-delivery-event`, until each mail's are complete or the time is over.
 */
export async function verifySes(options: VerifyOptions): Promise<Verification> {
  const results: (TrialResult & { readonly seen: Map<DeliveryNews, number> })[] = [];
  for (const trial of trials) {
    const attemptId = attemptIdSchema.parse(v7());
    const outboxId = outboxIdSchema.parse(`${v7()}#submitter#verification`);
    const raw = testMail(options.from, trial.to);
    const { outcome } = await options.provider.send({ raw, to: trial.to, outboxId, attemptId }, sendLimitMs);
    options.onProgress(`${trial.to}: ${outcome}`);
    results.push({ ...trial, attemptId, outcome, seen: new Map() });
  }
  const sentMs = performance.now();
  let unreadable = 0;
  const isOver = () => options.signal.aborted || performance.now() - sentMs > options.waitMs;
  while (!isOver() && results.some(isWaitedFor)) {
    const bodies = await receive(options, options.waitMs - (performance.now() - sentMs));
    const afterSeconds = (performance.now() - sentMs) / 1000;
    for (const body of bodies) {
      const event = eventIn(body);
      if (event === undefined) unreadable += 1;
      if (event?.about !== 'ours') continue;
      const result = results.find(({ attemptId }) => attemptId === event.attemptId);
      if (result === undefined || result.seen.has(event.news)) continue;
      result.seen.set(event.news, afterSeconds);
      options.onProgress(`${result.to}: ${event.news} after ${afterSeconds.toFixed(1)} s`);
    }
    if (bodies.length === 0) options.onProgress(`waiting, ${afterSeconds.toFixed(0)} s`);
  }
  return { results, unreadable };
}

/** What the results lack, one line a fault; none when all is well. */
export function faultsOf({ results, unreadable }: Verification): string[] {
  const faults = results.flatMap(({ to, outcome, expected, seen }) => {
    if (outcome !== 'accepted')
      return [`The mail to ${to} was not accepted (${outcome}): ${advice[outcome]}`];
    const missing = expected.filter((news) => !seen.has(news));
    return missing.length === 0 ? [] : [`No event said that the mail to ${to} was ${missing.join(', ')}.`];
  });
  return unreadable === 0 ? faults : [...faults, `${unreadable} events are not as Puente expects them.`];
}

/** True as long as nothing else than waiting can complete it. */
function isWaitedFor({ outcome, expected, seen }: TrialResult): boolean {
  return (outcome === 'accepted' || outcome === 'doubtful') && expected.some((news) => !seen.has(news));
}

const advice: Readonly<Record<Exclude<SendOutcome['outcome'], 'accepted'>, string>> = {
  notNow:
    'is the sender verified, does the configuration set exist, may these credentials send, and is SES reached?',
  rejected: 'SES refuses the sender, the configuration set or the mail.',
  paused: 'the account or the configuration set may not send; see docs/runbooks/sending-paused.md.',
  doubtful: 'nobody can say whether SES took it; try again.',
};

async function receive({ sqs, queueUrl, signal }: VerifyOptions, leftMs: number): Promise<string[]> {
  const WaitTimeSeconds = Math.max(0, Math.min(pollSeconds, Math.floor(leftMs / 1000)));
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({ QueueUrl: queueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds }),
    { abortSignal: signal },
  );
  for (const { ReceiptHandle } of Messages)
    await sqs.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle }));
  // In the last second there is no long poll: do not ask without end.
  if (Messages.length === 0 && WaitTimeSeconds === 0) await delay(200);
  return Messages.flatMap(({ Body }) => Body ?? []);
}

function eventIn(body: string) {
  try {
    return readMailEvent(body);
  } catch {
    return undefined;
  }
}

function testMail(from: string, to: string): Uint8Array {
  const lines = [
    `From: Puente <${from}>`,
    `To: ${to}`,
    'Subject: Puente verifies its mail',
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'Sent to the mailbox simulator of Amazon SES to see which events come of it.',
    '',
  ];
  return new TextEncoder().encode(lines.join('\r\n'));
}
