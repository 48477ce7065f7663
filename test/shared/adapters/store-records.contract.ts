import { expect, it } from 'vitest';
import { type ItemKind, itemOf, type Records } from '../../../shared/contracts/items.ts';
import { cluster, member } from '../../builders/directory.ts';
import { clusterIdOf, memberIdOf, newInterestId } from '../../builders/ids.ts';
import { interestForm, interestIn, interestStatuses } from '../../builders/interest.ts';
import { leadIn, leadStatuses } from '../../builders/lead.ts';
import { idempotencyRecord } from '../../builders/marks.ts';
import { outboxEntryIn, outboxStatuses } from '../../builders/outbox.ts';
import { freshSubject, type OpenSubject } from './store-subject.ts';

/** Addresses hide themselves from comparison; their items show them. */
function expectSame<K extends ItemKind>(kind: K, actual: Records[K] | undefined, expected: Records[K]): void {
  expect(actual, `${kind} is there`).toBeDefined();
  if (actual !== undefined) expect(itemOf(kind, actual)).toEqual(itemOf(kind, expected));
}

export function describeRecords(open: OpenSubject): void {
  const subject = freshSubject(open);

  it.each(interestStatuses)('gives back an interest that is %s', async (status) => {
    const interest = interestIn(status);
    expect(await subject.store.commit([{ create: 'INTEREST', record: interest }])).toEqual({ ok: true });
    expectSame('INTEREST', await subject.store.interest(interest.id), interest);
  });

  it.each(leadStatuses)('gives back a lead that is %s', async (status) => {
    const lead = leadIn(status);
    expect(await subject.store.commit([{ create: 'LEAD', record: lead }])).toEqual({ ok: true });
    expectSame('LEAD', await subject.store.lead(lead.id), lead);
  });

  it.each(outboxStatuses)('gives back an outbox entry that is %s', async (status) => {
    const entry = outboxEntryIn(status);
    expect(await subject.store.commit([{ create: 'OUTBOX', record: entry }])).toEqual({ ok: true });
    expectSame('OUTBOX', await subject.store.outboxEntry(entry.id), entry);
  });

  it('gives back an idempotency record, a member with and without consent, a cluster', async () => {
    const record = idempotencyRecord();
    await subject.store.commit([{ create: 'IDEMPOTENCY', record }]);
    expect(await subject.store.idempotency(record.key)).toEqual(record);
    const { consent: _, welcomes: __, ...silent } = member({ id: memberIdOf('chm') });
    for (const each of [member(), silent]) {
      await subject.put('MEMBER', each);
      expectSame('MEMBER', await subject.store.member(each.id), each);
    }
    await subject.put('CLUSTER', cluster());
    expect(await subject.store.cluster(cluster().id)).toEqual(cluster());
  });

  it('stores an optional field that is undefined as absent', async () => {
    const form = { ...interestForm(), targetRegion: undefined };
    const interest = interestIn('submitted', { form });
    await subject.store.commit([{ create: 'INTEREST', record: interest }]);
    const stored = await subject.store.interest(interest.id);
    expect(stored?.status === 'submitted' && 'targetRegion' in stored.form).toBe(false);
  });

  it('knows nothing of what was never stored', async () => {
    const lead = leadIn('approved');
    expect(await subject.store.interest(newInterestId())).toBeUndefined();
    expect(await subject.store.lead(lead.id)).toBeUndefined();
    expect(await subject.store.leadsOf(lead.interest.id)).toEqual([]);
    expect(await subject.store.outboxEntry(outboxEntryIn('queued').id)).toBeUndefined();
    expect(await subject.store.idempotency('no-such-key')).toBeUndefined();
    expect(await subject.store.member(memberIdOf('nobody'))).toBeUndefined();
    expect(await subject.store.cluster(clusterIdOf('nobody'))).toBeUndefined();
    expect(await subject.store.membersIn('PE')).toEqual({ items: [], broken: [] });
  });

  it('keeps no tie to the record it was given or gave', async () => {
    const lead = leadIn('proposed');
    await subject.store.commit([{ create: 'LEAD', record: lead }]);
    lead.reasons.pop();
    const first = await subject.store.lead(lead.id);
    if (first === undefined || !('reasons' in first)) throw new Error('the lead is not held');
    first.reasons.pop();
    expect(await subject.store.lead(lead.id)).toMatchObject({ reasons: leadIn('proposed').reasons });
  });
}
