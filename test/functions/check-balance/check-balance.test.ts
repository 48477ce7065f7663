import { describe, expect, it } from 'vitest';
import { checkBalance } from '../../../functions/check-balance/check-balance.ts';
import { createHandler } from '../../../functions/check-balance/handler.ts';
import { submitInterest } from '../../../functions/submit-interest/submit-interest.ts';
import type { InterestId } from '../../../shared/domain/ids.ts';
import { outboxIdOf } from '../../../shared/domain/outbox.ts';
import { interestForm, interestIn } from '../../builders/interest.ts';
import { leadIn } from '../../builders/lead.ts';
import { outboxEntryIn } from '../../builders/outbox.ts';
import { world } from '../../doubles/world.ts';
import { lambdaContext } from '../../shared/runtime/http-event.ts';
import { watchedLogger } from '../../shared/runtime/logs.ts';

const hourSeconds = 3600;

async function withForms(count: number) {
  const deps = world();
  const ids: InterestId[] = [];
  for (let index = 0; index < count; index += 1) {
    const answer = await submitInterest(deps, { form: interestForm() });
    if (answer.outcome === 'accepted') ids.push(answer.id);
  }
  const confirmationOf = async (id: InterestId | undefined) => {
    const entry = await deps.store.outboxEntry(outboxIdOf(id ?? '', 'submitter', 'confirmation'));
    if (entry === undefined) throw new Error('no confirmation mail');
    return entry;
  };
  /** Past the hour, and every confirmation mail is gone. */
  const settle = async () => {
    for (const id of ids) {
      const { id: entryId, to, content, need } = await confirmationOf(id);
      deps.store.put('OUTBOX', { ...outboxEntryIn('sent'), id: entryId, to, content, need });
    }
    deps.clock.pass(2 * hourSeconds);
  };
  return { deps, ids, confirmationOf, settle };
}

const good = { missing: 0, unreadable: 0, overdue: 0 };

describe('the balance', () => {
  it('is good when every form is where it should be', async () => {
    const { deps, ids, settle } = await withForms(5);
    await settle();
    const [withdrawn] = ids;
    if (withdrawn !== undefined) {
      const createdAt = (await deps.store.interest(withdrawn))?.createdAt ?? '';
      deps.store.put('INTEREST', interestIn('withdrawn', { id: withdrawn, createdAt }));
    }
    expect(await checkBalance(deps)).toEqual({ accepted: 5, final: 1, inProgress: 4, alarmed: 0, ...good });
  });

  it('counts a form apart whose confirmation mail is doubtful or failed', async () => {
    const { deps, ids, confirmationOf, settle } = await withForms(3);
    await settle();
    for (const [index, status] of (['unknown', 'failed'] as const).entries()) {
      const { id, to, content, need } = await confirmationOf(ids[index]);
      deps.store.put('OUTBOX', { ...outboxEntryIn(status), id, to, content, need });
    }
    expect(await checkBalance(deps)).toMatchObject({ accepted: 3, inProgress: 1, alarmed: 2, ...good });
  });

  it('notices a form that has gone', async () => {
    const { deps, ids, settle } = await withForms(3);
    await settle();
    const interest = await deps.store.interest(ids[0] as InterestId);
    if (interest !== undefined) deps.store.remove('INTEREST', interest);
    expect(await checkBalance(deps)).toMatchObject({ accepted: 3, inProgress: 2, missing: 1 });
  });

  it('notices a form that nobody counted', async () => {
    const { deps, settle } = await withForms(1);
    await settle();
    deps.store.put('INTEREST', interestIn('withdrawn'));
    expect(await checkBalance(deps)).toMatchObject({ missing: 1 });
  });

  it('notices an interest that cannot be read, once', async () => {
    const { deps, settle } = await withForms(1);
    const [day] = deps.clock.now().split('T');
    await settle();
    deps.store.putRaw({
      pk: 'INTEREST#broken',
      sk: 'INTEREST',
      kind: 'INTEREST',
      gsi1pk: `INTERESTS#${day}`,
      gsi1sk: 'broken',
    });
    expect(await checkBalance(deps)).toMatchObject({ missing: 0, unreadable: 1 });
  });

  it('does not judge the hour that is not over', async () => {
    const { deps } = await withForms(2);
    expect(await checkBalance(deps)).toMatchObject({ accepted: 0, ...good });
  });

  it.each([
    ['INTEREST', (deps: ReturnType<typeof world>) => deps.store.put('INTEREST', interestIn('confirmed'))],
    ['LEAD', (deps: ReturnType<typeof world>) => deps.store.put('LEAD', leadIn('introduced'))],
    ['OUTBOX', (deps: ReturnType<typeof world>) => deps.store.put('OUTBOX', outboxEntryIn('waiting'))],
  ] as const)('notices what should have been moved on long ago: %s', async (_kind, put) => {
    const deps = world();
    put(deps);
    deps.clock.pass(30 * 86_400);
    expect(await checkBalance(deps)).toMatchObject({ overdue: 1 });
  });
});

describe('the hourly check', () => {
  it.each([
    [0, 'INFO'],
    [1, 'ERROR'],
  ] as const)('publishes by how much it is off (%i) and logs it as %s', async (off, level) => {
    const deps = world();
    if (off > 0) deps.store.put('OUTBOX', outboxEntryIn('queued'));
    deps.clock.pass(30 * 86_400);
    const figures: Record<string, number>[] = [];
    const { logger, lines } = watchedLogger();
    await createHandler(deps, logger, { publish: (given) => void figures.push(given) })({}, lambdaContext);
    expect(figures).toEqual([{ BalanceOff: off }]);
    expect(lines.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ level, message: 'balance' }),
    );
  });
});
