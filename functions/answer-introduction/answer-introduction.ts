import type { AnswerBody } from '../../shared/contracts/http/introduction-view.ts';
import { type Clocks, latestOf, plusSeconds } from '../../shared/domain/clocks.ts';
import type { LeadId } from '../../shared/domain/ids.ts';
import { introduced } from '../../shared/domain/introduce.ts';
import type { Lead, LeadIn, LeadStatus } from '../../shared/domain/lead.ts';
import { newsOfLead } from '../../shared/domain/news.ts';
import type { Capabilities, Change, Clock, Store } from '../../shared/domain/ports.ts';
import { remindersAfter } from '../../shared/domain/reminders.ts';

export interface AnswerDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly capabilities: Capabilities;
  readonly clocks: Clocks;
}

export type AnswerOutcome =
  | { readonly outcome: 'answered'; readonly lead: Lead }
  /** Another answer was given before, or the introduction is closed. */
  | { readonly outcome: 'conflict'; readonly status: LeadStatus }
  | { readonly outcome: 'expired' }
  | { readonly outcome: 'unknown' };

const statusAfter = { accept: 'accepted', decline: 'declined', defer: 'deferred' } as const;

/** How often an answer is tried again when the lead moves in the same moment. */
const maxTries = 5;

/** A recipient's answer. The same answer again is fine; another one is a conflict. */
export async function answerIntroduction(
  deps: AnswerDeps,
  token: string,
  answer: AnswerBody,
): Promise<AnswerOutcome> {
  return withLead(deps, token, async (lead) => {
    if (
      lead.status === statusAfter[answer.answer] ||
      (answer.answer === 'accept' && lead.status === 'connected')
    ) {
      return { outcome: 'answered', lead };
    }
    // The recipient holds the mail, so it was delivered, whatever is known of its sending.
    if (lead.status === 'approved') {
      const record = introduced(lead, deps.clock.now(), deps.clocks);
      await deps.store.commit([{ advance: 'LEAD', event: 'introduce', record }]);
      return 'movedMeanwhile';
    }
    if (lead.status !== 'introduced') return { outcome: 'conflict', status: lead.status };
    const { record, changes } = await answerChanges(deps, lead, answer);
    const { ok } = await deps.store.commit(changes);
    return ok ? { outcome: 'answered', lead: record } : 'movedMeanwhile';
  });
}

/** Takes an acceptance back while its undo window is open. Repeated, it says the same. */
export async function undoAnswer(deps: AnswerDeps, token: string): Promise<AnswerOutcome> {
  return withLead(deps, token, async (lead) => {
    if (lead.status === 'introduced') return { outcome: 'answered', lead };
    const now = deps.clock.now();
    if (lead.status !== 'accepted' || now >= lead.discloseAt)
      return { outcome: 'conflict', status: lead.status };
    const { answeredAt: _at, answerMessage: _message, discloseAt: _discloseAt, ...rest } = lead;
    const record: LeadIn<'introduced'> = {
      ...rest,
      status: 'introduced',
      revision: lead.revision + 1,
      updatedAt: now,
      // Whoever takes an acceptance back on the last day still has the rest of the window to answer otherwise.
      answerBy: latestOf(lead.answerBy, lead.discloseAt),
      // Whoever has just been on the page needs no reminder that fell due meanwhile.
      reminders: remindersAfter(now, lead.reminders),
    };
    const { ok } = await deps.store.commit([{ advance: 'LEAD', event: 'undo', record }]);
    return ok ? { outcome: 'answered', lead: record } : 'movedMeanwhile';
  });
}

async function withLead(
  deps: AnswerDeps,
  token: string,
  act: (lead: Lead) => Promise<AnswerOutcome | 'movedMeanwhile'>,
): Promise<AnswerOutcome> {
  const capability = await deps.capabilities.read('introduction', token);
  if (capability === undefined) return { outcome: 'unknown' };
  if (capability.expiresAt < deps.clock.now()) return { outcome: 'expired' };
  for (let attempt = 1; attempt <= maxTries; attempt += 1) {
    const outcome = await actOn(deps.store, capability.leadId, act);
    if (outcome !== 'movedMeanwhile') return outcome;
  }
  throw new Error('This lead kept moving');
}

async function actOn(
  store: Store,
  id: LeadId,
  act: (lead: Lead) => Promise<AnswerOutcome | 'movedMeanwhile'>,
): Promise<AnswerOutcome | 'movedMeanwhile'> {
  const lead = await store.lead(id);
  return lead === undefined || lead.status === 'erased' ? { outcome: 'unknown' } : act(lead);
}

async function answerChanges(
  deps: AnswerDeps,
  lead: LeadIn<'introduced'>,
  answer: AnswerBody,
): Promise<{ record: Lead; changes: Change[] }> {
  const now = deps.clock.now();
  const answered = {
    ...lead,
    revision: lead.revision + 1,
    updatedAt: now,
    answeredAt: now,
    answerMessage: answer.message,
  };
  if (answer.answer === 'accept') {
    const discloseAt = plusSeconds(now, deps.clocks.undo);
    const record: LeadIn<'accepted'> = { ...answered, status: 'accepted', discloseAt };
    return { record, changes: [{ advance: 'LEAD', event: 'accept', record }] };
  }
  const interest = await deps.store.interest(lead.interest.id);
  const sectors = lead.reasons.flatMap((reason) =>
    'declared' in reason && reason.declared !== undefined ? [reason.declared] : [],
  );
  const to = statusAfter[answer.answer];
  const news: Change[] =
    interest === undefined || interest.status === 'erased'
      ? []
      : [newsOfLead(interest, lead, { to, sectors }, { now, clocks: deps.clocks })];
  if (answer.answer === 'decline') {
    const record: LeadIn<'declined'> = {
      ...answered,
      status: 'declined',
      reasonCode: answer.reasonCode ?? 'other',
    };
    return { record, changes: [{ advance: 'LEAD', event: 'decline', record }, ...news] };
  }
  const record: LeadIn<'deferred'> = { ...answered, status: 'deferred' };
  return { record, changes: [{ advance: 'LEAD', event: 'defer', record }, ...news] };
}
