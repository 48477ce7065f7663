import type { InterestView } from '../../shared/contracts/http/interest-view.ts';

type Lead = InterestView['leads'][number];

/** How the leads of an interest stand as a whole: the best that can be said of them. */
export type LeadNews = 'connected' | 'accepted' | 'waiting' | 'over' | 'none';
type Standing = Exclude<LeadNews, 'none'>;

/** Best first: the order in which leads are shown. */
const standings: readonly Standing[] = ['connected', 'accepted', 'waiting', 'over'];

const standingOf: Readonly<Record<Lead['status'], Standing>> = {
  proposed: 'waiting',
  approved: 'waiting',
  introduced: 'waiting',
  accepted: 'accepted',
  connected: 'connected',
  rejected: 'over',
  declined: 'over',
  deferred: 'over',
  expired: 'over',
  undeliverable: 'over',
  withdrawn: 'over',
  erased: 'over',
};

/** How a lead looks to its submitter. */
export function toneOf({ status }: Lead): 'good' | 'waiting' | 'over' {
  const standing = standingOf[status];
  return standing === 'waiting' || standing === 'over' ? standing : 'good';
}

/** Undefined where the state of the interest itself is the news. */
export function newsOf({ status, leads }: InterestView): LeadNews | undefined {
  const best = standings.find((standing) => leads.some((lead) => standingOf[lead.status] === standing));
  if (status === 'matched') return best ?? 'none';
  return status === 'closed' && best === 'connected' ? best : undefined;
}

/** Best news first; each lead keeps the number that it had before, so that `Firm 2` stays the same firm. */
export function inOrder(leads: readonly Lead[]): readonly { readonly lead: Lead; readonly number: number }[] {
  const rank = (lead: Lead) => standings.indexOf(standingOf[lead.status]);
  return leads
    .map((lead, position) => ({ lead, number: position + 1 }))
    .toSorted((a, b) => rank(a.lead) - rank(b.lead));
}
