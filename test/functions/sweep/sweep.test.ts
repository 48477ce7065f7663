import { describe, expect, it } from 'vitest';
import { sweep } from '../../../functions/sweep/sweep.ts';
import type { Lead } from '../../../shared/domain/lead.ts';
import { member } from '../../builders/directory.ts';
import { memberIdOf } from '../../builders/ids.ts';
import { interestIn } from '../../builders/interest.ts';
import { leadIn } from '../../builders/lead.ts';
import { outboxEntryIn } from '../../builders/outbox.ts';
import { world } from '../../doubles/world.ts';

const daySeconds = 86_400;

function swept() {
  const faults: string[] = [];
  const deps = { ...world(), onFault: (_kind: string, id: string) => faults.push(id) };
  return { deps, faults };
}

function withLead(make: (interest: ReturnType<typeof interestIn<'matched'>>) => Lead) {
  const { deps, faults } = swept();
  const interest = interestIn('matched');
  const lead = make(interest);
  deps.store.put('INTEREST', interest);
  deps.store.put('LEAD', lead);
  return { deps, faults, interest, lead };
}

describe('sweep: leads', () => {
  it('connects when the undo window is over, and not before', async () => {
    const { deps, lead } = withLead((interest) => leadIn('accepted', {}, { interest }));
    if (lead.status !== 'accepted') throw new Error('an accepted lead');
    deps.clock.pass((Date.parse(lead.discloseAt) - Date.parse(deps.clock.now())) / 1000 - 1);
    expect(await sweep(deps)).toEqual({});
    deps.clock.pass(1);
    expect(await sweep(deps)).toEqual({ connected: 1 });
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'connected' });
  });

  it('writes both connection mails, each in its reader’s language with the other’s contact', async () => {
    const { deps, interest } = withLead((of) => leadIn('accepted', {}, { interest: of }));
    deps.clock.pass(30 * daySeconds);
    await sweep(deps);
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
    const { deps } = withLead((interest) => leadIn('accepted', {}, { interest }));
    deps.clock.pass(30 * daySeconds);
    await Promise.all(Array.from({ length: 8 }, () => sweep(deps)));
    const steps = deps.store.all('OUTBOX').filter(({ content }) => content.template === 'connection');
    expect(steps).toHaveLength(2);
  });

  it('discloses nothing when the member has stopped all mail since it accepted', async () => {
    const { deps, lead } = withLead((interest) => leadIn('accepted', {}, { interest }));
    const stopped = member();
    const { consent } = stopped;
    if (consent === undefined) throw new Error('a member that had consented');
    deps.store.put('MEMBER', { ...stopped, consent: { ...consent, contactByEmail: false } });
    deps.clock.pass(30 * daySeconds);
    expect(await sweep(deps)).toEqual({ declinedForStopped: 1 });
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'declined', reasonCode: 'stop' });
    const mails = deps.store.all('OUTBOX').map(({ to, content }) => `${to.reveal()} ${content.template}`);
    expect(mails).toEqual(['compras@misti.example status-changed']);
  });

  it('discloses nothing of an interest that was erased meanwhile', async () => {
    const { deps, faults, interest, lead } = withLead((of) => leadIn('accepted', {}, { interest: of }));
    deps.store.put('INTEREST', interestIn('erased', { id: interest.id }));
    deps.clock.pass(30 * daySeconds);
    await sweep(deps);
    expect(deps.store.all('OUTBOX')).toHaveLength(0);
    expect(faults).toEqual([lead.id]);
  });

  it('expires an introduction that nobody answered and tells both sides', async () => {
    const { deps, lead } = withLead((interest) => leadIn('introduced', {}, { interest }));
    deps.clock.pass(30 * daySeconds);
    expect(await sweep(deps)).toMatchObject({ leadExpired: 1 });
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'expired' });
    const told = deps.store.all('OUTBOX').map(({ to, content }) => `${to.reveal()} ${content.template}`);
    expect(told.sort()).toEqual([
      'compras@misti.example status-changed',
      'eksport@samasz.example introduction-closed',
    ]);
  });

  it('does not move a lead that only waits for its coordinator', async () => {
    const { deps, lead } = withLead((interest) => leadIn('proposed', {}, { interest }));
    deps.clock.pass(30 * daySeconds);
    await sweep(deps);
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'proposed' });
  });
});

