import { expect, it } from 'vitest';
import { later, newAddressHash, newAttemptId } from '../../builders/ids.ts';
import { outboxEntryIn } from '../../builders/outbox.ts';
import { creation } from './store-probes.ts';
import { freshSubject, type OpenSubject } from './store-subject.ts';

const racers = 25;
/** Fewer, because their tries grow with the square of their number. */
const rewriters = 8;

export function describeRaces(open: OpenSubject): void {
  const subject = freshSubject(open);

  it('one of 25 creates', async () => {
    const record = outboxEntryIn('queued');
    const results = await Promise.all(
      Array.from({ length: racers }, () => subject.store.commit([{ create: 'OUTBOX', record }, creation()])),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter(({ ok }) => !ok)).toEqual(Array(racers - 1).fill({ ok: false, refused: [0] }));
  });

  it('one of 25 claims, and the entry is left as that one wrote it', async () => {
    const entry = outboxEntryIn('queued');
    const addressHash = newAddressHash();
    await subject.put('OUTBOX', entry);
    const claims = Array.from({ length: racers }, () =>
      outboxEntryIn('sending', { id: entry.id, revision: entry.revision + 1, attemptId: newAttemptId() }),
    );
    const results = await Promise.all(
      claims.map((record) =>
        subject.store.commit([
          { advance: 'OUTBOX', event: 'claim', record },
          { require: 'notSuppressed', addressHash },
          { require: 'breakerClosed' },
        ]),
      ),
    );
    const winners = claims.filter((_, index) => results[index]?.ok);
    expect(winners).toHaveLength(1);
    expect(results.filter(({ ok }) => !ok)).toEqual(Array(racers - 1).fill({ ok: false, refused: [0] }));
    expect(await subject.store.outboxEntry(entry.id)).toMatchObject({
      attemptId: winners[0]?.attemptId,
      revision: 2,
    });
  });

  it('each revision follows the one before when 8 try again until they succeed', async () => {
    const entry = outboxEntryIn('queued');
    await subject.put('OUTBOX', entry);
    let tries = 0;
    const requeue = async (seconds: number): Promise<void> => {
      for (;;) {
        const stored = await subject.store.outboxEntry(entry.id);
        const revision = (stored?.revision ?? 0) + 1;
        const record = outboxEntryIn('queued', { id: entry.id, revision, dueAt: later(seconds) });
        tries += 1;
        if ((await subject.store.commit([{ advance: 'OUTBOX', event: 'requeue', record }])).ok) return;
      }
    };
    await Promise.all(Array.from({ length: rewriters }, (_, index) => requeue(index)));
    expect(await subject.store.outboxEntry(entry.id)).toMatchObject({ revision: 1 + rewriters });
    expect(tries).toBeGreaterThan(rewriters);
  });
}
