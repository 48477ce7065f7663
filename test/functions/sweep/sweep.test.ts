import { describe, expect, it } from 'vitest';
import { itemOf } from '../../../shared/contracts/items.ts';
import { later, monday } from '../../builders/ids.ts';
import { interestIn } from '../../builders/interest.ts';
import { leadIn } from '../../builders/lead.ts';
import { outboxEntryIn } from '../../builders/outbox.ts';
import { daySeconds, swept } from './swept.ts';

describe('sweep: whatever stands in the way', () => {
  it('goes past what cannot be read, in every kind', async () => {
    const { deps, faults, round } = swept();
    const interest = interestIn('matched');
    deps.store.put('INTEREST', interest);
    deps.store.put('LEAD', leadIn('accepted', {}, { interest }));
    deps.store.put('OUTBOX', outboxEntryIn('sending'));
    deps.store.putRaw({ ...itemOf('OUTBOX', outboxEntryIn('queued', { dueAt: monday })), schemaVersion: 2 });
    deps.store.putRaw({
      ...itemOf('INTEREST', interestIn('submitted', { confirmBy: monday })),
      schemaVersion: 2,
    });
    deps.clock.pass(30 * daySeconds);
    expect(await round(deps)).toEqual({ fault: 2, sendDoubtful: 1, connected: 1 });
    expect(faults).toEqual([undefined, undefined]);
  });

  it('goes past hundreds of records that fail each time', async () => {
    const { deps, faults, round } = swept();
    // Accepted, and the interest is gone: nobody knows what to do with these.
    for (let index = 0; index < 250; index += 1) deps.store.put('LEAD', leadIn('accepted'));
    const interest = interestIn('matched');
    const healthy = leadIn('accepted', { discloseAt: later(9 * daySeconds) }, { interest });
    deps.store.put('INTEREST', interest);
    deps.store.put('LEAD', healthy);
    deps.clock.pass(30 * daySeconds);
    expect(await round(deps)).toEqual({ fault: 250, connected: 1 });
    expect(faults).toHaveLength(250);
    expect(await deps.store.lead(healthy.id)).toMatchObject({ status: 'connected' });
  });

  it('goes on with the other kinds when one cannot be read at all', async () => {
    const { deps, faults, round } = swept();
    deps.store.put('OUTBOX', outboxEntryIn('queued'));
    const due = deps.store.due.bind(deps.store);
    deps.store.due = (kind, until) => {
      if (kind === 'LEAD') throw new Error('the index is not to be reached');
      return due(kind, until);
    };
    deps.clock.pass(30 * daySeconds);
    expect(await round(deps)).toEqual({ fault: 1, mailRequeued: 1 });
    expect(faults).toEqual([undefined]);
  });

  it('begins nothing that it may not be able to end, and says so', async () => {
    const { deps, round } = swept();
    const entry = outboxEntryIn('queued');
    deps.store.put('OUTBOX', entry);
    deps.clock.pass(30 * daySeconds);
    expect(await round(deps, 5_000)).toEqual({ leftForNextRound: 1 });
    expect(deps.queues.mails).toEqual([]);
    expect(await round(deps)).toEqual({ mailRequeued: 1 });
  });
});
