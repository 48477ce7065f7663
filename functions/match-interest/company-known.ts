import type { Clocks } from '../../shared/domain/clocks.ts';
import { maxDuplicates } from '../../shared/domain/duplicates/duplicate.ts';
import { heldBackBy, leadsOfCompany } from '../../shared/domain/duplicates/held-back.ts';
import { type LookDeps, sameCompany } from '../../shared/domain/duplicates/same-company.ts';
import type { MemberId } from '../../shared/domain/ids.ts';
import type { InterestIn } from '../../shared/domain/interest.ts';
import type { LeadIn } from '../../shared/domain/lead.ts';
import type { Clock } from '../../shared/domain/ports.ts';

interface KnownDeps extends LookDeps {
  readonly clock: Clock;
  readonly clocks: Clocks;
}

/** What a new lead tells of earlier requests of the same company. */
export type Known = Pick<LeadIn<'proposed'>, 'duplicates' | 'heldBack'>;

/** What is known of the company that asks, for each member that it is paired with. */
export async function knownOfCompany(
  deps: KnownDeps,
  interest: InterestIn<'confirmed'>,
): Promise<(memberId: MemberId) => Known> {
  const duplicates = await sameCompany(deps, interest);
  const leads = await leadsOfCompany(deps.store, duplicates);
  const now = deps.clock.now();
  return (memberId) => ({
    ...(duplicates.length > 0 && { duplicates: duplicates.slice(0, maxDuplicates) }),
    heldBack: heldBackBy(leads, memberId, { now, clocks: deps.clocks }),
  });
}
