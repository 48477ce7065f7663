import { describe, expect, it } from 'vitest';
import { sendMail } from '../../../functions/send-mail/send-mail.ts';
import { emailAddressSchema } from '../../../shared/domain/email-address.ts';
import type { OutboxEntry } from '../../../shared/domain/outbox.ts';
import { member } from '../../builders/directory.ts';
import { later, monday } from '../../builders/ids.ts';
import { interestForm, interestIn } from '../../builders/interest.ts';
import { leadIn, leadStatuses } from '../../builders/lead.ts';
import { outboxEntryIn } from '../../builders/outbox.ts';
import { invocation, world } from '../../doubles/world.ts';

describe('what a mail rests on', () => {
  const { id: interestId } = interestIn('matched');
  const submitter = { of: 'submitter', interestId } as const;

  function entryWith(need: OutboxEntry['need'], directory?: Parameters<typeof world>[0]) {
    const deps = world(directory);
    const entry = outboxEntryIn('queued', { need });
    deps.store.put('OUTBOX', entry);
    return { deps, entry };
  }

  it.each(['erased', undefined] as const)('news is not sent when the interest is %s', async (status) => {
    const { deps, entry } = entryWith(submitter);
    if (status !== undefined) deps.store.put('INTEREST', interestIn(status, { id: interestId }));
    await sendMail(deps, entry.id, invocation);
    expect(deps.provider.calls).toHaveLength(0);
    expect(await deps.store.outboxEntry(entry.id)).toMatchObject({ failure: 'superseded' });
  });

  it.each([
    ['submitted', 1],
    ['confirmed', 1],
    ['matched', 1],
    ['withdrawn', 0],
    ['expired', 0],
    ['closed', 0],
    ['erased', 0],
  ] as const)('a mail about an open interest that is %s is sent %i times', async (status, calls) => {
    const { deps, entry } = entryWith({ ...submitter, open: true });
    deps.store.put('INTEREST', interestIn(status, { id: interestId }));
    await sendMail(deps, entry.id, invocation);
    expect(deps.provider.calls).toHaveLength(calls);
  });

  it.each(leadStatuses)('a reminder of a lead that is %s', async (status) => {
    const lead = leadIn(status);
    const need = { of: 'reminder', memberId: member().id, introducedLead: lead.id } as const;
    for (const [until, isInTime] of [
      [later(1), true],
      [monday, false],
    ] as const) {
      const { deps, entry } = entryWith({ ...need, until });
      deps.store.put('LEAD', lead);
      await sendMail(deps, entry.id, invocation);
      const isSent = isInTime && status === 'introduced';
      expect(deps.provider.calls).toHaveLength(isSent ? 1 : 0);
      expect(await deps.store.outboxEntry(entry.id)).toMatchObject(
        isSent ? { status: 'sent' } : { status: 'failed', failure: 'superseded' },
      );
    }
  });

  it('a member that consents no more gets no connection and no closing mail either', async () => {
    const { consent: _consent, ...silent } = member();
    const { deps, entry } = entryWith(
      { of: 'member', memberId: silent.id },
      { clusters: [], members: [silent] },
    );
    await sendMail(deps, entry.id, invocation);
    expect(deps.provider.calls).toHaveLength(0);
    expect(await deps.store.outboxEntry(entry.id)).toMatchObject({ failure: 'noConsent' });
  });
});

