import { describe, expect, it } from 'vitest';
import { exhaust } from './simulation/exhaustive.ts';
import { atRandom, faultless } from './simulation/faults.ts';
import { liveTogether, newTally, troubles } from './simulation/forms.ts';
import { liveOneLife } from './simulation/life.ts';
import { Random } from './simulation/random.ts';
import { newStormTally, sendInStorm } from './simulation/storm.ts';

/** Small counts of what `npm run faults` does in full. */

describe('a simulated life', () => {
  it('without faults ends connected, with each mail accepted once', async () => {
    const life = await liveOneLife(1, faultless);
    expect(life.breaches).toEqual([]);
    expect(life.ends).toEqual([
      'interest closed',
      'lead connected',
      'member connection sent',
      'member introduction sent',
      'submitter confirmation sent',
      'submitter connection sent',
      'submitter matched sent',
    ]);
    expect(life.steps.get('attempt accepted')).toBe(5);
  });

  it('is the same again for the same seed, call by call and fault by fault, and another for another', async () => {
    const stormy = (seed: number) => {
      const tally = newTally();
      return liveTogether(seed, 4, tally).then(() => tally);
    };
    const [first, again, other] = [await stormy(5), await stormy(5), await stormy(12)];
    expect(again).toEqual(first);
    expect(other.struck).not.toEqual(first.struck);
    const [one, same] = [await liveOneLife(3, faultless), await liveOneLife(3, faultless)];
    expect(same.calls).toEqual(one.calls);
  });
});

it('no fault of any call loses a form, or has a mail accepted twice', async () => {
  const { strokes, breaches, byFault, ends } = await exhaust(1, 'first of its name');
  expect(breaches).toEqual([]);
  expect(strokes).toBeGreaterThan(300);
  // Nothing but an answer that was lost, or a process that died while it waited for one, makes a doubt.
  const doubts = [...ends]
    .filter(([end]) => end.endsWith('unknown'))
    .reduce((sum, [, times]) => sum + times, 0);
  expect(doubts).toBeGreaterThan(0);
  expect(doubts).toBeLessThan(strokes / 10);
  expect([...byFault.values()].every((times) => times > 0)).toBe(true);
}, 120_000);

it.each(troubles.map((trouble, index) => [trouble, index] as const))(
  'forms among faults that come as they please, and %s',
  async (trouble, index) => {
    const tally = newTally();
    await liveTogether(7 * 11 + index, 8, tally);
    expect(tally.worlds.get(trouble)).toBe(1);
    expect(tally.breaches).toEqual([]);
    expect(tally.acknowledged).toBeGreaterThanOrEqual(8);
    expect(tally.ends.get('lead connected')).toBeGreaterThan(0);
    expect([...tally.struck.values()].reduce((sum, times) => sum + times, 0)).toBeGreaterThan(10);
  },
);

it('entries that ten deliveries each bring to 25 workers are accepted at most once', async () => {
  const tally = newStormTally();
  await sendInStorm({ seed: 2, entries: 100, redeliveries: 10, workers: 25 }, tally);
  expect(tally.breaches).toEqual([]);
  expect(tally.acceptedTwice).toBe(0);
  expect(tally.deliveries).toBeGreaterThanOrEqual(1_000);
  expect(tally.ends.get('sent')).toBeGreaterThan(60);
  expect(tally.doubtedAccepted).toBeGreaterThan(0);
});

it('a storm of the same seed strikes the same calls', async () => {
  const run = async () => {
    const tally = newStormTally();
    await sendInStorm({ seed: 9, entries: 12, redeliveries: 4, workers: 25 }, tally);
    return tally;
  };
  expect(await run()).toEqual(await run());
});

it('with every other call struck, what is acknowledged is still not lost', async () => {
  const plan = (seed: number) => {
    let stormy: ReturnType<typeof atRandom> | undefined;
    return (call: Parameters<ReturnType<typeof atRandom>>[0]) => {
      stormy ??= atRandom(new Random(seed), { share: 0.5, calmAtMs: call.nowMs + 2 * 3_600_000 });
      return stormy(call);
    };
  };
  for (let seed = 1; seed <= 20; seed += 1)
    expect((await liveOneLife(seed, plan(seed))).breaches).toEqual([]);
});
