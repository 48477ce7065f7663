import type { Clocks } from '../../shared/domain/clocks.ts';
import type { InterestId } from '../../shared/domain/ids.ts';
import { carried, type HeldInterest, type InterestStatus } from '../../shared/domain/interest.ts';
import { type NewsTime, newsOfInterest } from '../../shared/domain/news.ts';
import type { Capabilities, Change, Clock, Store } from '../../shared/domain/ports.ts';
import { allows } from '../../shared/domain/transitions.ts';
import { isOpen, withdrawalOf } from '../../shared/domain/withdraw.ts';

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

/** Takes an interest back with every open lead; members that were written to are told. Repeated, it says the same. */
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
  const at: NewsTime = { now, clocks: deps.clocks };
  const withdrawals = await Promise.all(leads.map((lead) => withdrawalOf(deps.store, lead, 'withdrawn', at)));
  const changes: Change[] = [
    {
      advance: 'INTEREST',
      event: 'withdraw',
      record: { ...carried(interest, now), status: 'withdrawn', withdrawnAt: now },
    },
    ...withdrawals.flat(),
    ...newsForSubmitter(interest, at),
  ];
  const { ok } = await deps.store.commit(changes);
  return ok ? { outcome: 'withdrawn' } : 'movedMeanwhile';
}

/** A submitter that never confirmed gets no second mail. */
function newsForSubmitter(interest: HeldInterest, at: NewsTime): Change[] {
  return interest.status === 'submitted' ? [] : [newsOfInterest(interest, { to: 'withdrawn' }, at)];
}
