import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { sendMail } from '../../../functions/send-mail/send-mail.ts';
import { retryDelaySeconds } from '../../../functions/send-mail/settle.ts';
import type { SendOutcome } from '../../../shared/domain/ports.ts';
import { member } from '../../builders/directory.ts';
import { monday } from '../../builders/ids.ts';
import { interestIn } from '../../builders/interest.ts';
import { leadIn } from '../../builders/lead.ts';
import { outboxEntryIn } from '../../builders/outbox.ts';
import { invocation, world } from '../../doubles/world.ts';

/** An approved lead whose introduction is queued. */
function introduction(directory?: Parameters<typeof world>[0]) {
  const deps = directory === undefined ? world() : world(directory);
  const interest = interestIn('matched');
  const lead = leadIn('approved', {}, { interest });
  const entry = outboxEntryIn('queued', {}, lead);
  deps.store.put('INTEREST', interest);
  deps.store.put('LEAD', lead);
  deps.store.put('OUTBOX', entry);
  return { deps, lead, entry };
}

const answers: Readonly<Record<string, SendOutcome>> = {
  throttled: { outcome: 'notNow', because: 'throttled' },
  unreachable: { outcome: 'notNow', because: 'unreachable' },
  rejected: { outcome: 'rejected' },
  paused: { outcome: 'paused' },
  doubtful: { outcome: 'doubtful' },
};