describe('who has had enough', () => {
  /** Introductions of several interests to one member, each ready to be claimed. */
  function introductions(count: number, submitter = (index: number) => `compras-${index}@misti.example`) {
    const deps = world();
    const entries = Array.from({ length: count }, (_, index) => {
      const contact = { name: 'Lucía Quispe', email: emailAddressSchema.parse(submitter(index)) };
      const interest = interestIn('matched', { form: interestForm({ contact }) });
      const lead = leadIn('approved', {}, { interest });
      deps.store.put('INTEREST', interest);
      deps.store.put('LEAD', lead);
      const entry = outboxEntryIn('queued', {}, lead);
      deps.store.put('OUTBOX', entry);
      return { entry, lead };
    });
    const send = async () => {
      for (const { entry } of entries) await sendMail(deps, entry.id, invocation);
    };
    const statuses = async () =>
      await Promise.all(entries.map(async ({ entry }) => (await deps.store.outboxEntry(entry.id))?.status));
    return { deps, entries, send, statuses };
  }

  it('a member gets three introductions a day, and the next when the day is over', async () => {
    const { deps, entries, send, statuses } = introductions(5);
    await send();
    expect(await statuses()).toEqual(['sent', 'sent', 'sent', 'waiting', 'waiting']);
    const held = entries[4];
    expect(held && (await deps.store.outboxEntry(held.entry.id))).toMatchObject({
      because: 'capped',
      retries: 0,
      dueAt: '2026-11-24T00:00:00.000Z',
    });
    await send();
    expect(deps.provider.calls).toHaveLength(3);
    deps.clock.pass(86_400);
    await send();
    expect(await statuses()).toEqual(['sent', 'sent', 'sent', 'sent', 'sent']);
  });

  it('a mail that SES refused for now is not counted again', async () => {
    const { deps, send, statuses } = introductions(1);
    deps.provider.answer = () => ({ outcome: 'notNow', because: 'throttled' });
    for (let refusal = 0; refusal < 6; refusal += 1) {
      await send();
      deps.clock.pass(1800);
    }
    deps.provider.answer = () => ({ outcome: 'accepted', messageId: 'at last' });
    await send();
    expect(await statuses()).toEqual(['sent']);
  });

  it('the same two addresses are introduced once in 90 days, whatever lead it is', async () => {
    const { deps, entries, send, statuses } = introductions(2, () => 'compras@misti.example');
    await send();
    expect(await statuses()).toEqual(['sent', 'failed']);
    const second = entries[1];
    expect(second && (await deps.store.lead(second.lead.id))).toMatchObject({
      status: 'undeliverable',
      cause: 'introducedBefore',
    });
  });

  it('other mail of the same day is not held back', async () => {
    const { deps, send } = introductions(3);
    await send();
    const { id: interestId } = interestIn('matched');
    deps.store.put('INTEREST', interestIn('matched', { id: interestId }));
    const news = outboxEntryIn('queued', {
      need: { of: 'submitter', interestId },
      content: { template: 'confirmation', language: 'es', interestId, confirmBy: monday },
    });
    deps.store.put('OUTBOX', news);
    await sendMail(deps, news.id, invocation);
    expect(await deps.store.outboxEntry(news.id)).toMatchObject({ status: 'sent' });
  });
});

describe('the rate at which SES lets mail out', () => {
  function rated(turn: () => Promise<boolean>) {
    const deps = world();
    const { id: interestId } = interestIn('matched');
    deps.store.put('INTEREST', interestIn('matched', { id: interestId }));
    const entry = outboxEntryIn('queued', { need: { of: 'submitter', interestId } });
    deps.store.put('OUTBOX', entry);
    return { deps: { ...deps, rate: { turn } }, entry };
  }

  it('waits for its turn before it claims', async () => {
    const before: unknown[] = [];
    const { deps, entry } = rated(async () => {
      before.push(await deps.store.outboxEntry(entry.id));
      return true;
    });
    await sendMail(deps, entry.id, invocation);
    expect(before).toMatchObject([{ status: 'queued' }]);
    expect(deps.provider.calls).toHaveLength(1);
  });

  it('comes again later when too many wait, without a claim', async () => {
    const { deps, entry } = rated(async () => false);
    expect(await sendMail(deps, entry.id, invocation)).toEqual({ outcome: 'held', because: 'sendingRate' });
    expect(await deps.store.outboxEntry(entry.id)).toMatchObject({
      status: 'waiting',
      because: 'throttled',
      retries: 0,
    });
  });

  it('sends nothing when nobody can say whose turn it is', async () => {
    const { deps, entry } = rated(() => Promise.reject(new Error('the table is too busy')));
    await expect(sendMail(deps, entry.id, invocation)).rejects.toThrow('too busy');
    expect(deps.provider.calls).toHaveLength(0);
    expect(await deps.store.outboxEntry(entry.id)).toMatchObject({ status: 'queued' });
  });
});
