import { describe, expect, it } from 'vitest';
import { sweep } from '../../../functions/sweep/sweep.ts';
import { withdrawInterest } from '../../../functions/withdraw-interest/withdraw-interest.ts';
import { itemOf } from '../../../shared/contracts/items.ts';
import type { Lead } from '../../../shared/domain/lead.ts';
import { member } from '../../builders/directory.ts';
import { later, memberIdOf, monday } from '../../builders/ids.ts';
import { interestIn } from '../../builders/interest.ts';
import { leadIn } from '../../builders/lead.ts';
import { suppression } from '../../builders/marks.ts';
import { outboxEntryIn } from '../../builders/outbox.ts';
import { type World, world } from '../../doubles/world.ts';

const daySeconds = 86_400;

/** A world to sweep; `round` is one sweep of it that has time enough. */
function swept() {
  const faults: (string | undefined)[] = [];
  const round = (deps: World, remainingMs = 60_000) =>
    sweep(deps, {
      remainingMs: () => remainingMs,
      onStep: () => undefined,
      onFault: (_kind, _error, id) => void faults.push(id),
    });
  return { deps: world(), faults, round };
}

function withLead(make: (interest: ReturnType<typeof interestIn<'matched'>>) => Lead) {
  const { deps, faults, round } = swept();
  const interest = interestIn('matched');
  const lead = make(interest);
  deps.store.put('INTEREST', interest);
  deps.store.put('LEAD', lead);
  return { deps, faults, round, interest, lead };
}

