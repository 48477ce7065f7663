import { sweep } from '../../../functions/sweep/sweep.ts';
import type { Lead } from '../../../shared/domain/lead.ts';
import { interestIn } from '../../builders/interest.ts';
import { type World, world } from '../../doubles/world.ts';

export const daySeconds = 86_400;

/** A world to sweep; `round` is one sweep of it that has time enough. */
export function swept() {
  const faults: (string | undefined)[] = [];
  const round = (deps: World, remainingMs = 60_000) =>
    sweep(deps, {
      remainingMs: () => remainingMs,
      onStep: () => undefined,
      onMail: () => undefined,
      onFault: (_kind, _error, id) => void faults.push(id),
    });
  return { deps: world(), faults, round };
}

export function withLead(make: (interest: ReturnType<typeof interestIn<'matched'>>) => Lead) {
  const { deps, faults, round } = swept();
  const interest = interestIn('matched');
  const lead = make(interest);
  deps.store.put('INTEREST', interest);
  deps.store.put('LEAD', lead);
  return { deps, faults, round, interest, lead };
}
