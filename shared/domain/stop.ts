import type { Instant } from './ids.ts';
import type { Interest } from './interest.ts';
import type { LeadIn } from './lead.ts';
import { type NewsTime, newsOfLead } from './news.ts';
import type { Change } from './ports.ts';

/**
 * The changes by which a lead ends because its member has stopped all mail: it counts as declined at `answeredAt`, and
 * the submitter is told.
 */
export function declinedByStop(
  lead: LeadIn<'introduced' | 'accepted'>,
  interest: Interest | undefined,
  answeredAt: Instant,
  at: NewsTime,
): Change[] {
  const record: LeadIn<'declined'> = {
    ...withoutDisclosure(lead),
    status: 'declined',
    revision: lead.revision + 1,
    updatedAt: at.now,
    answeredAt,
    reasonCode: 'stop',
  };
  const news =
    interest === undefined || interest.status === 'erased'
      ? []
      : [newsOfLead(interest, lead, { to: 'declined', sectors: [] }, at)];
  return [{ advance: 'LEAD', event: 'decline', record }, ...news];
}

function withoutDisclosure(lead: LeadIn<'introduced' | 'accepted'>) {
  if (lead.status === 'introduced') return lead;
  const { discloseAt: _discloseAt, ...rest } = lead;
  return rest;
}