describe('sweep: leads', () => {
  it('connects when the undo window is over, and not before', async () => {
    const { deps, round, lead } = withLead((interest) => leadIn('accepted', {}, { interest }));
    if (lead.status !== 'accepted') throw new Error('an accepted lead');
    deps.clock.pass((Date.parse(lead.discloseAt) - Date.parse(deps.clock.now())) / 1000 - 1);
    expect(await round(deps)).toEqual({});
    deps.clock.pass(1);
    expect(await round(deps)).toEqual({ connected: 1 });
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'connected' });
  });

  it('writes both connection mails, each in its reader’s language with the other’s contact', async () => {
    const { deps, round, interest } = withLead((of) => leadIn('accepted', {}, { interest: of }));
    deps.clock.pass(30 * daySeconds);
    await round(deps);
    const mails = deps.store.all('OUTBOX').map(({ to, content }) => ({ to: to.reveal(), content }));
    const toSubmitter = mails.find(({ to }) => to === 'compras@misti.example')?.content;
    const toMember = mails.find(({ to }) => to === 'eksport@samasz.example')?.content;
    if (toSubmitter?.template !== 'connection' || toMember?.template !== 'connection')
      throw new Error('two connections');
    expect(toSubmitter).toMatchObject({ language: 'es', other: { company: { name: 'SaMASZ' } } });
    expect(toSubmitter.other.contact.email.reveal()).toBe('eksport@samasz.example');
    expect(toMember).toMatchObject({
      language: 'pl',
      other: { contact: { name: interest.form.contact.name } },
    });
    expect(toMember.other.contact.email.reveal()).toBe('compras@misti.example');
  });

  it('connects once, however many rounds run at the same time', async () => {
    const { deps, round } = withLead((interest) => leadIn('accepted', {}, { interest }));
    deps.clock.pass(30 * daySeconds);
    await Promise.all(Array.from({ length: 8 }, () => round(deps)));
    const steps = deps.store.all('OUTBOX').filter(({ content }) => content.template === 'connection');
    expect(steps).toHaveLength(2);
  });

  it('discloses nothing when the member has stopped all mail since it accepted', async () => {
    const { deps, round, lead } = withLead((interest) => leadIn('accepted', {}, { interest }));
    const stopped = member();
    const { consent } = stopped;
    if (consent === undefined) throw new Error('a member that had consented');
    deps.store.put('MEMBER', { ...stopped, consent: { ...consent, contactByEmail: false } });
    deps.clock.pass(30 * daySeconds);
    expect(await round(deps)).toEqual({ declinedForStopped: 1 });
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'declined', reasonCode: 'stop' });
    const mails = deps.store.all('OUTBOX').map(({ to, content }) => `${to.reveal()} ${content.template}`);
    expect(mails).toEqual(['compras@misti.example status-changed']);
  });

  it('discloses nothing when the member’s address was suppressed, though consent is on record', async () => {
    const { deps, round, lead } = withLead((interest) => leadIn('accepted', {}, { interest }));
    const addressHash = await deps.addresses.hash('eksport@samasz.example');
    await deps.store.commit([{ mark: 'SUPPRESSION', record: suppression({ addressHash }) }]);
    deps.clock.pass(30 * daySeconds);
    expect(await round(deps)).toEqual({ declinedForStopped: 1 });
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'declined', reasonCode: 'stop' });
    expect(deps.store.all('OUTBOX').map(({ to }) => to.reveal())).toEqual(['compras@misti.example']);
  });

  it('discloses nothing when the interest is erased in the same moment', async () => {
    const { deps, round, interest, lead } = withLead((of) => leadIn('accepted', {}, { interest: of }));
    deps.clock.pass(30 * daySeconds);
    const read = deps.store.member.bind(deps.store);
    deps.store.member = async (id) => {
      deps.store.put('INTEREST', interestIn('erased', { id: interest.id }));
      return read(id);
    };
    const interestRead = deps.store.interest.bind(deps.store);
    deps.store.interest = async (id) => (id === interest.id ? interest : interestRead(id));
    expect(await round(deps)).toEqual({ movedMeanwhile: 1 });
    expect(deps.store.all('OUTBOX')).toHaveLength(0);
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'accepted' });
  });

  it('discloses nothing of an interest that was erased meanwhile', async () => {
    const { deps, round, faults, interest, lead } = withLead((of) =>
      leadIn('accepted', {}, { interest: of }),
    );
    deps.store.put('INTEREST', interestIn('erased', { id: interest.id }));
    deps.clock.pass(30 * daySeconds);
    await round(deps);
    expect(deps.store.all('OUTBOX')).toHaveLength(0);
    expect(faults).toEqual([lead.id]);
  });

  it('expires an introduction that nobody answered and tells both sides', async () => {
    const { deps, round, lead } = withLead((interest) => leadIn('introduced', {}, { interest }));
    deps.clock.pass(30 * daySeconds);
    expect(await round(deps)).toMatchObject({ leadExpired: 1 });
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'expired' });
    const told = deps.store.all('OUTBOX').map(({ to, content }) => `${to.reveal()} ${content.template}`);
    expect(told.sort()).toEqual([
      'compras@misti.example status-changed',
      'eksport@samasz.example introduction-closed',
    ]);
  });

  it('does not move a lead that only waits for its coordinator', async () => {
    const { deps, round, lead } = withLead((interest) => leadIn('proposed', {}, { interest }));
    deps.clock.pass(30 * daySeconds);
    await round(deps);
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'proposed' });
  });
});

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

