import type { DecisionBody } from '../../shared/contracts/http/bodies.ts';
import { type Clocks, clocksOf, plusSeconds } from '../../shared/domain/clocks.ts';
import { type Instant, leadIdSchema } from '../../shared/domain/ids.ts';
import type { LeadIn, LeadStatus } from '../../shared/domain/lead.ts';
import type { MailOf } from '../../shared/domain/mail-content.ts';
import type { Cluster, Member } from '../../shared/domain/member.ts';
import { newOutboxEntry } from '../../shared/domain/outbox.ts';
import type { AddressHasher, Change, Clock, Requirement, Store } from '../../shared/domain/ports.ts';
import { pairBefore } from './pair-before.ts';

export interface DecideDeps {
  readonly store: Store;
  readonly addresses: AddressHasher;
  readonly clock: Clock;
  readonly clocks: Clocks;
}

export interface Decision {
  readonly leadId: string;
  readonly body: DecisionBody;
  /** The coordinator's subject and clusters. */
  readonly by: { readonly subject: string; readonly clusters: readonly string[] };
}

export type DecideOutcome =
  | { readonly outcome: 'decided'; readonly status: 'approved' | 'rejected' }
  /** No longer open to a decision; `status` is what it is now. */
  | { readonly outcome: 'notProposed'; readonly status: LeadStatus }
  /** The same company was introduced to the same member a short while ago; rejecting stays possible. */
  | { readonly outcome: 'heldBack'; readonly until: Instant }
  | { readonly outcome: 'unknown' };

/** How often a decision is tried again when the lead moves in the same moment, as it does when its coordinators are alerted. */
const maxTries = 5;

/** Approves a proposed lead, which writes its introduction into the outbox, or rejects it with a reason. */
export async function decideLead(deps: DecideDeps, decision: Decision): Promise<DecideOutcome> {
  for (let attempt = 1; attempt <= maxTries; attempt += 1) {
    const outcome = await decideOnce(deps, decision);
    if (outcome !== 'movedMeanwhile') return outcome;
  }
  throw new Error('This lead kept moving');
}

async function decideOnce(deps: DecideDeps, decision: Decision): Promise<DecideOutcome | 'movedMeanwhile'> {
  const parsed = leadIdSchema.safeParse(decision.leadId);
  const lead = parsed.success ? await deps.store.lead(parsed.data) : undefined;
  if (lead === undefined || !decision.by.clusters.includes(lead.clusterId)) return { outcome: 'unknown' };
  if (lead.status !== 'proposed') return { outcome: 'notProposed', status: lead.status };

  if (decision.body.decision === 'approve') return approve(deps, lead, decision);
  const { ok } = await deps.store.commit([rejection(deps, lead, decision.body, decision.by.subject)]);
  return ok ? { outcome: 'decided', status: 'rejected' } : asItIsNow(deps, lead);
}

async function approve(
  deps: DecideDeps,
  lead: LeadIn<'proposed'>,
  decision: Decision,
): Promise<DecideOutcome | 'movedMeanwhile'> {
  const { heldBack, guards } = await pairBefore(deps, lead);
  if (heldBack !== undefined) return { outcome: 'heldBack', until: heldBack.until };
  const changes = [...(await approval(deps, lead, decision)), ...guards];
  const result = await deps.store.commit(changes);
  if (result.ok) return { outcome: 'decided', status: 'approved' };
  // Another lead of this pair was decided in this moment: whether it holds this one back is asked again.
  const overtaken = result.refused.some((position) => isOneOf(guards, changes[position]));
  return overtaken ? 'movedMeanwhile' : asItIsNow(deps, lead);
}

function isOneOf(guards: readonly Requirement[], change: Change | undefined): boolean {
  return guards.some((guard) => guard === change);
}

async function asItIsNow(
  { store }: DecideDeps,
  lead: LeadIn<'proposed'>,
): Promise<DecideOutcome | 'movedMeanwhile'> {
  const now = await store.lead(lead.id);
  if (now?.status === 'proposed' && now.revision !== lead.revision) return 'movedMeanwhile';
  return { outcome: 'notProposed', status: now?.status ?? lead.status };
}

function rejection(
  { clock }: DecideDeps,
  lead: LeadIn<'proposed'>,
  body: Extract<DecisionBody, { decision: 'reject' }>,
  decidedBy: string,
): Change {
  const { decideBy: _decideBy, alerts: _alerts, heldBack: _heldBack, ...matter } = lead;
  const now = clock.now();
  return {
    advance: 'LEAD',
    event: 'reject',
    record: {
      ...matter,
      revision: lead.revision + 1,
      updatedAt: now,
      status: 'rejected',
      decidedAt: now,
      decidedBy,
      reasonCode: body.reasonCode,
      message: body.message,
    },
  };
}

async function approval(
  { store, clock, clocks }: DecideDeps,
  lead: LeadIn<'proposed'>,
  decision: Decision,
): Promise<Change[]> {
  const { decideBy: _decideBy, alerts: _alerts, heldBack: _heldBack, ...matter } = lead;
  const [member, cluster] = await Promise.all([store.member(lead.member.id), store.cluster(lead.clusterId)]);
  if (member === undefined || cluster === undefined)
    throw new Error('A proposed lead has a member and a cluster');
  const now = clock.now();
  const promised = clocksOf(cluster, clocks);
  const { answer, reminderFirst, reminderSecond } = promised;
  const { message } = decision.body;
  const approved: LeadIn<'approved'> = {
    ...matter,
    revision: lead.revision + 1,
    updatedAt: now,
    status: 'approved',
    decidedAt: now,
    decidedBy: decision.by.subject,
    message,
    answerClocks: { answer, reminderFirst, reminderSecond },
  };
  const entry = newOutboxEntry(
    {
      cause: lead.id,
      side: 'member',
      step: 'introduction',
      to: member.contact.email,
      need: { of: 'member', memberId: member.id, approvedLead: lead.id },
      content: introductionOf(lead, member, cluster, promised, message),
    },
    now,
    plusSeconds(now, clocks.requeue),
  );
  return [
    { require: 'interestOpen', interestId: lead.interest.id },
    { advance: 'LEAD', event: 'approve', record: approved },
    { create: 'OUTBOX', record: entry },
  ];
}

function introductionOf(
  { id, interest, reasons }: LeadIn<'proposed'>,
  member: Member,
  cluster: Cluster,
  clocks: Clocks,
  coordinatorMessage: string | undefined,
): MailOf<'introduction'> {
  const { name, country, region } = interest.company;
  return {
    template: 'introduction',
    language: member.language,
    leadId: id,
    member: { companyName: member.company.name, contactName: member.contact.name },
    cluster: { id: cluster.id, name: cluster.name },
    submitter: { name, country, region },
    submitterLanguage: interest.language,
    intent: interest.intent,
    sought: interest.sought,
    reasons,
    answerDays: clocks.answer / 86_400,
    undoSeconds: clocks.undo,
    coordinatorMessage,
  };
}
