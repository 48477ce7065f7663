import { plusSeconds } from '../../shared/domain/clocks.ts';
import { undeliverableOf } from '../../shared/domain/introduce.ts';
import { entryCore, type OutboxEntryIn, type SendFailure } from '../../shared/domain/outbox.ts';
import type { Change } from '../../shared/domain/ports.ts';
import type { OpenEntry, SettleDeps } from './send-mail.ts';

type Unsent = OpenEntry | OutboxEntryIn<'sending'>;

const causes = {
  suppressed: 'suppressed',
  noConsent: 'noConsent',
  introducedBefore: 'introducedBefore',
  rejected: 'refused',
  tooManyRetries: 'refused',
} as const;

/** Gives an entry up for good; an introduction that can never go out makes its lead undeliverable. */
export async function fail(deps: SettleDeps, entry: Unsent, failure: SendFailure): Promise<void> {
  const now = deps.clock.now();
  const failed: Change = {
    advance: 'OUTBOX',
    event: 'fail',
    record: { ...entryCore(entry, now), status: 'failed', failedAt: now, failure },
  };
  const lead =
    failure === 'superseded' ? undefined : await undeliverableOf(deps.store, entry, causes[failure], now);
  const { ok } = await deps.store.commit(lead === undefined ? [failed] : [failed, lead]);
  // The lead moved in this moment: the entry's own end is still true.
  if (!ok && lead !== undefined) await deps.store.commit([failed]);
}

interface Delay {
  readonly because: OutboxEntryIn<'waiting'>['because'];
  readonly delaySeconds: number;
  readonly retries: number;
}

/** Leaves an entry for later, with whatever must be written beside it; the sweeper puts it on the queue in time. */
export async function postpone(
  deps: SettleDeps,
  entry: Unsent,
  { because, delaySeconds, retries }: Delay,
  beside: readonly Change[] = [],
): Promise<void> {
  const now = deps.clock.now();
  const record: OutboxEntryIn<'waiting'> = {
    ...entryCore(entry, now),
    retries,
    status: 'waiting',
    because,
    dueAt: plusSeconds(now, delaySeconds),
  };
  await deps.store.commit([{ advance: 'OUTBOX', event: 'postpone', record }, ...beside]);
}
