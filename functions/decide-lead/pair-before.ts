import type { Clocks } from '../../shared/domain/clocks.ts';
import type { HeldBack } from '../../shared/domain/duplicates/duplicate.ts';
import { heldBackBy, leadsOfCompany } from '../../shared/domain/duplicates/held-back.ts';
import { type LookDeps, sameCompany } from '../../shared/domain/duplicates/same-company.ts';
import type { LeadIn } from '../../shared/domain/lead.ts';
import type { Clock, Requirement } from '../../shared/domain/ports.ts';

interface PairDeps extends LookDeps {
  readonly clock: Clock;
  readonly clocks: Clocks;
}

/** How other leads of the same company and member stand in the way of an introduction. */
export interface PairBefore {
  readonly heldBack: HeldBack | undefined;
  /** Those that could be approved in this moment too: of two approved at once, only the first is introduced. */
  readonly guards: readonly Requirement[];
}

/** Looked for anew, later interests included: what this lead was proposed with may have been overtaken. */
export async function pairBefore(deps: PairDeps, lead: LeadIn<'proposed'>): Promise<PairBefore> {
  const interest = await deps.store.interest(lead.interest.id);
  if (interest === undefined || interest.status === 'erased') return { heldBack: undefined, guards: [] };
  const others = await leadsOfCompany(deps.store, await sameCompany(deps, interest));
  const ofMember = others.filter(({ member }) => member.id === lead.member.id);
  const heldBack = heldBackBy(ofMember, lead.member.id, { now: deps.clock.now(), clocks: deps.clocks });
  const guards = ofMember
    .filter(({ status }) => status === 'proposed')
    .map(({ id }): Requirement => ({ require: 'leadProposed', leadId: id }));
  return { heldBack, guards };
}
