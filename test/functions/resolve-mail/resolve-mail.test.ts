import { describe, expect, it } from 'vitest';
import { type Resolution, resolveMail } from '../../../functions/resolve-mail/resolve-mail.ts';
import { sendMail } from '../../../functions/send-mail/send-mail.ts';
import { plusSeconds } from '../../../shared/domain/clocks.ts';
import { leadIdOf } from '../../../shared/domain/ids.ts';
import type { OutboxEntryIn, OutboxStatus } from '../../../shared/domain/outbox.ts';
import { member } from '../../builders/directory.ts';
import { interestIn } from '../../builders/interest.ts';
import { leadIn } from '../../builders/lead.ts';
import { suppression } from '../../builders/marks.ts';
import { outboxEntryIn } from '../../builders/outbox.ts';
import { invocation, world } from '../../doubles/world.ts';

const by = 'subject-1';
const note = 'La empresa lo confirmó por teléfono.';

function resolutionOf(id: string, as: 'sent' | 'again', more: Partial<Resolution['body']> = {}): Resolution {
  return { id, by, body: { as, note, ...more } };
}

/** An introduction in `status`, with its lead and its interest as they are then. */
function introductionIn<S extends 'unknown' | 'failed'>(
  status: S,
  overrides: Partial<OutboxEntryIn<S>> = {},
  interestStatus: 'matched' | 'withdrawn' = 'matched',
) {
  const deps = world();
  const interest = interestIn('matched');
  const approved = leadIn('approved', {}, { interest });
  const entry = outboxEntryIn(status, overrides, approved);
  deps.store.put('INTEREST', interestIn(interestStatus, { id: interest.id }));
  deps.store.put(
    'LEAD',
    status === 'unknown' ? approved : leadIn('undeliverable', { cause: 'refused' }, { interest }),
  );
  deps.store.put('OUTBOX', entry);
  return { deps, entry, lead: approved, interest };
}

describe('a doubtful mail that did arrive', () => {
  it('is sent by the word of a person, and its lead introduced from that moment on', async () => {
    const { deps, entry, lead } = introductionIn('unknown');
    deps.clock.pass(5_000);
    const now = deps.clock.now();
    expect(await resolveMail(deps, resolutionOf(entry.id, 'sent'))).toEqual({
      outcome: 'resolved',
      id: entry.id,
      status: 'sent',
    });
    const sent = await deps.store.outboxEntry(entry.id);
    expect(sent).toMatchObject({ status: 'sent', attestedBy: by, sentAt: now, attemptId: entry.attemptId });
    expect(sent).not.toHaveProperty('messageId');
    expect(await deps.store.lead(lead.id)).toMatchObject({
      status: 'introduced',
      introducedAt: now,
      answerBy: plusSeconds(now, deps.clocks.answer),
    });
    expect(deps.store.all('AUDIT')).toEqual([
      { subject: entry.id, at: now, act: 'sentAttested', by, note, before: 'unknown' },
    ]);
    expect(deps.provider.calls).toEqual([]);
  });

  it.each(['introduced', 'declined', 'withdrawn'] as const)(
    'leaves a lead alone that is %s already',
    async (status) => {
      const { deps, entry, interest } = introductionIn('unknown');
      const moved = leadIn(status, {}, { interest });
      deps.store.put('LEAD', moved);
      expect(await resolveMail(deps, resolutionOf(entry.id, 'sent'))).toMatchObject({ status: 'sent' });
      expect(await deps.store.lead(moved.id)).toMatchObject({ status, revision: moved.revision });
    },
  );

  it('is noted also when its lead moves in the same moment', async () => {
    const { deps, entry, interest } = introductionIn('unknown');
    const withdrawn = leadIn('withdrawn', { revision: 2 }, { interest });
    const read = deps.store.lead.bind(deps.store);
    deps.store.lead = async (id) => {
      deps.store.lead = read;
      const found = await read(id);
      deps.store.put('LEAD', withdrawn);
      return found;
    };
    expect(await resolveMail(deps, resolutionOf(entry.id, 'sent'))).toMatchObject({ status: 'sent' });
    expect(await deps.store.lead(withdrawn.id)).toMatchObject({ status: 'withdrawn' });
    expect(deps.store.all('AUDIT')).toHaveLength(1);
  });
});