describe('sweep: interests', () => {
  it('drops what was never confirmed, without another mail', async () => {
    const { deps, round } = swept();
    const interest = interestIn('submitted');
    deps.store.put('INTEREST', interest);
    deps.clock.pass(8 * daySeconds);
    expect(await round(deps)).toEqual({ interestExpired: 1 });
    expect(await deps.store.interest(interest.id)).toMatchObject({ status: 'expired' });
    expect(deps.store.all('OUTBOX')).toHaveLength(0);
  });

  it('asks again for the matching of a confirmed interest that nobody took up', async () => {
    const { deps, round } = swept();
    const interest = interestIn('confirmed');
    deps.store.put('INTEREST', interest);
    deps.clock.pass(daySeconds);
    expect(await round(deps)).toEqual({ matchRequeued: 1 });
    expect(deps.queues.matches).toEqual([interest.id]);
    expect(await round(deps)).toEqual({});
  });

  it('withdraws with an ended interest what no coordinator has sent on, and nothing else', async () => {
    const { deps, round } = swept();
    const interest = interestIn('matched');
    deps.store.put('INTEREST', interest);
    for (const status of ['proposed', 'approved', 'deferred', 'declined'] as const) {
      const recipient = member({ id: memberIdOf(`member-${status}`) });
      deps.store.put('LEAD', leadIn(status, {}, { interest, member: recipient }));
    }
    deps.clock.pass(200 * daySeconds);
    expect(await round(deps)).toEqual({ interestExpired: 1 });
    const states = Object.fromEntries(deps.store.all('LEAD').map((lead) => [lead.member.id, lead.status]));
    expect(states).toEqual({
      'member-proposed': 'withdrawn',
      'member-approved': 'withdrawn',
      'member-deferred': 'deferred',
      'member-declined': 'declined',
    });
  });

  it.each(['introduced', 'accepted'] as const)(
    'does not end an interest with a lead that is %s: its submitter can withdraw until data is disclosed',
    async (status) => {
      const { deps, round } = swept();
      const interest = interestIn('matched');
      const lead = leadIn(status, {}, { interest });
      const answerable = { ...lead, answerBy: later(210 * daySeconds), discloseAt: later(210 * daySeconds) };
      deps.store.put('INTEREST', interest);
      deps.store.put('LEAD', answerable as Lead);
      deps.store.put('LEAD', leadIn('proposed', {}, { interest, member: member({ id: memberIdOf('chm') }) }));
      deps.clock.pass(200 * daySeconds);
      expect(await round(deps)).toEqual({ interestExtended: 1 });
      expect(await deps.store.interest(interest.id)).toMatchObject({ status: 'matched' });
      expect(await deps.store.leadsOf(interest.id)).toMatchObject([{ status: 'withdrawn' }, { status }]);
      expect(await round(deps)).toEqual({});

      const key = await deps.capabilities.sign({ purpose: 'interest', interestId: interest.id });
      expect(await withdrawInterest(deps, interest.id, key)).toEqual({ outcome: 'withdrawn' });
      deps.clock.pass(100 * daySeconds);
      await round(deps);
      const connections = deps.store.all('OUTBOX').filter(({ content }) => content.template === 'connection');
      expect(connections).toEqual([]);
    },
  );

  it('ends an interest once its last lead has been answered', async () => {
    const { deps, round } = swept();
    const interest = interestIn('matched');
    const lead = leadIn('accepted', { discloseAt: later(200 * daySeconds) }, { interest });
    deps.store.put('INTEREST', interest);
    deps.store.put('LEAD', lead);
    deps.clock.pass(199 * daySeconds);
    expect(await round(deps)).toEqual({ interestExtended: 1 });
    deps.clock.pass(daySeconds);
    expect(await round(deps)).toEqual({ connected: 1 });
    deps.clock.pass(daySeconds);
    expect(await round(deps)).toMatchObject({ interestClosed: 1 });
  });

  it('tells a member of the end whose introduction may have been sent', async () => {
    const { deps, round } = swept();
    const interest = interestIn('matched');
    const lead = leadIn('approved', {}, { interest });
    deps.store.put('INTEREST', interest);
    deps.store.put('LEAD', lead);
    deps.store.put('OUTBOX', outboxEntryIn('unknown', {}, lead));
    deps.clock.pass(200 * daySeconds);
    expect(await round(deps)).toEqual({ interestExpired: 1 });
    const told = deps.store.all('OUTBOX').map(({ content }) => content.template);
    expect(told.sort()).toEqual(['introduction', 'introduction-closed', 'status-changed']);
  });

  it('closes an interest that led to a connection, expires one that did not and says so', async () => {
    const { deps, round } = swept();
    const [connected, alone] = [interestIn('matched'), interestIn('matched')];
    for (const interest of [connected, alone]) deps.store.put('INTEREST', interest);
    deps.store.put('LEAD', leadIn('connected', {}, { interest: connected }));
    deps.clock.pass(200 * daySeconds);
    expect(await round(deps)).toEqual({ interestClosed: 1, interestExpired: 1 });
    expect(await deps.store.interest(connected.id)).toMatchObject({ status: 'closed' });
    expect(await deps.store.interest(alone.id)).toMatchObject({ status: 'expired' });
    expect(deps.store.all('OUTBOX')).toHaveLength(1);
  });
});