describe('sweep: outbox', () => {
  it.each(['queued', 'waiting'] as const)('puts a stranded %s entry on the queue again', async (status) => {
    const { deps } = swept();
    const entry = outboxEntryIn(status);
    deps.store.put('OUTBOX', entry);
    deps.clock.pass(30 * daySeconds);
    expect(await sweep(deps)).toEqual({ mailRequeued: 1 });
    expect(deps.queues.mails).toEqual([entry.id]);
    expect(await sweep(deps)).toEqual({});
    deps.clock.pass(deps.clocks.requeue);
    expect(await sweep(deps)).toEqual({ mailRequeued: 1 });
  });

  it('calls an attempt without an outcome doubtful, and never queues it', async () => {
    const { deps } = swept();
    const entry = outboxEntryIn('sending');
    deps.store.put('OUTBOX', entry);
    deps.clock.pass(30 * daySeconds);
    expect(await sweep(deps)).toEqual({ sendDoubtful: 1 });
    expect(await deps.store.outboxEntry(entry.id)).toMatchObject({
      status: 'unknown',
      attemptId: entry.attemptId,
    });
    deps.clock.pass(30 * daySeconds);
    expect(await sweep(deps)).toEqual({});
    expect(deps.queues.mails).toEqual([]);
  });

  it('goes on with the others when one record cannot be moved', async () => {
    const { deps, faults } = swept();
    deps.store.put('OUTBOX', outboxEntryIn('queued'));
    deps.store.put('OUTBOX', outboxEntryIn('queued'));
    deps.clock.pass(30 * daySeconds);
    deps.store.failOnce('before');
    expect(await sweep(deps)).toEqual({ fault: 1, mailRequeued: 1 });
    expect(faults).toHaveLength(1);
  });
});

describe('sweep: interests', () => {
  it('drops what was never confirmed, without another mail', async () => {
    const { deps } = swept();
    const interest = interestIn('submitted');
    deps.store.put('INTEREST', interest);
    deps.clock.pass(8 * daySeconds);
    expect(await sweep(deps)).toEqual({ interestExpired: 1 });
    expect(await deps.store.interest(interest.id)).toMatchObject({ status: 'expired' });
    expect(deps.store.all('OUTBOX')).toHaveLength(0);
  });

  it('asks again for the matching of a confirmed interest that nobody took up', async () => {
    const { deps } = swept();
    const interest = interestIn('confirmed');
    deps.store.put('INTEREST', interest);
    deps.clock.pass(daySeconds);
    expect(await sweep(deps)).toEqual({ matchRequeued: 1 });
    expect(deps.queues.matches).toEqual([interest.id]);
    expect(await sweep(deps)).toEqual({});
  });

  it('withdraws with an ended interest what no coordinator has sent on, and nothing else', async () => {
    const { deps } = swept();
    const interest = interestIn('matched');
    deps.store.put('INTEREST', interest);
    for (const status of ['proposed', 'approved', 'deferred', 'declined'] as const) {
      const recipient = member({ id: memberIdOf(`member-${status}`) });
      deps.store.put('LEAD', leadIn(status, {}, { interest, member: recipient }));
    }
    deps.clock.pass(200 * daySeconds);
    expect(await sweep(deps)).toEqual({ interestExpired: 1 });
    const states = Object.fromEntries(deps.store.all('LEAD').map((lead) => [lead.member.id, lead.status]));
    expect(states).toEqual({
      'member-proposed': 'withdrawn',
      'member-approved': 'withdrawn',
      'member-deferred': 'deferred',
      'member-declined': 'declined',
    });
  });

  it('closes an interest that led to a connection, expires one that did not and says so', async () => {
    const { deps } = swept();
    const [connected, alone] = [interestIn('matched'), interestIn('matched')];
    for (const interest of [connected, alone]) deps.store.put('INTEREST', interest);
    deps.store.put('LEAD', leadIn('connected', {}, { interest: connected }));
    deps.clock.pass(200 * daySeconds);
    expect(await sweep(deps)).toEqual({ interestClosed: 1, interestExpired: 1 });
    expect(await deps.store.interest(connected.id)).toMatchObject({ status: 'closed' });
    expect(await deps.store.interest(alone.id)).toMatchObject({ status: 'expired' });
    expect(deps.store.all('OUTBOX')).toHaveLength(1);
  });
});
