import { expect, it } from 'vitest';
import { type Counter, hourly } from '../../../shared/domain/counter.ts';
import { newAddressHash, newAttemptId } from '../../builders/ids.ts';
import { interestIn } from '../../builders/interest.ts';
import { leadIn } from '../../builders/lead.ts';
import { breaker } from '../../builders/marks.ts';
import { creation } from './store-probes.ts';
import { freshSubject, type OpenSubject } from './store-subject.ts';

const at = '2026-11-25T09:30:00.000Z';

export function describeCounters(open: OpenSubject): void {
  const subject = freshSubject(open);

  it('counts what many count at once, none of it lost', async () => {
    const tallies = Array.from({ length: 25 }, () => hourly('accepted', at, newAttemptId()));
    const results = await Promise.all(tallies.map((tally) => subject.store.commit([{ tally }])));
    expect(results).toEqual(tallies.map(() => ({ ok: true })));
    expect(await subject.store.counted('accepted', '2026-11-25')).toEqual([
      { hour: '2026-11-25T09', count: 25 },
    ]);
  });

  it('keeps hours, days and what is counted apart, hours in order', async () => {
    const moments = ['2026-11-25T23:59:59.999Z', '2026-11-25T00:00:00.000Z', '2026-11-26T00:00:00.000Z'];
    for (const moment of moments) await subject.store.commit([{ tally: hourly('bounced', moment, 'one') }]);
    expect(await subject.store.counted('bounced', '2026-11-25')).toEqual([
      { hour: '2026-11-25T00', count: 1 },
      { hour: '2026-11-25T23', count: 1 },
    ]);
    expect(await subject.store.counted('complained', '2026-11-25')).toEqual([]);
  });

  it('refuses to count further than it may, and the whole commit with it', async () => {
    const tally: Counter = { of: 'mailsTo', addressHash: newAddressHash(), day: '2026-11-25' };
    const results = [];
    for (let index = 0; index < 4; index += 1)
      results.push(await subject.store.commit([creation(), { tally, atMost: 3 }]));
    expect(results.slice(0, 3)).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
    expect(results[3]).toEqual({ ok: false, refused: [1] });
    const tomorrow = { ...tally, day: '2026-11-26' };
    expect(await subject.store.commit([{ tally: tomorrow, atMost: 3 }])).toEqual({ ok: true });
  });

  it('lets exactly so many pass as it may, however many come at once', async () => {
    const tally: Counter = { of: 'mailsTo', addressHash: newAddressHash(), day: '2026-11-25' };
    const results = await Promise.all(
      Array.from({ length: 12 }, () => subject.store.commit([{ tally, atMost: 3 }])),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(3);
  });

  it('gives a pair to one lead, again to the same lead, and to another after its time', async () => {
    const [from, to] = [newAddressHash(), newAddressHash()];
    const [first, second] = [leadIn('approved').id, leadIn('approved').id];
    const freeBefore = '2026-08-27T09:30:00.000Z';
    const take = (leadId: typeof first, moment: string, before: string) =>
      subject.store.commit([
        creation(),
        { take: 'PAIR', record: { from, to, leadId, at: moment }, freeBefore: before },
      ]);
    expect(await take(first, at, freeBefore)).toEqual({ ok: true });
    expect(await take(first, at, freeBefore)).toEqual({ ok: true });
    expect(await take(second, at, freeBefore)).toEqual({ ok: false, refused: [1] });
    expect(await take(second, at, at)).toEqual({ ok: false, refused: [1] });
    const later = '2027-02-23T09:30:00.001Z';
    expect(await take(second, later, '2026-11-25T09:30:00.001Z')).toEqual({ ok: true });
    expect(await take(first, later, at)).toEqual({ ok: false, refused: [1] });
  });

  it('gives the interests of a day, and the breaker as it stands', async () => {
    const [today, yesterday] = [
      interestIn('matched', { createdAt: at }),
      interestIn('expired', { createdAt: '2026-11-24T23:59:59.999Z' }),
    ];
    await subject.put('INTEREST', today);
    await subject.put('INTEREST', yesterday);
    const found = await subject.store.acceptedOn('2026-11-25');
    expect(found.items.map(({ id }) => id)).toEqual([today.id]);
    expect(await subject.store.breaker()).toBeUndefined();
    await subject.store.commit([{ mark: 'BREAKER', record: breaker({ state: 'open' }) }]);
    expect(await subject.store.breaker()).toMatchObject({ state: 'open' });
  });
}
