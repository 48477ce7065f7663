import { describe, expect, it } from 'vitest';
import { sendMail } from '../../../functions/send-mail/send-mail.ts';
import { unsubscribe } from '../../../functions/unsubscribe/unsubscribe.ts';
import type { Lead, LeadStatus } from '../../../shared/domain/lead.ts';
import { member } from '../../builders/directory.ts';
import { later, memberIdOf } from '../../builders/ids.ts';
import { interestIn } from '../../builders/interest.ts';
import { leadIn } from '../../builders/lead.ts';
import { outboxEntryIn } from '../../builders/outbox.ts';
import { invocation, world } from '../../doubles/world.ts';

async function withLead(status: LeadStatus) {
  const deps = world();
  const interest = interestIn('matched');
  const lead = leadIn(status, {}, { interest });
  deps.store.put('INTEREST', interest);
  deps.store.put('LEAD', lead);
  const token = await deps.capabilities.sign({ purpose: 'stop', leadId: lead.id, expiresAt: later(86_400) });
  return { deps, interest, lead, token };
}

describe('unsubscribe', () => {
  it('stops all mail to the address: what is queued for it already is not sent', async () => {
    const { deps, interest, token } = await withLead('introduced');
    const another = leadIn('approved', {}, { interest: interestIn('matched') });
    const entry = outboxEntryIn('queued', {}, another);
    deps.store.put('LEAD', another);
    deps.store.put('OUTBOX', entry);
    expect(await unsubscribe(deps, token)).toBe('stopped');
    await sendMail(deps, entry.id, invocation);
    expect(deps.provider.calls).toHaveLength(0);
    expect(interest.status).toBe('matched');
  });

  // `approved`: the mail was delivered, and only the note of it is missing.
  it.each(['introduced', 'accepted', 'approved'] as const)(
    'counts an %s lead as declined, and tells the submitter',
    async (status) => {
      const { deps, lead, token } = await withLead(status);
      await unsubscribe(deps, token);
      expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'declined', reasonCode: 'stop' });
      expect(deps.store.all('OUTBOX').map(({ to }) => to.reveal())).toEqual(['compras@misti.example']);
    },
  );

  it('declines every introduction that the member could still answer, and no other member’s', async () => {
    const { deps, token } = await withLead('introduced');
    const others = (['accepted', 'introduced', 'connected'] as const).map((status) => leadIn(status));
    const neighbour = leadIn('introduced', {}, { member: member({ id: memberIdOf('promotech') }) });
    for (const lead of [...others, neighbour]) {
      deps.store.put('INTEREST', interestIn('matched', { id: lead.interest.id }));
      deps.store.put('LEAD', lead);
    }
    await unsubscribe(deps, token);
    const statusOf = async ({ id }: Lead) => (await deps.store.lead(id))?.status;
    expect(await Promise.all([...others, neighbour].map(statusOf))).toEqual([
      'declined',
      'declined',
      'connected',
      'introduced',
    ]);
    expect(deps.store.all('OUTBOX')).toHaveLength(3);
  });

  it('finds the last of them behind a hundred leads of other members', async () => {
    const { deps, token } = await withLead('introduced');
    const neighbour = member({ id: memberIdOf('promotech') });
    for (let index = 0; index < 120; index += 1)
      deps.store.put('LEAD', leadIn('introduced', {}, { member: neighbour }));
    const last = leadIn('introduced', { answerBy: later(90 * 86_400) });
    deps.store.put('LEAD', last);
    await unsubscribe(deps, token);
    expect(await deps.store.lead(last.id)).toMatchObject({ status: 'declined' });
  });

  it('withdraws the consent on record, so that the member is not proposed again', async () => {
    const { deps, lead, token } = await withLead('introduced');
    await unsubscribe(deps, token);
    expect(await deps.store.member(lead.member.id)).toMatchObject({ consent: { contactByEmail: false } });
  });

  it('declines also a lead that its recipient answers in the same moment', async () => {
    const { deps, interest, lead, token } = await withLead('introduced');
    const read = deps.store.interest.bind(deps.store);
    deps.store.interest = async (id) => {
      deps.store.interest = read;
      deps.store.put('LEAD', leadIn('accepted', { id: lead.id, revision: lead.revision + 1 }, { interest }));
      return read(id);
    };
    await unsubscribe(deps, token);
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'declined', reasonCode: 'stop' });
  });

  it('leaves a settled lead as it is', async () => {
    const { deps, lead, token } = await withLead('connected');
    expect(await unsubscribe(deps, token)).toBe('stopped');
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'connected' });
  });

  it('says the same when repeated, and long after the link was made', async () => {
    const { deps, token } = await withLead('introduced');
    await unsubscribe(deps, token);
    deps.clock.pass(5 * 365 * 86_400);
    expect(await unsubscribe(deps, token)).toBe('stopped');
  });

  it('suppresses even when the lead cannot be written', async () => {
    const { deps, token } = await withLead('introduced');
    deps.store.failOnce('before', 2);
    await expect(unsubscribe(deps, token)).rejects.toThrow();
    const addressHash = await deps.addresses.hash('eksport@samasz.example');
    expect(await deps.store.commit([{ require: 'notSuppressed', addressHash }])).toMatchObject({ ok: false });
  });

  it('does not know a link of another purpose', async () => {
    const { deps, lead } = await withLead('introduced');
    const answer = await deps.capabilities.sign({
      purpose: 'introduction',
      leadId: lead.id,
      expiresAt: later(86_400),
    });
    expect(await unsubscribe(deps, answer)).toBe('unknown');
  });
});
