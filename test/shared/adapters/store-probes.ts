import { expect } from 'vitest';
import type { Creation, Requirement, Store } from '../../../shared/domain/ports.ts';
import { interestIn } from '../../builders/interest.ts';

/** A change that nothing stands in the way of. */
export function creation(): Creation & { readonly create: 'INTEREST' } {
  return { create: 'INTEREST', record: interestIn('submitted') };
}

/** Whether a commit with this requirement goes through; and that it writes all or nothing. */
export async function holds(store: Store, requirement: Requirement): Promise<boolean> {
  const create = creation();
  const result = await store.commit([create, requirement]);
  const stored = await store.interest(create.record.id);
  expect(stored !== undefined).toBe(result.ok);
  if (!result.ok) expect(result.refused).toEqual([1]);
  return result.ok;
}
