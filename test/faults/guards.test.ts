import { expect, it } from 'vitest';
import { itemOf } from '../../shared/contracts/items.ts';
import type { Change, CommitResult } from '../../shared/domain/ports.ts';
import { member } from '../builders/directory.ts';
import { interestForm, interestIn } from '../builders/interest.ts';
import { leadIn } from '../builders/lead.ts';
import { breachesAtRest } from './simulation/at-rest.ts';
import { endsOf } from './simulation/life.ts';
import { drain, standBy } from './simulation/operator.ts';
import { People, willing } from './simulation/people.ts';
import type { SimulatedPorts } from './simulation/ports.ts';
import { SimulatedPuente, type Tamper } from './simulation/puente.ts';
import { newStormTally, sendInStorm } from './simulation/storm.ts';

/**
 * Each guard of the protocol is taken away, and the oracle says what comes of it: so it can see, and the guard is needed.
 */

const untouched: Tamper = (ports) => ports;

/** Ports whose commits go through `commit` first. */
function committing(
  ports: SimulatedPorts,
  commit: (changes: readonly Change[]) => Promise<CommitResult>,
): SimulatedPorts {
  return { ...ports, store: { ...ports.store, commit } };
}

/** A store that no longer looks at one requirement. */
function without(requirement: Extract<Change, { require: string }>['require']): Tamper {
  return (ports) =>
    committing(ports, async (changes) =>
      ports.store.commit(
        changes.filter((change) => !('require' in change) || change.require !== requirement),
      ),
    );
}

async function live(tamper: Tamper, prepare: (puente: SimulatedPuente) => void = () => undefined) {
  const puente = new SimulatedPuente({ seed: 4, tamper });
  const people = new People(puente, willing);
  standBy(puente);
  prepare(puente);
  people.submit(interestForm(), 0);
  await drain(puente);
  return { breaches: breachesAtRest(puente, people).join('\n'), ends: endsOf(puente) };
}

async function storm(tamper: Tamper) {
  const tally = newStormTally();
  await sendInStorm({ seed: 3, entries: 20, redeliveries: 10, workers: 25, tamper }, tally);
  return { ...tally, breaches: tally.breaches.join('\n') };
}

it('a client that tries again after a lost answer', async () => {
  expect((await storm(untouched)).acceptedTwice).toBe(0);
  const { acceptedTwice, breaches } = await storm((ports) => ({
    ...ports,
    provider: {
      async send(mail, limitMs) {
        const first = await ports.provider.send(mail, limitMs);
        return first.outcome === 'doubtful' ? ports.provider.send(mail, limitMs) : first;
      },
    },
  }));
  expect(acceptedTwice).toBeGreaterThan(0);
  expect(breaches).toContain('accepted twice');
});

it('a lost answer that is taken for a refusal', async () => {
  const { acceptedTwice } = await storm((ports) => ({
    ...ports,
    provider: {
      async send(mail, limitMs) {
        const answer = await ports.provider.send(mail, limitMs);
        return answer.outcome === 'doubtful' ? { outcome: 'notNow', because: 'unreachable' } : answer;
      },
    },
  }));
  expect(acceptedTwice).toBeGreaterThan(0);
});

it('a claim that is not conditional', async () => {
  const { acceptedTwice, breaches } = await storm((ports) =>
    committing(ports, async (changes) => {
      const result = await ports.store.commit(changes);
      const [first] = changes;
      const isClaim = first !== undefined && 'advance' in first && first.event === 'claim';
      return isClaim ? { ok: true } : result;
    }),
  );
  expect(acceptedTwice).toBeGreaterThan(0);
  expect(breaches).toContain('accepted without a claim');
});

