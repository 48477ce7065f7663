import { describe, expect, it } from 'vitest';
import { confirmInterest } from '../../../functions/confirm-interest/confirm-interest.ts';
import { interestIn } from '../../builders/interest.ts';
import { world } from '../../doubles/world.ts';

async function submitted() {
  const deps = world();
  const interest = interestIn('submitted');
  deps.store.put('INTEREST', interest);
  const key = await deps.capabilities.sign({ purpose: 'interest', interestId: interest.id });
  return { deps, interest, key };
}

describe('confirmInterest', () => {
  it('confirms once and says the same when pressed again', async () => {
    const { deps, interest, key } = await submitted();
    expect(await confirmInterest(deps, interest.id, key)).toEqual({ outcome: 'confirmed' });
    expect(await confirmInterest(deps, interest.id, key)).toEqual({ outcome: 'confirmed' });
    expect(await deps.store.interest(interest.id)).toMatchObject({ status: 'confirmed', revision: 2 });
  });

  it('writes down by what its company is found again, in the same transaction', async () => {
    const { deps, interest, key } = await submitted();
    expect(deps.store.all('TRAIT')).toEqual([]);
    deps.store.failOnce('before');
    await expect(confirmInterest(deps, interest.id, key)).rejects.toThrow();
    expect(deps.store.all('TRAIT')).toEqual([]);
    await confirmInterest(deps, interest.id, key);
    const traits = deps.store.all('TRAIT');
    expect(traits.map(({ by }) => by).sort()).toEqual(['address', 'domain', 'name', 'phone', 'taxId']);
    expect(traits.every(({ interestId }) => interestId === interest.id)).toBe(true);
  });

  it('confirms once when pressed many times at once', async () => {
    const { deps, interest, key } = await submitted();
    const results = await Promise.all(
      Array.from({ length: 10 }, () => confirmInterest(deps, interest.id, key)),
    );
    expect(results.every(({ outcome }) => outcome === 'confirmed')).toBe(true);
    expect(await deps.store.interest(interest.id)).toMatchObject({ revision: 2 });
  });

  it('does not know a wrong key, another interest’s key or another id', async () => {
    const { deps, interest, key } = await submitted();
    const other = interestIn('submitted');
    deps.store.put('INTEREST', other);
    expect(await confirmInterest(deps, interest.id, `${key}x`)).toEqual({ outcome: 'unknown' });
    expect(await confirmInterest(deps, other.id, key)).toEqual({ outcome: 'unknown' });
    expect(await confirmInterest(deps, 'nonsense', key)).toEqual({ outcome: 'unknown' });
    expect(await deps.store.interest(interest.id)).toMatchObject({ status: 'submitted' });
  });

  it('is too late after the clock has run out, even before the sweeper has come', async () => {
    const { deps, interest, key } = await submitted();
    deps.clock.pass(8 * 86_400);
    expect(await confirmInterest(deps, interest.id, key)).toEqual({ outcome: 'tooLate', status: 'expired' });
  });

  it.each(['expired', 'withdrawn'] as const)('is too late when it is %s', async (status) => {
    const { deps } = await submitted();
    const interest = interestIn(status);
    deps.store.put('INTEREST', interest);
    const key = await deps.capabilities.sign({ purpose: 'interest', interestId: interest.id });
    expect(await confirmInterest(deps, interest.id, key)).toEqual({ outcome: 'tooLate', status });
  });

  it('does not know an erased interest', async () => {
    const { deps } = await submitted();
    const interest = interestIn('erased');
    deps.store.put('INTEREST', interest);
    const key = await deps.capabilities.sign({ purpose: 'interest', interestId: interest.id });
    expect(await confirmInterest(deps, interest.id, key)).toEqual({ outcome: 'unknown' });
  });
});
