import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/sweep/handler.ts';
import { cluster } from '../../builders/directory.ts';
import { monday } from '../../builders/ids.ts';
import { leadIn } from '../../builders/lead.ts';
import { outboxEntryIn } from '../../builders/outbox.ts';
import { world } from '../../doubles/world.ts';
import { lambdaContext } from '../../shared/runtime/http-event.ts';
import { watchedLogger } from '../../shared/runtime/logs.ts';
import { daySeconds } from './swept.ts';

function scheduled() {
  const deps = world();
  const { logger, lines } = watchedLogger();
  const figures: Record<string, number>[] = [];
  const handler = createHandler(deps, logger, { publish: (published) => void figures.push(published) });
  deps.clock.pass(30 * daySeconds);
  return {
    deps,
    figures,
    run: () => handler({}, lambdaContext),
    logged: () => lines.map((line) => JSON.parse(line)),
  };
}

describe('the scheduled sweep', () => {
  it('ends well when everything that is due was done, and names each record', async () => {
    const { deps, run, logged } = scheduled();
    const entry = outboxEntryIn('queued');
    deps.store.put('OUTBOX', entry);
    await run();
    expect(logged()).toContainEqual(
      expect.objectContaining({ level: 'INFO', message: 'mailRequeued', kind: 'OUTBOX', id: entry.id }),
    );
  });

  it('fails at its end when a record could not be moved on: that is what the alarm hears', async () => {
    const { deps, run, logged } = scheduled();
    for (let index = 0; index < 2; index += 1) deps.store.put('OUTBOX', outboxEntryIn('queued'));
    deps.store.failOnce('before');
    await expect(run()).rejects.toThrow('1 records could not be moved on');
    expect(deps.queues.mails).toHaveLength(1);
    expect(logged()).toContainEqual(
      expect.objectContaining({ level: 'ERROR', message: 'record could not be moved on', kind: 'OUTBOX' }),
    );
  });

  it('calls out a lead that waits for a coordinator whom nobody has named', async () => {
    const { deps, run, logged } = scheduled();
    deps.store.put('CLUSTER', cluster({ coordinators: [] }));
    const lead = leadIn('proposed', { alerts: [{ step: 'warning', at: monday }] });
    deps.store.put('LEAD', lead);
    await run();
    expect(logged()).toContainEqual(
      expect.objectContaining({ level: 'ERROR', message: 'nobodyToAlert', id: lead.id }),
    );
  });

  it('calls out a doubtful attempt by its id', async () => {
    const { deps, run, logged } = scheduled();
    const entry = outboxEntryIn('sending');
    deps.store.put('OUTBOX', entry);
    await run();
    expect(logged()).toContainEqual(
      expect.objectContaining({ level: 'ERROR', message: 'sendDoubtful', id: entry.id }),
    );
  });

  it('publishes that it came to its end, how long mail has stood still, and whether sending is paused', async () => {
    const { deps, run, figures } = scheduled();
    const { createdAt } = outboxEntryIn('queued');
    deps.store.put('OUTBOX', outboxEntryIn('queued'));
    deps.store.put('OUTBOX', {
      ...outboxEntryIn('waiting'),
      because: 'capped',
      createdAt: '2026-01-01T00:00:00.000Z',
    });
    await run();
    const oldestMailSeconds = (Date.parse(deps.clock.now()) - Date.parse(createdAt)) / 1000;
    expect(figures).toEqual([
      { SweepCompleted: 1, OldestMailSeconds: oldestMailSeconds, BreakerOpen: 0, DoubtfulMails: 0 },
    ]);
    deps.store.put('BREAKER', { state: 'open', because: 'bounces', at: deps.clock.now() });
    deps.store.put('OUTBOX', outboxEntryIn('unknown'));
    await run();
    expect(figures[1]).toEqual({
      SweepCompleted: 1,
      OldestMailSeconds: 0,
      BreakerOpen: 1,
      DoubtfulMails: 1,
    });
  });
});