describe('a mail that is to be sent again', () => {
  it('goes once more after a doubt, and remembers that it may have come before', async () => {
    const { deps, entry, lead } = introductionIn('unknown');
    expect(await resolveMail(deps, resolutionOf(entry.id, 'again'))).toMatchObject({ status: 'queued' });
    expect(await deps.store.outboxEntry(entry.id)).toMatchObject({
      status: 'queued',
      dueAt: deps.clock.now(),
      doubts: [{ attemptId: entry.attemptId, claimedAt: entry.claimedAt }],
    });
    expect(await sendMail(deps, entry.id, invocation)).toMatchObject({ outcome: 'accepted' });
    expect(deps.provider.calls).toHaveLength(1);
    expect(deps.provider.calls[0]?.attemptId).not.toBe(entry.attemptId);
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'introduced' });
  });

  it.each(['rejected', 'tooManyRetries'] as const)(
    'goes once more after the failure %s, its lead approved again',
    async (failure) => {
      const { deps, entry, lead } = introductionIn('failed', { failure, retries: 60 });
      expect(await resolveMail(deps, resolutionOf(entry.id, 'again'))).toMatchObject({ status: 'queued' });
      expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'approved', decidedBy: lead.decidedBy });
      expect(await deps.store.outboxEntry(entry.id)).toMatchObject({ status: 'queued', retries: 0 });
      expect(deps.store.all('AUDIT')).toMatchObject([{ act: 'sentAgain', before: `failed ${failure}` }]);
      expect(await sendMail(deps, entry.id, invocation)).toMatchObject({ outcome: 'accepted' });
      expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'introduced' });
    },
  );

  it.each(['suppressed', 'noConsent', 'superseded'] as const)(
    'never goes after the failure %s',
    async (failure) => {
      const { deps, entry, lead } = introductionIn('failed', { failure });
      expect(await resolveMail(deps, resolutionOf(entry.id, 'again'))).toEqual({
        outcome: 'never',
        status: 'failed',
      });
      expect(await deps.store.outboxEntry(entry.id)).toMatchObject({ revision: entry.revision });
      expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'undeliverable' });
      expect(deps.store.all('AUDIT')).toEqual([]);
    },
  );

  it('never goes for an interest that is not open any more', async () => {
    const { deps, entry, lead } = introductionIn('failed', { failure: 'rejected' }, 'withdrawn');
    expect(await resolveMail(deps, resolutionOf(entry.id, 'again'))).toMatchObject({ outcome: 'never' });
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'undeliverable' });
    expect(deps.store.all('AUDIT')).toEqual([]);
  });

  it('never speaks to a member of an interest that was erased', async () => {
    const { deps, interest } = introductionIn('unknown');
    const leadId = leadIdOf(interest.id, member().id);
    const closing = outboxEntryIn('unknown', {
      id: `${leadId}#member#withdrawn` as never,
      need: { of: 'member', memberId: member().id },
    });
    deps.store.put('OUTBOX', closing);
    deps.store.put('INTEREST', interestIn('erased', { id: interest.id }));
    expect(await resolveMail(deps, resolutionOf(closing.id, 'again'))).toMatchObject({ outcome: 'never' });
    expect(await deps.store.outboxEntry(closing.id)).toMatchObject({ status: 'unknown' });
  });

  it('is asked for everything anew: an objection since then stands, whatever the person wants', async () => {
    const { deps, entry, lead } = introductionIn('unknown');
    const addressHash = await deps.addresses.hash(entry.to.canonical());
    deps.store.put('SUPPRESSION', suppression({ addressHash }));
    expect(await resolveMail(deps, resolutionOf(entry.id, 'again'))).toMatchObject({ status: 'queued' });
    expect(await sendMail(deps, entry.id, invocation)).toMatchObject({ outcome: 'held' });
    expect(deps.provider.calls).toEqual([]);
    expect(await deps.store.outboxEntry(entry.id)).toMatchObject({ status: 'failed', failure: 'suppressed' });
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'undeliverable' });
    expect(await resolveMail(deps, resolutionOf(entry.id, 'again'))).toMatchObject({ outcome: 'never' });
  });

  it('is superseded when its lead was withdrawn meanwhile', async () => {
    const { deps, entry, interest } = introductionIn('unknown');
    deps.store.put('LEAD', leadIn('withdrawn', {}, { interest }));
    expect(await resolveMail(deps, resolutionOf(entry.id, 'again'))).toMatchObject({ status: 'queued' });
    await sendMail(deps, entry.id, invocation);
    expect(deps.provider.calls).toEqual([]);
    expect(await deps.store.outboxEntry(entry.id)).toMatchObject({ failure: 'superseded' });
  });
});

