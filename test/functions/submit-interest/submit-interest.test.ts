import { describe, expect, it } from 'vitest';
import { submitInterest } from '../../../functions/submit-interest/submit-interest.ts';
import { interestForm, interestIn } from '../../builders/interest.ts';
import { world } from '../../doubles/world.ts';

const idempotency = { key: '7f8d9d8e-66a1-4f0f-9c0c-1f6f3a0d5b11', bodyHash: 'a'.repeat(64) };

describe('submitInterest', () => {
  it('writes the interest and its confirmation mail together', async () => {
    const deps = world();
    const result = await submitInterest(deps, { form: interestForm() });
    expect(result.outcome).toBe('accepted');
    const [interest] = deps.store.all('INTEREST');
    expect(interest).toMatchObject({
      status: 'submitted',
      form: { company: { name: 'Talleres Misti SAC' } },
    });
    const [entry] = deps.store.all('OUTBOX');
    expect(entry).toMatchObject({
      status: 'queued',
      content: { template: 'confirmation', interestId: interest?.id },
    });
    expect(entry?.to.reveal()).toBe('compras@misti.example');
  });

  it('puts none of the sender’s words into the confirmation mail', async () => {
    const deps = world();
    const form = interestForm();
    await submitInterest(deps, { form });
    const content = JSON.stringify(deps.store.all('OUTBOX')[0]?.content);
    expect(content).not.toContain(form.company.name);
    expect(content).not.toContain(form.contact.name);
  });

  it('gives a status address whose key opens only this interest', async () => {
    const deps = world();
    const first = await submitInterest(deps, { form: interestForm() });
    const second = await submitInterest(deps, { form: interestForm() });
    if (first.outcome !== 'accepted' || second.outcome !== 'accepted') throw new Error('both are accepted');
    expect(first.statusUrl).toBe(`https://puente.example/es/interests/${first.id}?key=${first.key}`);
    expect(await deps.capabilities.read('interest', first.key)).toEqual({
      purpose: 'interest',
      interestId: first.id,
    });
    expect(second.key).not.toBe(first.key);
  });

  it('answers the same key with the same interest, and stores it once', async () => {
    const deps = world();
    const first = await submitInterest(deps, { form: interestForm(), idempotency });
    const second = await submitInterest(deps, { form: interestForm(), idempotency });
    expect(second).toEqual(first);
    expect(deps.store.all('INTEREST')).toHaveLength(1);
    expect(deps.store.all('OUTBOX')).toHaveLength(1);
  });

  it('makes one interest of twenty-five submissions at once', async () => {
    const deps = world();
    const results = await Promise.all(
      Array.from({ length: 25 }, () => submitInterest(deps, { form: interestForm(), idempotency })),
    );
    expect(
      new Set(results.map((result) => (result.outcome === 'accepted' ? result.id : 'refused'))).size,
    ).toBe(1);
    expect(deps.store.all('INTEREST')).toHaveLength(1);
  });

  it('refuses a key that came before with another body', async () => {
    const deps = world();
    await submitInterest(deps, { form: interestForm(), idempotency });
    const other = await submitInterest(deps, {
      form: interestForm(),
      idempotency: { ...idempotency, bodyHash: 'b'.repeat(64) },
    });
    expect(other).toEqual({ outcome: 'keyReused' });
    expect(deps.store.all('INTEREST')).toHaveLength(1);
  });

  it('takes a plain form anew once what it made has ended, and once only', async () => {
    const deps = world();
    const ofForm = { ...idempotency, renewable: true };
    const first = await submitInterest(deps, { form: interestForm(), idempotency: ofForm });
    if (first.outcome !== 'accepted') throw new Error('accepted');
    expect(await submitInterest(deps, { form: interestForm(), idempotency: ofForm })).toEqual(first);
    deps.store.put('INTEREST', interestIn('withdrawn', { id: first.id }));
    const second = await submitInterest(deps, { form: interestForm(), idempotency: ofForm });
    expect(second).not.toEqual(first);
    expect(await submitInterest(deps, { form: interestForm(), idempotency: ofForm })).toEqual(second);
    expect(await submitInterest(deps, { form: interestForm(), idempotency })).toEqual(first);
    expect(deps.store.all('INTEREST')).toHaveLength(2);
  });

  it('takes the same plain form on one day as often as what it made has ended', async () => {
    const deps = world();
    const ofForm = { ...idempotency, key: 'f'.repeat(64), renewable: true };
    const ids = new Set<string>();
    for (let turn = 1; turn <= 12; turn += 1) {
      const result = await submitInterest(deps, { form: interestForm(), idempotency: ofForm });
      if (result.outcome !== 'accepted') throw new Error('accepted');
      ids.add(result.id);
      deps.store.put('INTEREST', interestIn('withdrawn', { id: result.id }));
    }
    expect(ids.size).toBe(12);
  });

  it('stores nothing when the transaction fails, and everything when only its answer is lost', async () => {
    const deps = world();
    deps.store.failOnce('before');
    await expect(submitInterest(deps, { form: interestForm(), idempotency })).rejects.toThrow();
    expect(deps.store.all('INTEREST')).toHaveLength(0);
    expect(deps.store.all('OUTBOX')).toHaveLength(0);
    deps.store.failOnce('after');
    await expect(submitInterest(deps, { form: interestForm(), idempotency })).rejects.toThrow();
    const again = await submitInterest(deps, { form: interestForm(), idempotency });
    expect(again).toMatchObject({ outcome: 'accepted', id: deps.store.all('INTEREST')[0]?.id });
    expect(deps.store.all('INTEREST')).toHaveLength(1);
  });
});
