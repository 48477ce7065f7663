import type { Clocks } from '../../shared/domain/clocks.ts';
import type { InterestId } from '../../shared/domain/ids.ts';
import { carried, type HeldInterest, type InterestStatus } from '../../shared/domain/interest.ts';
import { closingNews, newsOfInterest } from '../../shared/domain/news.ts';
import type { Capabilities, Change, Clock, Store } from '../../shared/domain/ports.ts';
import { allows } from '../../shared/domain/transitions.ts';
import { isOpen, type OpenLead, wasIntroduced, withdrawn } from '../../shared/domain/withdraw.ts';

export interface WithdrawDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly capabilities: Capabilities;
  readonly clocks: Clocks;
}

export type WithdrawOutcome =
  | { readonly outcome: 'withdrawn' }
  | { readonly outcome: 'tooLate'; readonly status: InterestStatus }
  | { readonly outcome: 'unknown' };

/** How often a withdrawal is tried again when a lead moves in the same moment. */
const maxTries = 5;

/** Takes an interest back with every open lead; members that were introduced are told. Repeated, it says the same. */
export async function withdrawInterest(
  deps: WithdrawDeps,
  id: string,
  key: string,
): Promise<WithdrawOutcome> {
  const capability = await deps.capabilities.read('interest', key);
  if (capability === undefined || capability.interestId !== id) return { outcome: 'unknown' };
  for (let attempt = 1; attempt <= maxTries; attempt += 1) {
    const outcome = await tryToWithdraw(deps, capability.interestId);
    if (outcome !== 'movedMeanwhile') return outcome;
  }
  throw new Error('The leads of this interest kept moving');
}

async function tryToWithdraw(
  deps: WithdrawDeps,
  id: InterestId,
): Promise<WithdrawOutcome | 'movedMeanwhile'> {
  const interest = await deps.store.interest(id);
  if (interest === undefined || interest.status === 'erased') return { outcome: 'unknown' };
  if (interest.status === 'withdrawn') return { outcome: 'withdrawn' };
  if (!allows('INTEREST', 'withdraw', interest.status))
    return { outcome: 'tooLate', status: interest.status };

  const leads = (await deps.store.leadsOf(id)).filter(isOpen);
  const now = deps.clock.now();
  const changes: Change[] = [
    {
      advance: 'INTEREST',
      event: 'withdraw',
      record: { ...carried(interest, now), status: 'withdrawn', withdrawnAt: now },
    },
    ...leads.map((lead): Change => ({ advance: 'LEAD', event: 'withdraw', record: withdrawn(lead, now) })),
    ...(await newsForMembers(deps, leads, now)),
    ...newsForSubmitter(deps, interest, now),
  ];
  const { ok } = await deps.store.commit(changes);
  return ok ? { outcome: 'withdrawn' } : 'movedMeanwhile';
}

/** A submitter that never confirmed gets no second mail. */
function newsForSubmitter({ clocks }: WithdrawDeps, interest: HeldInterest, now: string): Change[] {
  return interest.status === 'submitted'
    ? []
    : [newsOfInterest(interest, { to: 'withdrawn' }, { now, clocks })];
}

async function newsForMembers(
  { store, clocks }: WithdrawDeps,
  leads: readonly OpenLead[],
  now: string,
): Promise<Change[]> {
  const introduced = leads.filter(wasIntroduced);
  const members = await Promise.all(introduced.map((lead) => store.member(lead.member.id)));
  return introduced.flatMap((lead, position) => {
    const member = members[position];
    return member === undefined ? [] : [closingNews(lead, member, 'withdrawn', { now, clocks })];
  });
}
