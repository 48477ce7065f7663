import type { Instant } from './ids.ts';
import type { Lead, LeadIn } from './lead.ts';
import type { MailOf } from './mail-content.ts';
import { closingNews, type NewsTime } from './news.ts';
import { introductionIdOf, isUnclaimed } from './outbox.ts';
import type { Change, Store } from './ports.ts';
import { allows } from './transitions.ts';

/** A lead that can still be withdrawn. */
export type OpenLead = LeadIn<'proposed' | 'approved' | 'introduced' | 'accepted' | 'deferred'>;

export function isOpen(lead: Lead): lead is OpenLead {
  return allows('LEAD', 'withdraw', lead.status);
}

/**
 * The changes by which an interest leaves an open lead behind. A member that was written to is told, and also one that
 * may have been: whose introduction somebody has begun to send. One whose introduction nobody has begun is not, on the
 * condition that nobody begins in this moment.
 */
export async function withdrawalOf(
  store: Store,
  lead: OpenLead,
  cause: MailOf<'introduction-closed'>['cause'],
  at: NewsTime,
): Promise<Change[]> {
  if (lead.status === 'proposed') return [withdrawal(lead, at.now, false)];
  if (lead.status === 'approved') {
    const outboxId = introductionIdOf(lead.id);
    const entry = await store.outboxEntry(outboxId);
    if (entry === undefined || isUnclaimed(entry))
      return [withdrawal(lead, at.now, false), { require: 'entryUnclaimed', outboxId }];
  }
  const member = await store.member(lead.member.id);
  const news = member === undefined ? [] : [closingNews(lead, member, cause, at)];
  return [withdrawal(lead, at.now, true), ...news];
}

function withdrawal(lead: OpenLead, at: Instant, introduced: boolean): Change {
  const { id, revision, createdAt, clusterId, member, score, reasons, interest, duplicates } = lead;
  const record: LeadIn<'withdrawn'> = {
    ...{ id, revision: revision + 1, createdAt, updatedAt: at, clusterId, member, score, reasons, interest },
    duplicates,
    status: 'withdrawn',
    withdrawnAt: at,
    introduced,
    introducedAt: 'introducedAt' in lead ? lead.introducedAt : undefined,
  };
  return { advance: 'LEAD', event: 'withdraw', record };
}