describe('a decision', () => {
  it.each(['sent', 'again'] as const)('of “%s” repeated is the same answer and one act', async (as) => {
    const { deps, entry } = introductionIn('unknown');
    const resolution = resolutionOf(entry.id, as, { revision: entry.revision });
    const first = await resolveMail(deps, resolution);
    deps.clock.pass(1);
    expect(await resolveMail(deps, resolution)).toEqual(first);
    expect(deps.store.all('AUDIT')).toHaveLength(1);
    expect(await deps.store.outboxEntry(entry.id)).toMatchObject({ revision: entry.revision + 1 });
  });

  it('by 25 people at once is taken once', async () => {
    const { deps, entry } = introductionIn('unknown');
    const people = Array.from({ length: 25 }, (_, index) => ({
      ...resolutionOf(entry.id, 'again'),
      by: `subject-${index}`,
    }));
    const outcomes = await Promise.all(people.map((each) => resolveMail(deps, each)));
    expect(outcomes.filter(({ outcome }) => outcome === 'resolved')).toHaveLength(1);
    expect(outcomes.filter(({ outcome }) => outcome === 'moved')).toHaveLength(24);
    expect(deps.store.all('AUDIT')).toHaveLength(1);
  });

  it.each<OutboxStatus>(['queued', 'waiting', 'sending', 'sent'])(
    'about a mail that is %s changes nothing',
    async (status) => {
      const deps = world();
      const entry = outboxEntryIn(status);
      deps.store.put('OUTBOX', entry);
      expect(await resolveMail(deps, resolutionOf(entry.id, 'again'))).toEqual({ outcome: 'moved', status });
      expect(deps.store.all('AUDIT')).toEqual([]);
    },
  );

  it('about what the person has not seen changes nothing', async () => {
    const { deps, entry } = introductionIn('unknown', { revision: 7 });
    const stale = resolutionOf(entry.id, 'again', { revision: 4 });
    expect(await resolveMail(deps, stale)).toEqual({ outcome: 'moved', status: 'unknown' });
    expect(await resolveMail(deps, resolutionOf(entry.id, 'again', { revision: 7 }))).toMatchObject({
      outcome: 'resolved',
    });
  });

  it('cannot call a failed mail sent', async () => {
    const { deps, entry } = introductionIn('failed', { failure: 'rejected' });
    expect(await resolveMail(deps, resolutionOf(entry.id, 'sent'))).toEqual({
      outcome: 'moved',
      status: 'failed',
    });
  });

  it.each(['nonsense', outboxEntryIn('unknown').id])('about %s finds nothing', async (id) => {
    expect(await resolveMail(world(), resolutionOf(id, 'again'))).toEqual({ outcome: 'notFound' });
  });

  it('is lost whole, or done whole, when the table fails', async () => {
    for (const moment of ['before', 'after'] as const) {
      const { deps, entry, lead } = introductionIn('failed', { failure: 'rejected' });
      deps.store.failOnce(moment);
      const resolution = resolutionOf(entry.id, 'again');
      await expect(resolveMail(deps, resolution)).rejects.toThrow('injected');
      expect(deps.store.all('AUDIT')).toHaveLength(moment === 'before' ? 0 : 1);
      expect(await resolveMail(deps, resolution)).toMatchObject({ outcome: 'resolved', status: 'queued' });
      expect(deps.store.all('AUDIT')).toHaveLength(1);
      expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'approved' });
    }
  });
});
