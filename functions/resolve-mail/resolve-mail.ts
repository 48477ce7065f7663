import type { ResolutionBody } from '../../shared/contracts/http/bodies.ts';
import type { ResolutionKind } from '../../shared/contracts/http/mail-view.ts';
import type { AuditAct } from '../../shared/domain/audit.ts';
import type { Clocks } from '../../shared/domain/clocks.ts';
import { type Instant, type OutboxId, outboxIdSchema } from '../../shared/domain/ids.ts';
import { introduced } from '../../shared/domain/introduce.ts';
import type { Lead } from '../../shared/domain/lead.ts';
import { causeOf, type OutboxEntry, type OutboxStatus } from '../../shared/domain/outbox.ts';
import type { Change, Clock, Store } from '../../shared/domain/ports.ts';
import {
  approvedAgain,
  attested,
  isStuck,
  maySendAgain,
  queuedAgain,
  type StuckEntry,
} from '../../shared/domain/send-again.ts';

export interface ResolveDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly clocks: Clocks;
}

/** What a person decides about a mail. */
export interface Resolution {
  readonly id: string;
  readonly body: ResolutionBody;
  /** Subject at the identity provider. */
  readonly by: string;
}

export type ResolveOutcome =
  | { readonly outcome: 'resolved'; readonly id: OutboxId; readonly status: OutboxStatus }
  /** It is not any more what the person saw; `status` is what it is now. */
  | { readonly outcome: 'moved'; readonly status: OutboxStatus }
  /** Nobody may have it sent again: an objection, no consent, or nothing left to say. */
  | { readonly outcome: 'never'; readonly status: OutboxStatus }
  | { readonly outcome: 'notFound' };

const acts: Readonly<Record<ResolutionKind, AuditAct>> = { sent: 'sentAttested', again: 'sentAgain' };

/** How often a decision is tried again when something it does not depend on moved in the same moment. */
const maxTries = 5;

/**
 * Notes that a doubtful mail did arrive, or has it, or one that failed in delivery, sent again. The act, what it does to
 * the lead, and who did it why are one commit. Repeated by the same person in the same words it does nothing more.
 */
export async function resolveMail(deps: ResolveDeps, resolution: Resolution): Promise<ResolveOutcome> {
  const id = outboxIdSchema.safeParse(resolution.id);
  if (!id.success) return { outcome: 'notFound' };
  const { as, revision } = resolution.body;
  for (let attempt = 1; attempt <= maxTries; attempt += 1) {
    const entry = await deps.store.outboxEntry(id.data);
    if (entry === undefined) return { outcome: 'notFound' };
    const asSeen = isStuck(entry) && (revision === undefined || revision === entry.revision);
    if (!asSeen || (as === 'sent' && entry.status === 'failed')) return afterMove(deps, entry, resolution);
    if (as === 'again' && !maySendAgain(entry)) return { outcome: 'never', status: entry.status };
    const changes = await changesFor(deps, entry, resolution);
    const result = await deps.store.commit(changes);
    if (result.ok) return { outcome: 'resolved', id: id.data, status: as === 'sent' ? 'sent' : 'queued' };
    const ended = result.refused.some((position) => isRequirement(changes[position]));
    if (ended) return { outcome: 'never', status: entry.status };
  }
  throw new Error('A mail could not be resolved: something of it moved each time');
}

function isRequirement(change: Change | undefined): boolean {
  return change !== undefined && 'require' in change;
}

/** Somebody was faster, perhaps this very person with a second press. */
async function afterMove(
  { store }: ResolveDeps,
  entry: OutboxEntry,
  { body: { as, note }, by }: Resolution,
): Promise<ResolveOutcome> {
  const { id, status } = entry;
  if (as === 'sent' && status === 'sent') return { outcome: 'resolved', id, status };
  const [last] = (await store.audit({ subject: id, limit: 1 })).items;
  const same = last !== undefined && last.act === acts[as] && last.note === note && last.by === by;
  return same ? { outcome: 'resolved', id, status } : { outcome: 'moved', status };
}

async function changesFor(
  { store, clock, clocks }: ResolveDeps,
  entry: StuckEntry,
  { body: { as, note }, by }: Resolution,
): Promise<Change[]> {
  const at = clock.now();
  const { need } = entry;
  const leadId = need.of === 'member' ? need.approvedLead : undefined;
  const lead = leadId === undefined ? undefined : await store.lead(leadId);
  const audit: Change = {
    create: 'AUDIT',
    record: { subject: entry.id, at, act: acts[as], by, note, before: stateOf(entry) },
  };
  if (as === 'sent' && entry.status === 'unknown') {
    const sent: Change = { advance: 'OUTBOX', event: 'attest', record: attested(entry, at, by) };
    return lead?.status === 'approved'
      ? [sent, audit, { advance: 'LEAD', event: 'introduce', record: introduced(lead, at, clocks) }]
      : [sent, audit];
  }
  const queued: Change = { advance: 'OUTBOX', event: 'resend', record: queuedAgain(entry, at) };
  return [queued, audit, ...restored(entry, lead, at)];
}

function stateOf(entry: StuckEntry): string {
  return entry.status === 'unknown' ? 'unknown' : `failed ${entry.failure}`;
}

/**
 * What a mail to a member rests on beside what the claim asks anew. A lead that could not be delivered is approved once
 * more, as when it was first approved only while its interest is open. No other mail speaks of an interest that was erased.
 */
function restored(entry: StuckEntry, lead: Lead | undefined, at: Instant): Change[] {
  const { interestId } = causeOf(entry.id);
  if (lead?.status === 'undeliverable') {
    return [
      { require: 'interestOpen', interestId },
      { advance: 'LEAD', event: 'resend', record: approvedAgain(lead, at) },
    ];
  }
  return entry.need.of === 'member' ? [{ require: 'interestHeld', interestId }] : [];
}
