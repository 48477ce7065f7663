import { type AnswerClocks, type Clocks, plusSeconds } from './clocks.ts';
import type { Instant } from './ids.ts';
import type { LeadIn, UndeliverableCause } from './lead.ts';
import type { OutboxEntry } from './outbox.ts';
import type { Change, Store } from './ports.ts';
import { remindersFrom } from './reminders.ts';
import { allows } from './transitions.ts';

/**
 * An approved lead whose introduction has gone out: from now on the recipient's clock runs, by what the introduction
 * promised, or else by `clocks`.
 */
export function introduced(
  { answerClocks, ...lead }: LeadIn<'approved'>,
  at: Instant,
  clocks: AnswerClocks,
): LeadIn<'introduced'> {
  const promised = answerClocks ?? clocks;
  return {
    ...lead,
    status: 'introduced',
    revision: lead.revision + 1,
    updatedAt: at,
    introducedAt: at,
    answerBy: plusSeconds(at, promised.answer),
    reminders: remindersFrom(at, promised),
  };
}

/** What it does to a lead that its introduction was accepted for delivery at `sentAt`; undefined for any other mail. */
export async function introductionOf(
  { store, clocks }: { readonly store: Store; readonly clocks: Clocks },
  entry: Pick<OutboxEntry, 'need'>,
  sentAt: Instant,
): Promise<Change | undefined> {
  const lead = await leadOf(store, entry);
  return lead?.status === 'approved'
    ? { advance: 'LEAD', event: 'introduce', record: introduced(lead, sentAt, clocks) }
    : undefined;
}

/**
 * What it does to a lead that its introduction does not reach the recipient, as is known at `now`; undefined for any
 * other mail, and for a lead that has moved on: somebody has answered it, or it has ended.
 */
export async function undeliverableOf(
  store: Store,
  entry: Pick<OutboxEntry, 'need'>,
  cause: UndeliverableCause,
  now: Instant,
): Promise<Change | undefined> {
  const lead = await leadOf(store, entry);
  if (lead === undefined || !canFail(lead)) return undefined;
  const approved = withoutClock(lead);
  const record: LeadIn<'undeliverable'> = {
    ...approved,
    revision: lead.revision + 1,
    updatedAt: now,
    status: 'undeliverable',
    cause,
    failedAt: now,
  };
  return { advance: 'LEAD', event: 'fail', record };
}

type Unanswered = LeadIn<'approved' | 'introduced'>;

function canFail(lead: { readonly status: string }): lead is Unanswered {
  return allows('LEAD', 'fail', lead.status);
}

function withoutClock(lead: Unanswered) {
  if (lead.status === 'approved') return lead;
  const { introducedAt: _introducedAt, answerBy: _answerBy, ...rest } = lead;
  return rest;
}

async function leadOf(store: Store, { need }: Pick<OutboxEntry, 'need'>) {
  const leadId = need.of === 'member' ? need.approvedLead : undefined;
  return leadId === undefined ? undefined : await store.lead(leadId);
}
