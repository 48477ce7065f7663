import { describe, expect, it } from 'vitest';
import {
  answerIntroduction,
  undoAnswer,
} from '../../../functions/answer-introduction/answer-introduction.ts';
import { linksOf } from '../../../functions/send-mail/links.ts';
import { sendMail } from '../../../functions/send-mail/send-mail.ts';
import { unsubscribe } from '../../../functions/unsubscribe/unsubscribe.ts';
import { defaultClocks } from '../../../shared/domain/clocks.ts';
import type { OutboxId } from '../../../shared/domain/ids.ts';
import { introduced } from '../../../shared/domain/introduce.ts';
import { later, monday } from '../../builders/ids.ts';
import { leadIn } from '../../builders/lead.ts';
import { breaker } from '../../builders/marks.ts';
import { outboxEntryIn } from '../../builders/outbox.ts';
import { invocation, type World } from '../../doubles/world.ts';
import { daySeconds, withLead } from './swept.ts';

/** A lead that was introduced on Monday, and a link to answer it. */
async function introducedOnMonday(own: Partial<typeof defaultClocks> = {}) {
  const { deps, round, faults, lead } = withLead((interest) =>
    introduced(leadIn('approved', {}, { interest }), monday, { ...defaultClocks, ...own }),
  );
  const token = await deps.capabilities.sign({
    purpose: 'introduction',
    leadId: lead.id,
    expiresAt: later(400 * daySeconds),
  });
  const stop = await deps.capabilities.sign({
    purpose: 'stop',
    leadId: lead.id,
    expiresAt: later(400 * daySeconds),
  });
  return { deps, round, faults, lead, token, stop };
}

function reminders(deps: World): OutboxId[] {
  return deps.store.all('OUTBOX').flatMap(({ id, content }) => (content.template === 'reminder' ? [id] : []));
}

/** Sends whatever is written. */
async function sendAll(deps: World): Promise<void> {
  for (const { id } of deps.store.all('OUTBOX')) await sendMail(deps, id, invocation);
}

