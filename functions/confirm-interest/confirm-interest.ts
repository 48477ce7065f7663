import { type Clocks, plusSeconds } from '../../shared/domain/clocks.ts';
import { traitRecords } from '../../shared/domain/duplicates/same-company.ts';
import type { InterestId } from '../../shared/domain/ids.ts';
import { carried, type InterestIn, type InterestStatus } from '../../shared/domain/interest.ts';
import type { AddressHasher, Capabilities, Change, Clock, Store } from '../../shared/domain/ports.ts';

export interface ConfirmDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly capabilities: Capabilities;
  readonly addresses: AddressHasher;
  readonly clocks: Clocks;
}

export type ConfirmOutcome =
  | { readonly outcome: 'confirmed' }
  /** Expired or withdrawn: it can no longer be confirmed. */
  | { readonly outcome: 'tooLate'; readonly status: InterestStatus }
  | { readonly outcome: 'unknown' };

/** The submitter's one press. Repeated, it says the same again; from then on matching is due. */
export async function confirmInterest(deps: ConfirmDeps, id: string, key: string): Promise<ConfirmOutcome> {
  const capability = await deps.capabilities.read('interest', key);
  if (capability === undefined || capability.interestId !== id) return { outcome: 'unknown' };
  return confirmKnown(deps, capability.interestId);
}

async function confirmKnown(deps: ConfirmDeps, id: InterestId): Promise<ConfirmOutcome> {
  const interest = await deps.store.interest(id);
  if (interest === undefined || interest.status === 'erased') return { outcome: 'unknown' };
  const { status } = interest;
  if (status === 'expired' || status === 'withdrawn') return { outcome: 'tooLate', status };
  if (status !== 'submitted') return { outcome: 'confirmed' };

  const now = deps.clock.now();
  if (now > interest.confirmBy) return { outcome: 'tooLate', status: 'expired' };
  const confirmed: InterestIn<'confirmed'> = {
    ...carried(interest, now),
    status: 'confirmed',
    confirmedAt: now,
    endsAt: plusSeconds(now, deps.clocks.interest),
    matchBy: plusSeconds(now, deps.clocks.requeue),
  };
  // From now on, and not before, its company is found again: what nobody confirmed may be anybody's.
  const traits = await traitRecords(deps.addresses, confirmed);
  const { ok } = await deps.store.commit([
    { advance: 'INTEREST', event: 'confirm', record: confirmed },
    ...traits.map((record): Change => ({ create: 'TRAIT', record })),
  ]);
  // Refused: somebody moved it in this moment, and what it is now is the answer.
  return ok ? { outcome: 'confirmed' } : confirmKnown(deps, id);
}
