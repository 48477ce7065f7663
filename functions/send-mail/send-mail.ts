import type { MailLinks } from '../../shared/contracts/mail-links.ts';
import type { Clocks } from '../../shared/domain/clocks.ts';
import type { EmailAddress } from '../../shared/domain/email-address.ts';
import type { AttemptId, Instant, OutboxId } from '../../shared/domain/ids.ts';
import type { MailContent } from '../../shared/domain/mail-content.ts';
import type { OutboxEntryIn } from '../../shared/domain/outbox.ts';
import type {
  AddressHasher,
  Capabilities,
  Clock,
  Ids,
  MailProvider,
  SendingRate,
  SendOutcome,
  Store,
} from '../../shared/domain/ports.ts';
import { claim } from './claim.ts';
import { linksOf } from './links.ts';
import { postpone } from './put-off.ts';
import { settle } from './settle.ts';

export interface SendDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly clocks: Clocks;
  readonly capabilities: Capabilities;
  readonly addresses: AddressHasher;
  readonly provider: MailProvider;
  readonly rate: SendingRate;
  /** How many mails that nobody asked for one address gets a day (UTC), 1 or more. */
  readonly mailsADay: number;
  readonly baseUrl: string;
  /** The finished message (RFC 5322) to exactly one address. */
  readonly compose: (
    content: MailContent,
    links: MailLinks,
    to: EmailAddress,
    date: Instant,
  ) => Promise<Uint8Array>;
}

/** The invocation that an attempt runs in. */
export interface SendRun {
  /** Milliseconds left to it. */
  readonly remainingMs: () => number;
  /** Told what the provider said before that is written down: should writing fail, it is known all the same. */
  readonly onAnswer: (answer: SendOutcome & { readonly attemptId: AttemptId }) => void;
}

/** Longest wait for the provider's answer. */
const answerMs = 8_000;
/** What must be left for writing the answer down. */
const settleMs = 6_000;
/** With less time left an attempt is not begun: claim, answer and note must all fit. */
const attemptMs = answerMs + 2 * settleMs;

/** How long an entry keeps away when the sending rate is used up, in seconds. */
const queueUpSeconds = 30;

/** What is needed to write down what became of an entry. */
export type SettleDeps = Pick<SendDeps, 'store' | 'clock' | 'clocks'>;

/** An entry that may be claimed. */
export type OpenEntry = OutboxEntryIn<'queued' | 'waiting'>;

export type SendReport =
  /** Somebody else has it, it is done, or its time has not come. */
  | { readonly outcome: 'notMine' }
  /** Not to be sent, or not now; `because` says why. */
  | { readonly outcome: 'held'; readonly because: string }
  | SendOutcome;

/**
 * Sends one outbox entry, at most once. Order matters: the message is made first, so that a fault in it leaves the
 * entry where it was; then the entry is claimed; then the provider is called exactly once; then the outcome is written
 * down. A crash in between leaves the entry `sending`, which the sweeper calls doubtful and nobody sends again. Throws
 * when too little time is left to begin: the message then comes again.
 */
export async function sendMail(deps: SendDeps, id: OutboxId, run: SendRun): Promise<SendReport> {
  const entry = await deps.store.outboxEntry(id);
  const now = deps.clock.now();
  if (entry === undefined || !isOpen(entry)) return { outcome: 'notMine' };
  if (entry.status === 'waiting' && entry.dueAt > now) return { outcome: 'notMine' };

  const links = await linksOf(deps, entry.content, entry.createdAt);
  const raw = await deps.compose(entry.content, links, entry.to, now);

  if (!(await deps.rate.turn())) return queueUp(deps, entry);
  if (run.remainingMs() < attemptMs) throw new Error('Too little time is left for an attempt to send');
  const claimed = await claim(deps, entry);
  if (claimed.outcome !== 'claimed') return claimed;
  const { attemptId } = claimed.entry;
  const limitMs = Math.max(1, Math.min(answerMs, run.remainingMs() - settleMs));
  const answer = await deps.provider.send({ raw, to: entry.to.reveal(), outboxId: id, attemptId }, limitMs);
  run.onAnswer({ ...answer, attemptId });
  await settle(deps, claimed.entry, answer);
  return answer;
}

/** So many wait for their turn that this one does better to come again with a later sweep. */
async function queueUp(deps: SendDeps, entry: OpenEntry): Promise<SendReport> {
  await postpone(deps, entry, {
    because: 'throttled',
    delaySeconds: queueUpSeconds,
    retries: entry.retries,
  });
  return { outcome: 'held', because: 'sendingRate' };
}

function isOpen(entry: { status: string }): entry is OpenEntry {
  return entry.status === 'queued' || entry.status === 'waiting';
}