it('a claim that does not ask whether the address is suppressed', async () => {
  const suppress = (puente: SimulatedPuente) =>
    void puente.invoke('unsubscribe', async ({ addresses, store, clock }) => {
      const addressHash = await addresses.hash(member().contact.email.canonical());
      const record = { addressHash, because: 'unsubscribed', at: clock.now() } as const;
      await store.commit([{ mark: 'SUPPRESSION', record }]);
    });
  const guarded = await live(untouched, suppress);
  expect(guarded.breaches).toBe('');
  expect(guarded.ends).toContain('member introduction failed');
  expect((await live(without('notSuppressed'), suppress)).breaches).toContain('for a suppressed address');
});

it('a claim that does not ask for consent', async () => {
  const withdraw = (puente: SimulatedPuente) =>
    void puente.onWritten.push(({ before, after }) => {
      if (before?.['status'] !== 'proposed' || after['status'] !== 'approved') return;
      const { consent: _consent, ...record } = member();
      void puente.table.commit([{ mark: 'MEMBER', record }]);
    });
  const guarded = await live(untouched, withdraw);
  expect(guarded.breaches).toBe('');
  expect(guarded.ends).toContain('lead undeliverable');
  expect((await live(without('memberConsents'), withdraw)).breaches).toContain('without consent');
});

it('a claim that does not ask whether sending is paused', async () => {
  const pause = (puente: SimulatedPuente) =>
    void puente.table.commit([
      { mark: 'BREAKER', record: { state: 'open', because: 'bounces', at: '2026-11-23T14:00:00.000Z' } },
    ]);
  expect((await live(untouched, pause)).breaches).toBe('');
  expect((await live(without('breakerClosed'), pause)).breaches).toContain('while sending is paused');
});

it('an undo window that is shorter than was promised', async () => {
  const hasty: Tamper = (ports, name) =>
    name === 'answer-introduction' ? { ...ports, clocks: { ...ports.clocks, undo: 60 } } : ports;
  expect((await live(hasty)).breaches).toContain('disclosed before the undo window was over');
});

it('a store that lets a record move as no machine allows', () => {
  const puente = new SimulatedPuente({ seed: 1 });
  const interest = interestIn('matched');
  const before = itemOf('LEAD', leadIn('withdrawn', {}, { interest }));
  const record = leadIn('accepted', { revision: 2 }, { interest });
  const move = (from: typeof before) =>
    puente.oracle.committed(
      [{ advance: 'LEAD', event: 'accept', record }],
      [{ before: from, after: itemOf('LEAD', record) }],
    );
  move(itemOf('LEAD', leadIn('introduced', {}, { interest })));
  expect(puente.oracle.violations).toEqual([]);
  move(before);
  expect(puente.oracle.violations.join()).toContain('accept from withdrawn to accepted');
});

it('a sweep that does not run while the stream loses everything', async () => {
  const lossy = (puente: SimulatedPuente) => {
    puente.stream.weather = { lost: 1, duplicated: 0 };
  };
  expect((await live(untouched, lossy)).breaches).toBe('');
  const { breaches } = await live(untouched, (puente) => {
    lossy(puente);
    puente.sweeps = false;
  });
  expect(breaches).toContain('still submitted');
  expect(breaches).toContain('still queued');
});

it('an answer that overrules another one', () => {
  const { oracle } = new SimulatedPuente({ seed: 1 });
  oracle.told('a lead', 'accept');
  oracle.told('a lead', 'accept');
  expect(oracle.violations).toEqual([]);
  oracle.told('a lead', 'decline');
  expect(oracle.violations.join()).toContain('told both accept and decline');
});

it('a form that is acknowledged before it is written', async () => {
  const { breaches } = await live((ports, name) =>
    name === 'submit-interest' ? committing(ports, async () => ({ ok: true })) : ports,
  );
  expect(breaches).toContain('acknowledged and lost');
});

it('a mail that is noted as sent, and was not', async () => {
  const { breaches } = await live((ports) => ({
    ...ports,
    provider: { send: async () => ({ outcome: 'accepted', messageId: 'made up' }) },
  }));
  expect(breaches).toContain('sent, and never accepted');
});
