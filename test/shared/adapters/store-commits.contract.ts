import { expect, it } from 'vitest';
import type { Change } from '../../../shared/domain/ports.ts';
import { member } from '../../builders/directory.ts';
import { newInterestId } from '../../builders/ids.ts';
import { interestIn } from '../../builders/interest.ts';
import { leadIn } from '../../builders/lead.ts';
import { breaker, idempotencyRecord, suppression } from '../../builders/marks.ts';
import { outboxEntryIn } from '../../builders/outbox.ts';
import { creation, holds } from './store-probes.ts';
import { freshSubject, type OpenSubject } from './store-subject.ts';

export function describeCommits(open: OpenSubject): void {
  const subject = freshSubject(open);

  it('writes all kinds of changes in one commit, and nothing for an empty one', async () => {
    const lead = leadIn('approved');
    await subject.put('LEAD', lead);
    await subject.put('MEMBER', member());
    const introduced = leadIn('introduced', { id: lead.id, revision: lead.revision + 1 });
    const { record: interest } = creation();
    const idempotency = idempotencyRecord();
    const entry = outboxEntryIn('queued');
    const changes: Change[] = [
      { create: 'INTEREST', record: interest },
      { create: 'IDEMPOTENCY', record: idempotency },
      { create: 'OUTBOX', record: entry },
      { advance: 'LEAD', event: 'introduce', record: introduced },
      { require: 'memberConsents', memberId: member().id },
      { mark: 'SUPPRESSION', record: suppression() },
      { mark: 'BREAKER', record: breaker() },
    ];
    expect(await subject.store.commit(changes)).toEqual({ ok: true });
    expect(await subject.store.commit([])).toEqual({ ok: true });
    expect(await subject.store.interest(interest.id)).toBeDefined();
    expect(await subject.store.idempotency(idempotency.key)).toBeDefined();
    expect(await subject.store.outboxEntry(entry.id)).toBeDefined();
    expect(await subject.store.lead(lead.id)).toMatchObject({
      status: 'introduced',
      revision: lead.revision + 1,
    });
  });

  it('names each refused change and leaves nothing of the others', async () => {
    const taken = outboxEntryIn('queued');
    await subject.store.commit([{ create: 'OUTBOX', record: taken }]);
    const first = creation();
    const lead = leadIn('proposed');
    const mark = suppression();
    const changes: Change[] = [
      first,
      { create: 'OUTBOX', record: outboxEntryIn('sending', { id: taken.id }) },
      { create: 'LEAD', record: lead },
      { mark: 'SUPPRESSION', record: mark },
      { require: 'leadApproved', leadId: leadIn('proposed').id },
    ];
    expect(await subject.store.commit(changes)).toEqual({ ok: false, refused: [1, 4] });
    expect(await subject.store.interest(first.record.id)).toBeUndefined();
    expect(await subject.store.lead(lead.id)).toBeUndefined();
    expect(await subject.store.outboxEntry(taken.id)).toMatchObject({ status: 'queued' });
    expect(await holds(subject.store, { require: 'notSuppressed', addressHash: mark.addressHash })).toBe(
      true,
    );
  });

  it('takes 100 changes and no more', async () => {
    const changes = Array.from({ length: 101 }, creation);
    await expect(subject.store.commit(changes)).rejects.toThrow('101 changes');
    expect(await subject.store.commit(changes.slice(1))).toEqual({ ok: true });
    expect(await subject.store.interest(changes[100]?.record.id ?? newInterestId())).toBeDefined();
  });

  it('throws for two changes of one item and for a record in another state than its event leads to', async () => {
    const { record } = creation();
    const twice: Change[] = [
      { create: 'INTEREST', record },
      { require: 'interestHeld', interestId: record.id },
    ];
    await expect(subject.store.commit(twice)).rejects.toThrow('two changes of INTEREST#');
    const record2 = interestIn('matched', { id: record.id, revision: 2 });
    await expect(
      subject.store.commit([{ advance: 'INTEREST', event: 'confirm', record: record2 }]),
    ).rejects.toThrow('INTEREST confirm leads to confirmed, not to matched');
    expect(await subject.store.interest(record.id)).toBeUndefined();
  });

  it('lets a mark replace an earlier one', async () => {
    const mark = suppression({ because: 'bounced' });
    await subject.store.commit([{ mark: 'SUPPRESSION', record: mark }]);
    expect(
      await subject.store.commit([{ mark: 'SUPPRESSION', record: { ...mark, because: 'complained' } }]),
    ).toEqual({ ok: true });
    expect(await holds(subject.store, { require: 'notSuppressed', addressHash: mark.addressHash })).toBe(
      false,
    );
  });
}
