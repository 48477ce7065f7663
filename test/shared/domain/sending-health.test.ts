import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plusSeconds } from '../../../shared/domain/clocks.ts';
import { type HourlyCounter, hourly } from '../../../shared/domain/counter.ts';
import { pauseIfUnhealthy, reasonToPause, recentMail } from '../../../shared/domain/sending-health.ts';
import { newAttemptId } from '../../builders/ids.ts';
import { world } from '../../doubles/world.ts';

const counted = (accepted: number, bounced = 0, complained = 0) => ({ accepted, bounced, complained });

describe('reasonToPause', () => {
  it.each([
    [counted(199, 199, 199), undefined],
    [counted(200), undefined],
    [counted(200, 5), undefined],
    [counted(200, 6), 'bounces'],
    [counted(10_000, 299), undefined],
    [counted(10_000, 300), 'bounces'],
    [counted(10_000, 0, 9), undefined],
    [counted(10_000, 0, 10), 'complaints'],
    [counted(200, 0, 1), 'complaints'],
  ])('of %j is %s', (counts, reason) => {
    expect(reasonToPause(counts)).toBe(reason);
  });

  it('never thinks better of a sender for one more bounce', () => {
    const many = fc.nat({ max: 5000 });
    fc.assert(
      fc.property(many, many, many, (accepted, bounced, complained) => {
        const before = reasonToPause({ accepted, bounced, complained });
        const after = reasonToPause({ accepted, bounced: bounced + 1, complained });
        expect(before !== undefined && after === undefined).toBe(false);
      }),
    );
  });
});

describe('the breaker', () => {
  function sending() {
    const deps = world();
    const count = async (of: HourlyCounter, times: number, at = deps.clock.now()) => {
      for (let index = 0; index < times; index += 1)
        await deps.store.commit([{ tally: hourly(of, at, newAttemptId()) }]);
    };
    return { deps, count, look: () => pauseIfUnhealthy(deps.store, deps.clock) };
  }

  it('opens once when three of a hundred came back, and says why', async () => {
    const { deps, count, look } = sending();
    await count('accepted', 200);
    await count('bounced', 5);
    expect(await look()).toBeUndefined();
    await count('bounced', 1);
    expect(await look()).toBe('bounces');
    expect(await deps.store.breaker()).toEqual({ state: 'open', because: 'bounces', at: deps.clock.now() });
    expect(await look()).toBeUndefined();
  });

  it('forgets what is more than a week old', async () => {
    const { deps, count, look } = sending();
    const weekAgo = plusSeconds(deps.clock.now(), -7 * 86_400 - 3600);
    await count('bounced', 50, weekAgo);
    await count('accepted', 200);
    expect(await recentMail(deps.store, deps.clock.now())).toEqual(counted(200));
    expect(await look()).toBeUndefined();
  });

  it('judges anew, from the next hour on, after a person has closed it', async () => {
    const { deps, count, look } = sending();
    await count('accepted', 200);
    await count('bounced', 10);
    expect(await look()).toBe('bounces');
    deps.store.put('BREAKER', { state: 'closed', because: 'list cleaned', at: deps.clock.now() });
    await count('bounced', 1);
    expect(await look()).toBeUndefined();
    deps.clock.pass(3600);
    await count('accepted', 200);
    expect(await look()).toBeUndefined();
    await count('bounced', 6);
    expect(await look()).toBe('bounces');
  });
});
