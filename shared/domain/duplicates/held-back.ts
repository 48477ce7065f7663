import { type Clocks, latestOf, plusSeconds } from '../clocks.ts';
import type { Instant, MemberId } from '../ids.ts';
import type { Lead } from '../lead.ts';
import type { Store } from '../ports.ts';
import type { Duplicate, HeldBack } from './duplicate.ts';
import { isCertain } from './evidence.ts';

/** The leads of other interests that are from the same company for certain. */
export async function leadsOfCompany(store: Store, duplicates: readonly Duplicate[]): Promise<Lead[]> {
  const certain = duplicates.filter(({ evidence }) => isCertain(evidence));
  const leads = await Promise.all(certain.map(({ interestId }) => store.leadsOf(interestId)));
  return leads.flat();
}

/** What holds a new introduction to this member back now, the latest to end; undefined when nothing does. */
export function heldBackBy(
  leads: readonly Lead[],
  memberId: MemberId,
  { now, clocks }: { readonly now: Instant; readonly clocks: Clocks },
): HeldBack | undefined {
  const introductions = leads
    .filter((lead) => lead.member.id === memberId)
    .flatMap((lead): HeldBack[] => {
      const introducedAt = introducedAtOf(lead);
      if (introducedAt === undefined) return [];
      return [{ leadId: lead.id, introducedAt, until: plusSeconds(introducedAt, clocks.pairAgain) }];
    })
    .filter(({ until }) => until > now);
  const untils = introductions.map(({ until }) => until);
  const last = latestOf(now, ...untils);
  return introductions.find(({ until }) => until === last);
}

/** When a member was written to, or is about to be: an approved lead's mail is on its way. */
function introducedAtOf(lead: Lead): Instant | undefined {
  if (lead.status === 'approved') return lead.decidedAt;
  if (lead.status === 'withdrawn')
    return lead.introduced ? (lead.introducedAt ?? lead.withdrawnAt) : undefined;
  return 'introducedAt' in lead ? lead.introducedAt : undefined;
}
