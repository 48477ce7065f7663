import { type InterestView, interestView } from '../../shared/contracts/http/interest-view.ts';
import type { Capabilities, Clock, Store } from '../../shared/domain/ports.ts';

export interface ViewInterestDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly capabilities: Capabilities;
}

/** Where a request stands; undefined for a wrong key as for a wrong id. */
export async function viewInterest(
  deps: ViewInterestDeps,
  id: string,
  key: string,
): Promise<InterestView | undefined> {
  const capability = await deps.capabilities.read('interest', key);
  if (capability === undefined || capability.interestId !== id) return undefined;
  const [interest, leads] = await Promise.all([
    deps.store.interest(capability.interestId),
    deps.store.leadsOf(capability.interestId),
  ]);
  return interest === undefined ? undefined : interestView(interest, leads);
}
