import { expect, it } from 'vitest';
import { leadIdOf } from '../../../shared/domain/ids.ts';
import { member } from '../../builders/directory.ts';
import { memberIdOf, newAddressHash, newInterestId } from '../../builders/ids.ts';
import { interestIn, interestStatuses } from '../../builders/interest.ts';
import { leadIn, leadStatuses } from '../../builders/lead.ts';
import { breaker, suppression } from '../../builders/marks.ts';
import { holds } from './store-probes.ts';
import { freshSubject, type OpenSubject } from './store-subject.ts';

export function describeRequirements(open: OpenSubject): void {
  const subject = freshSubject(open);

  it('notSuppressed holds for an address without a mark', async () => {
    const mark = suppression();
    await subject.store.commit([{ mark: 'SUPPRESSION', record: mark }]);
    expect(await holds(subject.store, { require: 'notSuppressed', addressHash: mark.addressHash })).toBe(
      false,
    );
    expect(await holds(subject.store, { require: 'notSuppressed', addressHash: newAddressHash() })).toBe(
      true,
    );
  });

  it('breakerClosed holds before the first mark and after a closing one', async () => {
    expect(await holds(subject.store, { require: 'breakerClosed' })).toBe(true);
    await subject.store.commit([{ mark: 'BREAKER', record: breaker({ state: 'open' }) }]);
    expect(await holds(subject.store, { require: 'breakerClosed' })).toBe(false);
    await subject.store.commit([{ mark: 'BREAKER', record: breaker({ state: 'closed' }) }]);
    expect(await holds(subject.store, { require: 'breakerClosed' })).toBe(true);
  });

  it('memberConsents holds only for a consent on record', async () => {
    const requirement = { require: 'memberConsents', memberId: memberIdOf('samasz') } as const;
    expect(await holds(subject.store, requirement)).toBe(false);
    const { consent, ...silent } = member();
    await subject.put('MEMBER', silent);
    expect(await holds(subject.store, requirement)).toBe(false);
    if (consent === undefined) throw new Error('the builder gives consent');
    await subject.put('MEMBER', member({ consent: { ...consent, contactByEmail: false } }));
    expect(await holds(subject.store, requirement)).toBe(false);
    await subject.put('MEMBER', member());
    expect(await holds(subject.store, requirement)).toBe(true);
  });

  it.each(leadStatuses)('leadApproved for a lead that is %s', async (status) => {
    const lead = leadIn(status);
    await subject.put('LEAD', lead);
    expect(await holds(subject.store, { require: 'leadApproved', leadId: lead.id })).toBe(
      status === 'approved',
    );
  });

  it.each(leadStatuses)('leadProposed for a lead that is %s', async (status) => {
    const lead = leadIn(status);
    await subject.put('LEAD', lead);
    expect(await holds(subject.store, { require: 'leadProposed', leadId: lead.id })).toBe(
      status === 'proposed',
    );
  });

  it.each(leadStatuses)('leadIntroduced for a lead that is %s', async (status) => {
    const lead = leadIn(status);
    await subject.put('LEAD', lead);
    expect(await holds(subject.store, { require: 'leadIntroduced', leadId: lead.id })).toBe(
      status === 'introduced',
    );
  });

  it.each(interestStatuses)('interestHeld and interestOpen for an interest that is %s', async (status) => {
    const interest = interestIn(status);
    await subject.put('INTEREST', interest);
    const isOpen = ['submitted', 'confirmed', 'matched'].includes(status);
    expect(await holds(subject.store, { require: 'interestHeld', interestId: interest.id })).toBe(
      status !== 'erased',
    );
    expect(await holds(subject.store, { require: 'interestOpen', interestId: interest.id })).toBe(isOpen);
  });

  it('leadApproved, leadProposed, leadIntroduced, interestHeld and interestOpen do not hold for what does not exist', async () => {
    const interestId = newInterestId();
    const leadId = leadIdOf(interestId, memberIdOf('samasz'));
    expect(await holds(subject.store, { require: 'leadApproved', leadId })).toBe(false);
    expect(await holds(subject.store, { require: 'leadProposed', leadId })).toBe(false);
    expect(await holds(subject.store, { require: 'leadIntroduced', leadId })).toBe(false);
    expect(await holds(subject.store, { require: 'interestHeld', interestId })).toBe(false);
    expect(await holds(subject.store, { require: 'interestOpen', interestId })).toBe(false);
  });
}
