import type { InterestId } from '../ids.ts';
import type { HeldInterest } from '../interest.ts';
import type { AddressHasher, Store, Trait } from '../ports.ts';
import { withheldFirm } from '../withhold.ts';
import { likelyTheSame, nameLikeness } from './company-name.ts';
import type { Duplicate } from './duplicate.ts';
import { evidenceOf } from './evidence.ts';
import { traitsOf, traitsToFind } from './traits.ts';

export interface LookDeps {
  readonly store: Store;
  readonly addresses: AddressHasher;
}

/** Interests that are read at most to see whether they are from the same company; those with the strongest trait first. */
const maxLookedAt = 25;

/** Under what the company of an interest is found again: keyed hashes, and of its name what two spellings have in common. */
export async function traitRecords(addresses: AddressHasher, interest: HeldInterest): Promise<Trait[]> {
  const traits = traitsOf(interest.form);
  return Promise.all(
    traitsToFind(traits).map(async ({ by, value }) => ({
      by,
      // With its kind before it: the same hasher marks addresses that must not be written to.
      hash: await addresses.hash(`${by} ${value}`),
      interestId: interest.id,
      ...(by === 'name' && { name: traits.name }),
    })),
  );
}

/** Other interests that may be from the same company, the strongest evidence first, of equal evidence the newest. */
export async function sameCompany(deps: LookDeps, interest: HeldInterest): Promise<Duplicate[]> {
  const own = traitsOf(interest.form);
  const ids = await candidates(deps, interest);
  const others = await Promise.all(ids.map((id) => deps.store.interest(id)));
  return others.flatMap((other): Duplicate[] => {
    if (other === undefined || other.status === 'erased') return [];
    const evidence = evidenceOf(own, traitsOf(other.form));
    if (evidence.length === 0) return [];
    const { name: companyName } = withheldFirm(other.form.company);
    return [{ interestId: other.id, submittedAt: other.createdAt, companyName, evidence }];
  });
}

async function candidates({ store, addresses }: LookDeps, interest: HeldInterest): Promise<InterestId[]> {
  const own = await traitRecords(addresses, interest);
  const found = await Promise.all(
    own.map(async ({ by, hash, name }) => {
      const traits = await store.traits(by, hash);
      return name === undefined ? traits : traits.filter((trait) => isAlike(name, trait));
    }),
  );
  const ids = new Set(found.flat().map(({ interestId }) => interestId));
  ids.delete(interest.id);
  return [...ids].slice(0, maxLookedAt);
}

function isAlike(name: string, trait: Trait): boolean {
  return trait.name !== undefined && nameLikeness(name, trait.name) >= likelyTheSame;
}