describe('sweep: reminders', () => {
  it('reminds at days 3 and 7, each once, and expires at day 10', async () => {
    const { deps, round, lead } = await introducedOnMonday();
    const told: string[] = [];
    for (let hour = 0; hour <= 11 * 24; hour += 1) {
      const report = await round(deps);
      for (const step of ['reminded', 'leadExpired']) if (report[step]) told.push(`${hour / 24} ${step}`);
      deps.clock.pass(3600);
    }
    expect(told).toEqual(['3 reminded', '7 reminded', '10 leadExpired']);
    expect(reminders(deps)).toEqual([`${lead.id}#member#reminder-1`, `${lead.id}#member#reminder-2`]);
    expect(await deps.store.lead(lead.id)).toMatchObject({ status: 'expired' });
  });

  it('says who, what, until when, in the member’s language, and leads where the introduction does', async () => {
    const { deps, round, lead } = await introducedOnMonday();
    deps.clock.pass(3 * daySeconds);
    await round(deps);
    expect(await deps.store.lead(lead.id)).toMatchObject({ updatedAt: lead.updatedAt });
    const [entry] = deps.store.all('OUTBOX');
    if (entry?.content.template !== 'reminder') throw new Error('a reminder');
    expect(entry.to.reveal()).toBe('eksport@samasz.example');
    expect(entry.content).toMatchObject({
      language: 'pl',
      step: 1,
      submitter: { name: 'Talleres Misti SAC' },
      answerBy: later(10 * daySeconds),
    });
    const introduction = outboxEntryIn('queued', {}, leadIn('approved', { id: lead.id }));
    const { decidedAt } = leadIn('approved');
    const before = await linksOf(deps, introduction.content, decidedAt);
    const now = await linksOf(deps, entry.content, entry.createdAt);
    expect({ ...now, template: undefined }).toEqual({ ...before, template: undefined });
  });

  it.each(['accept', 'decline', 'defer'] as const)('does not remind who has answered: %s', async (answer) => {
    const { deps, round, token } = await introducedOnMonday();
    deps.clock.pass(2 * daySeconds);
    await answerIntroduction(
      deps,
      token,
      answer === 'decline' ? { answer, reasonCode: 'other' } : { answer },
    );
    for (let day = 2; day <= 12; day += 1) {
      await round(deps);
      deps.clock.pass(daySeconds);
    }
    expect(reminders(deps)).toEqual([]);
  });

  it('does not remind who has stopped all mail', async () => {
    const { deps, round, stop } = await introducedOnMonday();
    await unsubscribe(deps, stop);
    deps.clock.pass(3 * daySeconds);
    await round(deps);
    expect(reminders(deps)).toEqual([]);
  });

  it('sends no reminder that was answered after it was written', async () => {
    const { deps, round, token } = await introducedOnMonday();
    deps.clock.pass(3 * daySeconds);
    await round(deps);
    await answerIntroduction(deps, token, { answer: 'defer' });
    const [id] = reminders(deps);
    if (id === undefined) throw new Error('a reminder was written');
    await sendMail(deps, id, invocation);
    expect(deps.provider.calls).toEqual([]);
    expect(await deps.store.outboxEntry(id)).toMatchObject({ status: 'failed', failure: 'superseded' });
  });

  it('sends only the later one when both were missed', async () => {
    const { deps, round, lead } = await introducedOnMonday();
    deps.clock.pass(8 * daySeconds);
    expect(await round(deps)).toEqual({ reminded: 1 });
    expect(await round(deps)).toEqual({});
    expect(reminders(deps)).toEqual([`${lead.id}#member#reminder-2`]);
  });

  it('passes over a first one that is nearer to the second, and still sends that', async () => {
    const { deps, round, lead } = await introducedOnMonday();
    deps.clock.pass(6 * daySeconds);
    expect(await round(deps)).toEqual({ reminderPassedOver: 1 });
    deps.clock.pass(daySeconds);
    expect(await round(deps)).toEqual({ reminded: 1 });
    expect(reminders(deps)).toEqual([`${lead.id}#member#reminder-2`]);
  });

  it('sends one and not both when the mails themselves were held back', async () => {
    const { deps, round, lead } = await introducedOnMonday();
    await deps.store.commit([{ mark: 'BREAKER', record: breaker({ state: 'open' }) }]);
    for (let day = 0; day < 8; day += 1) {
      await round(deps);
      await sendAll(deps);
      deps.clock.pass(daySeconds);
    }
    await deps.store.commit([{ mark: 'BREAKER', record: breaker({ state: 'closed' }) }]);
    await round(deps);
    await sendAll(deps);
    expect(deps.provider.calls.map(({ outboxId }) => outboxId)).toEqual([`${lead.id}#member#reminder-2`]);
    const first = await deps.store.outboxEntry(reminders(deps)[0] ?? ('' as OutboxId));
    expect(first).toMatchObject({ status: 'failed', failure: 'superseded' });
  });

  it('sends none on the last day, however long it was held back', async () => {
    const { deps, round, faults } = await introducedOnMonday();
    deps.clock.pass(9 * daySeconds);
    expect(await round(deps)).toEqual({ reminderPassedOver: 1 });
    deps.clock.pass(daySeconds);
    expect(await round(deps)).toEqual({ leadExpired: 1 });
    expect(reminders(deps)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('reminds again whose acceptance was undone, but not of what fell due meanwhile', async () => {
    const { deps, round, lead, token } = await introducedOnMonday();
    deps.clock.pass(3 * daySeconds - 60);
    await answerIntroduction(deps, token, { answer: 'accept' });
    deps.clock.pass(120);
    await undoAnswer(deps, token);
    expect(await round(deps)).toEqual({});
    deps.clock.pass(4 * daySeconds);
    expect(await round(deps)).toEqual({ reminded: 1 });
    expect(reminders(deps)).toEqual([`${lead.id}#member#reminder-2`]);
  });

  it('keeps what is to come apart from states that have nothing to come', async () => {
    const { deps, round, lead } = await introducedOnMonday();
    deps.clock.pass(11 * daySeconds);
    await round(deps);
    expect(await deps.store.lead(lead.id)).not.toHaveProperty('reminders');
  });

  it('writes one reminder however many rounds run at the same time', async () => {
    const { deps, round } = await introducedOnMonday();
    deps.clock.pass(3 * daySeconds);
    await Promise.all(Array.from({ length: 8 }, () => round(deps)));
    expect(reminders(deps)).toHaveLength(1);
  });
});
