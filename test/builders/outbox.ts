import type { LeadIn } from '../../shared/domain/lead.ts';
import type { Member } from '../../shared/domain/member.ts';
import { type OutboxEntryIn, type OutboxStatus, outboxIdOf } from '../../shared/domain/outbox.ts';
import { cluster, member } from './directory.ts';
import { later, monday, newAttemptId } from './ids.ts';
import { leadIn } from './lead.ts';

function introductionOf(lead: LeadIn<'approved'>, recipient: Member) {
  const { name, country, region } = lead.interest.company;
  return {
    template: 'introduction' as const,
    language: recipient.language,
    leadId: lead.id,
    member: { companyName: recipient.company.name, contactName: recipient.contact.name },
    cluster: { id: cluster().id, name: cluster().name },
    submitter: { name, country, ...(region !== undefined && { region }) },
    submitterLanguage: lead.interest.language,
    intent: lead.interest.intent,
    sought: lead.interest.sought,
    reasons: lead.reasons,
    answerDays: 10,
    undoSeconds: 600,
  };
}

/** An introduction to SaMASZ, for a lead that waits for it. */
function common(lead: LeadIn<'approved'>) {
  const recipient = member();
  return {
    id: outboxIdOf(lead.id, 'member', 'introduction'),
    revision: 1,
    createdAt: monday,
    updatedAt: monday,
    to: recipient.contact.email,
    content: introductionOf(lead, recipient),
    need: { of: 'member' as const, memberId: lead.member.id, approvedLead: lead.id },
    retries: 0,
  };
}

function attempted(lead: LeadIn<'approved'>) {
  return { ...common(lead), attemptId: newAttemptId(), claimedAt: later(2) };
}

const variants: { readonly [S in OutboxStatus]: (lead: LeadIn<'approved'>) => OutboxEntryIn<S> } = {
  queued: (lead) => ({ ...common(lead), status: 'queued', dueAt: later(300) }),
  waiting: (lead) => ({ ...common(lead), status: 'waiting', dueAt: later(60), because: 'throttled' }),
  sending: (lead) => ({ ...attempted(lead), status: 'sending', dueAt: later(902) }),
  sent: (lead) => ({
    ...attempted(lead),
    status: 'sent',
    sentAt: later(3),
    messageId: '0102019ab-ses-000000',
  }),
  failed: (lead) => ({ ...common(lead), status: 'failed', failedAt: later(3), failure: 'suppressed' }),
  unknown: (lead) => ({ ...attempted(lead), status: 'unknown', since: later(902) }),
};

export const outboxStatuses = Object.keys(variants) as OutboxStatus[];

/** An outbox entry in `status`: the introduction of `lead`, by default of a lead of its own. */
export function outboxEntryIn<S extends OutboxStatus>(
  status: S,
  overrides: Partial<OutboxEntryIn<S>> = {},
  lead: LeadIn<'approved'> = leadIn('approved'),
): OutboxEntryIn<S> {
  return { ...variants[status](lead), ...overrides };
}
