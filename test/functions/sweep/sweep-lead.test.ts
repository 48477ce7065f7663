import { describe, expect, it } from 'vitest';
import { member } from '../../builders/directory.ts';
import { interestIn } from '../../builders/interest.ts';
import { leadIn } from '../../builders/lead.ts';
import { suppression } from '../../builders/marks.ts';
import { daySeconds, withLead } from './swept.ts';

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

  it('discloses nothing when the submitter’s address was suppressed, and tells the member', async () => {
    const { deps, round, lead } = withLead((interest) => leadIn('accepted', {}, { interest }));
    const addressHash = await deps.addresses.hash('compras@misti.example');
    await deps.store.commit([{ mark: 'SUPPRESSION', record: suppression({ addressHash }) }]);
    deps.clock.pass(30 * daySeconds);
    expect(await round(deps)).toEqual({ withdrawnForStopped: 1 });
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'withdrawn' });
    const mails = deps.store.all('OUTBOX').map(({ to, content }) => `${to.reveal()} ${content.template}`);
    expect(mails).toEqual(['eksport@samasz.example introduction-closed']);
  });

  it('connects somebody who is on both sides, and discloses nothing once their address is suppressed', async () => {
    for (const suppressed of [false, true]) {
      const { deps, round, interest, lead } = withLead((of) => leadIn('accepted', {}, { interest: of }));
      const { contact } = member();
      deps.store.put('INTEREST', { ...interest, form: { ...interest.form, contact } });
      const addressHash = await deps.addresses.hash(contact.email.canonical());
      if (suppressed)
        await deps.store.commit([{ mark: 'SUPPRESSION', record: suppression({ addressHash }) }]);
      deps.clock.pass(30 * daySeconds);
      await round(deps);
      expect((await deps.store.lead(lead.id))?.status).toBe(suppressed ? 'declined' : 'connected');
    }
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
