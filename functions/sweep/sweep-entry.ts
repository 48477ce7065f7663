import { plusSeconds } from '../../shared/domain/clocks.ts';
import { entryCore, type OutboxEntry, type OutboxEntryIn } from '../../shared/domain/outbox.ts';
import type { SweepDeps } from './sweep.ts';

/** An outbox entry whose time has come: back on the queue, or called doubtful. */
export async function sweepEntry(
  { store, clock, clocks, queues }: SweepDeps,
  entry: OutboxEntry,
): Promise<string> {
  const now = clock.now();
  if (entry.status === 'sending') {
    const { attemptId, claimedAt } = entry;
    const record: OutboxEntryIn<'unknown'> = {
      ...entryCore(entry, now),
      status: 'unknown',
      attemptId,
      claimedAt,
      since: now,
    };
    const { ok } = await store.commit([{ advance: 'OUTBOX', event: 'doubt', record }]);
    return ok ? 'sendDoubtful' : 'movedMeanwhile';
  }
  if (entry.status !== 'queued' && entry.status !== 'waiting') return 'movedMeanwhile';
  const record: OutboxEntryIn<'queued'> = {
    ...entryCore(entry, now),
    status: 'queued',
    dueAt: plusSeconds(now, clocks.requeue),
  };
  const { ok } = await store.commit([{ advance: 'OUTBOX', event: 'requeue', record }]);
  if (!ok) return 'movedMeanwhile';
  await queues.mail(entry.id);
  return 'mailRequeued';
}
