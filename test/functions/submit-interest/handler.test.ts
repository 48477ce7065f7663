import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/submit-interest/handler.ts';
import { asSent } from '../../../shared/contracts/http/interest-form.ts';
import { interestForm, interestIn } from '../../builders/interest.ts';
import { world } from '../../doubles/world.ts';
import { jsonEvent, lambdaContext } from '../../shared/runtime/http-event.ts';
import { watchedLogger } from '../../shared/runtime/logs.ts';

const form = asSent(interestForm());

function program() {
  const deps = world();
  const handle = createHandler(deps, watchedLogger().logger);
  const submit = async (body: unknown, headers: Record<string, string> = {}) => {
    const { statusCode, body: answer = '' } = await handle(jsonEvent(body, headers), lambdaContext);
    expect(statusCode).toBe(202);
    return JSON.parse(answer) as { id: string; statusUrl: string };
  };
  return { deps, submit };
}

describe('the same form from a program, without a key', () => {
  it('is one interest with one mail and one status address, in whatever order it is written', async () => {
    const { deps, submit } = program();
    const first = await submit(form);
    const other = Object.fromEntries(Object.entries({ padding: 1, ...form }).reverse());
    expect(await submit(other)).toEqual(first);
    expect(deps.store.all('INTEREST')).toHaveLength(1);
    expect(deps.store.all('OUTBOX')).toHaveLength(1);
  });

  it('is one interest of ten at once', async () => {
    const { deps, submit } = program();
    const answers = await Promise.all(Array.from({ length: 10 }, () => submit(form)));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(deps.store.all('INTEREST')).toHaveLength(1);
  });

  it.each(['submitted', 'confirmed', 'matched'] as const)('is the one that is %s still', async (status) => {
    const { deps, submit } = program();
    const { id } = await submit(form);
    const [stored] = deps.store.all('INTEREST');
    deps.store.put('INTEREST', interestIn(status, { ...(stored && { id: stored.id }) }));
    expect((await submit(form)).id).toBe(id);
  });

  it.each(['closed', 'expired', 'withdrawn', 'erased'] as const)(
    'is a new one after it was %s',
    async (status) => {
      const { deps, submit } = program();
      const { id } = await submit(form);
      const [stored] = deps.store.all('INTEREST');
      deps.store.put('INTEREST', interestIn(status, { ...(stored && { id: stored.id }) }));
      const again = await submit(form);
      expect(again.id).not.toBe(id);
      expect(await submit(form)).toEqual(again);
    },
  );

  it('is another one with other content, or with a key of its own', async () => {
    const { deps, submit } = program();
    await submit(form);
    await submit({ ...form, intent: 'learn' });
    await submit(form, { 'idempotency-key': randomUUID() });
    expect(deps.store.all('INTEREST')).toHaveLength(3);
  });
});
