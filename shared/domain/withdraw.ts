import type { Instant } from './ids.ts';
import type { Lead, LeadIn } from './lead.ts';
import { allows } from './transitions.ts';

/** A lead that can still be withdrawn. */
export type OpenLead = LeadIn<'proposed' | 'approved' | 'introduced' | 'accepted' | 'deferred'>;

export function isOpen(lead: Lead): lead is OpenLead {
  return allows('LEAD', 'withdraw', lead.status);
}

/** True when the member has been written to, or is being written to now. */
export function wasIntroduced(lead: OpenLead): boolean {
  return lead.status !== 'proposed' && lead.status !== 'approved';
}

/** The lead as its interest leaves it behind. */
export function withdrawn(lead: OpenLead, at: Instant): LeadIn<'withdrawn'> {
  const { id, revision, createdAt, clusterId, member, score, reasons, interest } = lead;
  return {
    ...{ id, revision: revision + 1, createdAt, updatedAt: at, clusterId, member, score, reasons, interest },
    status: 'withdrawn',
    withdrawnAt: at,
    introduced: wasIntroduced(lead),
  };
}
