import { describe, expect, it } from 'vitest';
import { outboxEntryIn } from '../../builders/outbox.ts';
import { daySeconds, swept } from './swept.ts';

describe('sweep: outbox', () => {
  it.each(['queued', 'waiting'] as const)('puts a stranded %s entry on the queue again', async (status) => {
    const { deps, round } = swept();
    const entry = outboxEntryIn(status);
    deps.store.put('OUTBOX', entry);
    deps.clock.pass(30 * daySeconds);
    expect(await round(deps)).toEqual({ mailRequeued: 1 });
    expect(deps.queues.mails).toEqual([entry.id]);
    expect(await round(deps)).toEqual({});
    deps.clock.pass(deps.clocks.requeue);
    expect(await round(deps)).toEqual({ mailRequeued: 1 });
  });

  it('calls an attempt without an outcome doubtful, and never queues it', async () => {
    const { deps, round } = swept();
    const entry = outboxEntryIn('sending');
    deps.store.put('OUTBOX', entry);
    deps.clock.pass(30 * daySeconds);
    expect(await round(deps)).toEqual({ sendDoubtful: 1 });
    expect(await deps.store.outboxEntry(entry.id)).toMatchObject({
      status: 'unknown',
      attemptId: entry.attemptId,
    });
    deps.clock.pass(30 * daySeconds);
    expect(await round(deps)).toEqual({});
    expect(deps.queues.mails).toEqual([]);
  });

  it('goes on with the others when one record cannot be moved', async () => {
    const { deps, faults, round } = swept();
    deps.store.put('OUTBOX', outboxEntryIn('queued'));
    deps.store.put('OUTBOX', outboxEntryIn('queued'));
    deps.clock.pass(30 * daySeconds);
    deps.store.failOnce('before');
    expect(await round(deps)).toEqual({ fault: 1, mailRequeued: 1 });
    expect(faults).toHaveLength(1);
  });
});