describe('sendMail', () => {
  it('sends, marks the entry sent and the lead introduced, and starts the recipient’s clock', async () => {
    const { deps, lead, entry } = introduction();
    expect(await sendMail(deps, entry.id, invocation)).toMatchObject({ outcome: 'accepted' });
    expect(await deps.store.outboxEntry(entry.id)).toMatchObject({ status: 'sent', messageId: 'message-1' });
    expect(await deps.store.lead(lead.id)).toMatchObject({
      status: 'introduced',
      answerBy: '2026-12-03T14:00:00.000Z',
    });
  });

  it('calls the provider with one address and a message that a mail client can read', async () => {
    const { deps, entry } = introduction();
    await sendMail(deps, entry.id, invocation);
    const [call] = deps.provider.calls;
    expect(call?.to).toBe('eksport@samasz.example');
    const mail = await PostalMime.parse(call?.raw ?? new Uint8Array());
    expect(mail.to?.map(({ address }) => address)).toEqual(['eksport@samasz.example']);
    const link = /https:\/\/puente\.example\/pl\/introductions\/(\S+)/.exec(mail.text ?? '');
    expect(await deps.capabilities.read('introduction', link?.[1] ?? '')).toBeDefined();
  });

  it('calls the provider once for ten deliveries, one after the other and at once', async () => {
    const { deps, entry } = introduction();
    await Promise.all(Array.from({ length: 10 }, () => sendMail(deps, entry.id, invocation)));
    await sendMail(deps, entry.id, invocation);
    expect(deps.provider.calls).toHaveLength(1);
  });

  it('does not send to a suppressed address; the lead is undeliverable', async () => {
    const { deps, lead, entry } = introduction();
    const addressHash = await deps.addresses.hash('eksport@samasz.example');
    await deps.store.commit([
      { mark: 'SUPPRESSION', record: { addressHash, because: 'unsubscribed', at: monday } },
    ]);
    await sendMail(deps, entry.id, invocation);
    expect(deps.provider.calls).toHaveLength(0);
    expect(await deps.store.outboxEntry(entry.id)).toMatchObject({ status: 'failed', failure: 'suppressed' });
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'undeliverable', cause: 'suppressed' });
  });

  it('does not send without a consent on record, whatever a coordinator approved', async () => {
    const { consent: _consent, ...withoutConsent } = member();
    const { deps, lead, entry } = introduction({ clusters: [], members: [withoutConsent] });
    await sendMail(deps, entry.id, invocation);
    expect(deps.provider.calls).toHaveLength(0);
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'undeliverable', cause: 'noConsent' });
  });

  it('does not send when the consent was refused, or the member is gone', async () => {
    const refused = member({
      consent: { version: '1', contactByEmail: false, at: monday, source: 'cluster' },
    });
    for (const members of [[refused], []]) {
      const { deps, entry } = introduction({ clusters: [], members });
      await sendMail(deps, entry.id, invocation);
      expect(deps.provider.calls).toHaveLength(0);
    }
  });

  it('does not send the introduction of a lead that was withdrawn after its approval', async () => {
    const { deps, lead, entry } = introduction();
    deps.store.put('LEAD', leadIn('withdrawn', { id: lead.id }));
    await sendMail(deps, entry.id, invocation);
    expect(deps.provider.calls).toHaveLength(0);
    expect(await deps.store.outboxEntry(entry.id)).toMatchObject({ status: 'failed', failure: 'superseded' });
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'withdrawn' });
  });

  it('sends nothing while the breaker is open, and waits', async () => {
    const { deps, lead, entry } = introduction();
    await deps.store.commit([{ mark: 'BREAKER', record: { state: 'open', because: 'bounces', at: monday } }]);
    await sendMail(deps, entry.id, invocation);
    expect(deps.provider.calls).toHaveLength(0);
    expect(await deps.store.outboxEntry(entry.id)).toMatchObject({ status: 'waiting', because: 'paused' });
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'approved' });
  });

  it('sends nothing when what it must check cannot be read', async () => {
    const { deps, entry } = introduction();
    deps.store.failOnce('before');
    await expect(sendMail(deps, entry.id, invocation)).rejects.toThrow();
    expect(deps.provider.calls).toHaveLength(0);
    expect(await deps.store.outboxEntry(entry.id)).toMatchObject({ status: 'queued' });
  });

  it.each([
    ['throttled', 'waiting', 'approved'],
    ['unreachable', 'waiting', 'approved'],
    ['paused', 'waiting', 'approved'],
    ['rejected', 'failed', 'undeliverable'],
    ['doubtful', 'sending', 'approved'],
  ])('after %s the entry is %s and the lead %s', async (answer, entryStatus, leadStatus) => {
    const { deps, lead, entry } = introduction();
    deps.provider.answer = () => answers[answer] ?? { outcome: 'doubtful' };
    await sendMail(deps, entry.id, invocation);
    expect(await deps.store.outboxEntry(entry.id)).toMatchObject({ status: entryStatus });
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: leadStatus });
  });

  it('opens the breaker when the account is paused', async () => {
    const { deps, entry } = introduction();
    deps.provider.answer = () => ({ outcome: 'paused' });
    await sendMail(deps, entry.id, invocation);
    expect(await deps.store.commit([{ require: 'breakerClosed' }])).toEqual({ ok: false, refused: [0] });
  });

  it('is not sent again by itself after a crash between the provider’s acceptance and our own note of it', async () => {
    const { deps, entry } = introduction();
    deps.store.failOnce('before', 2);
    await expect(sendMail(deps, entry.id, invocation)).rejects.toThrow();
    expect(await deps.store.outboxEntry(entry.id)).toMatchObject({ status: 'sending' });
    expect(await sendMail(deps, entry.id, invocation)).toEqual({ outcome: 'notMine' });
    expect(deps.provider.calls).toHaveLength(1);
  });

  it('does not try a waiting entry before its time', async () => {
    const { deps, entry } = introduction();
    deps.provider.answer = () => ({ outcome: 'notNow', because: 'throttled' });
    await sendMail(deps, entry.id, invocation);
    expect(await sendMail(deps, entry.id, invocation)).toEqual({ outcome: 'notMine' });
    deps.clock.pass(retryDelaySeconds(0));
    deps.provider.answer = () => ({ outcome: 'accepted', messageId: 'second' });
    expect(await sendMail(deps, entry.id, invocation)).toMatchObject({ outcome: 'accepted' });
    expect(deps.provider.calls).toHaveLength(2);
  });

  it.each(['while it was being sent', 'between reading the lead and noting the mail'])(
    'keeps the answer of a recipient that was faster than our own note: %s',
    async (moment) => {
      const { deps, lead, entry } = introduction();
      const answer = () => deps.store.put('LEAD', leadIn('accepted', { id: lead.id }));
      deps.provider.answer = () => {
        if (moment === 'while it was being sent') answer();
        else afterNextRead(deps, answer);
        return { outcome: 'accepted', messageId: 'message' };
      };
      await sendMail(deps, entry.id, invocation);
      expect(await deps.store.outboxEntry(entry.id)).toMatchObject({ status: 'sent' });
      expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'accepted' });
    },
  );

  it('notes an acceptance that a sweep had called doubtful in the meantime', async () => {
    const { deps, lead, entry } = introduction();
    deps.provider.answer = async () => {
      const held = await deps.store.outboxEntry(entry.id);
      if (held?.status !== 'sending') throw new Error('an attempt');
      const { dueAt: _dueAt, ...rest } = held;
      const doubted = { ...rest, status: 'unknown', revision: held.revision + 1, since: monday } as const;
      await deps.store.commit([{ advance: 'OUTBOX', event: 'doubt', record: doubted }]);
      return { outcome: 'accepted', messageId: 'late' };
    };
    await sendMail(deps, entry.id, invocation);
    expect(await deps.store.outboxEntry(entry.id)).toMatchObject({ status: 'sent', messageId: 'late' });
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'introduced' });
  });

  it('gives an entry up although its lead moves in the same moment', async () => {
    const { deps, lead, entry } = introduction();
    deps.provider.answer = () => {
      afterNextRead(deps, () => deps.store.put('LEAD', leadIn('withdrawn', { id: lead.id })));
      return { outcome: 'rejected' };
    };
    await sendMail(deps, entry.id, invocation);
    expect(await deps.store.outboxEntry(entry.id)).toMatchObject({ status: 'failed', failure: 'rejected' });
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'withdrawn' });
  });

  it('gives up after sixty refusals that might have passed, and not before', async () => {
    const { deps, lead, entry } = introduction();
    deps.provider.answer = () => ({ outcome: 'notNow', because: 'throttled' });
    for (let refusal = 1; refusal <= 60; refusal += 1) {
      await sendMail(deps, entry.id, invocation);
      expect(await deps.store.outboxEntry(entry.id)).toMatchObject({ status: 'waiting', retries: refusal });
      deps.clock.pass(3600);
    }
    await sendMail(deps, entry.id, invocation);
    expect(await deps.store.outboxEntry(entry.id)).toMatchObject({ failure: 'tooManyRetries' });
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'undeliverable' });
  });

  it('begins no attempt with too little time left, and leaves the entry for the next delivery', async () => {
    const { deps, entry } = introduction();
    await expect(sendMail(deps, entry.id, { ...invocation, remainingMs: () => 15_000 })).rejects.toThrow();
    expect(deps.provider.calls).toHaveLength(0);
    expect(await deps.store.outboxEntry(entry.id)).toEqual(entry);
  });

  it('waits for the provider no longer than leaves time to note its answer', async () => {
    const { deps, entry } = introduction();
    const left = [30_000, 9_000];
    await sendMail(deps, entry.id, { ...invocation, remainingMs: () => left.shift() ?? 0 });
    expect(deps.provider.limitsMs).toEqual([3_000]);
  });

  it('tells the provider’s answer before writing it down, so that a failed note loses nothing', async () => {
    const { deps, entry } = introduction();
    const told: unknown[] = [];
    deps.store.failOnce('before', 2);
    const run = { ...invocation, onAnswer: (answer: unknown) => void told.push(answer) };
    await expect(sendMail(deps, entry.id, run)).rejects.toThrow();
    const { attemptId } = (await deps.store.outboxEntry(entry.id)) as { attemptId?: string };
    expect(told).toEqual([{ outcome: 'accepted', messageId: 'message-1', attemptId }]);
  });

  it('opens the breaker and puts the entry off in one write', async () => {
    const { deps, entry } = introduction();
    deps.provider.answer = () => ({ outcome: 'paused' });
    deps.store.failOnce('before', 2);
    await expect(sendMail(deps, entry.id, invocation)).rejects.toThrow();
    expect(await deps.store.outboxEntry(entry.id)).toMatchObject({ status: 'sending' });
    expect(await deps.store.commit([{ require: 'breakerClosed' }])).toEqual({ ok: true });
  });
});

/** Has `act` happen right after the next lead is read. */
function afterNextRead({ store }: ReturnType<typeof world>, act: () => void): void {
  const read = store.lead.bind(store);
  store.lead = async (id) => {
    const found = await read(id);
    store.lead = read;
    act();
    return found;
  };
}

describe('retryDelaySeconds', () => {
  it('doubles from half a minute and stays at an hour', () => {
    expect([0, 1, 2, 3, 10, 59].map(retryDelaySeconds)).toEqual([30, 60, 120, 240, 3600, 3600]);
  });
});
