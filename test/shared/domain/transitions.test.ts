import { describe, expect, it } from 'vitest';
import { interestSchema } from '../../../shared/domain/interest.ts';
import { leadSchema, leadStatuses } from '../../../shared/domain/lead.ts';
import { outboxEntrySchema } from '../../../shared/domain/outbox.ts';
import { allows, type MachineKind, machines, transitionOf } from '../../../shared/domain/transitions.ts';

interface Row {
  readonly event: string;
  readonly from: readonly string[];
  readonly to: string;
  readonly by: string;
}

/** The statuses of a union, read from its schema and not from the table. */
function statusesIn(union: { options: readonly { shape: { status: { value: string } } }[] }): string[] {
  return union.options.map((option) => option.shape.status.value);
}

const cases: readonly {
  kind: MachineKind;
  rows: readonly Row[];
  statuses: readonly string[];
  first: string;
  final: readonly string[];
}[] = [
  {
    kind: 'INTEREST',
    rows: machines.INTEREST,
    statuses: statusesIn(interestSchema),
    first: 'submitted',
    final: ['closed', 'expired', 'withdrawn', 'erased'],
  },
  {
    kind: 'LEAD',
    rows: machines.LEAD,
    statuses: statusesIn(leadSchema),
    first: 'proposed',
    final: ['rejected', 'connected', 'declined', 'expired', 'withdrawn', 'erased'],
  },
  {
    kind: 'OUTBOX',
    rows: machines.OUTBOX,
    statuses: statusesIn(outboxEntrySchema),
    first: 'queued',
    final: ['sent'],
  },
];

function reachableFrom(first: string, rows: readonly Row[]): Set<string> {
  const reached = new Set([first]);
  // A set that grows while it is walked is walked to its end.
  for (const status of reached) {
    for (const row of rows) if (row.from.includes(status)) reached.add(row.to);
  }
  return reached;
}

describe.each(cases)('the machine of $kind', ({ kind, rows, statuses, first, final }) => {
  it('holds every status of its record and no other', () => {
    expect(new Set(rows.flatMap(({ from, to }) => [...from, to]))).toEqual(new Set(statuses));
    expect(statuses).toEqual([...new Set(statuses)]);
  });

  it(`reaches every status from ${first}`, () => {
    expect(reachableFrom(first, rows)).toEqual(new Set(statuses));
  });

  it('has one row for each event, and names no status twice in it', () => {
    const events = rows.map(({ event }) => event);
    expect(events).toEqual([...new Set(events)]);
    for (const { from } of rows) expect(from).toEqual([...new Set(from)]);
  });

  it('lets nothing but an erasure happen to a final status', () => {
    const without = rows.filter(({ event, from, to }) => event !== 'erase' && !from.includes(to));
    const deadEnds = statuses.filter((status) => !without.some(({ from }) => from.includes(status)));
    expect(new Set(deadEnds)).toEqual(new Set(final));
    const out = rows.filter(({ from, to }) => from.some((status) => status !== to && final.includes(status)));
    expect(out.every(({ event }) => event === 'erase')).toBe(true);
  });

  it('allows exactly what its rows say, over the whole product', () => {
    const allowed = rows.flatMap(({ event }) =>
      statuses.filter((status) => allows(kind, event, status)).map((status) => `${event} ${status}`),
    );
    const written = rows.flatMap(({ event, from }) => from.map((status) => `${event} ${status}`));
    expect(allowed.sort()).toEqual(written.sort());
    expect(rows.some(({ event }) => allows(kind, event, 'no such status'))).toBe(false);
  });

  it('throws for an event that it does not have', () => {
    expect(() => transitionOf(kind, 'no such event')).toThrow(kind);
    expect(() => allows(kind, 'constructor', first)).toThrow('constructor');
    for (const row of rows) expect(transitionOf(kind, row.event)).toBe(row);
  });
});

describe('what the lifecycle rests on', () => {
  it('erases from every status, once, what holds personal data of an interest', () => {
    for (const kind of ['INTEREST', 'LEAD'] as const) {
      const { from, to } = transitionOf(kind, 'erase');
      const statuses = cases.find((entry) => entry.kind === kind)?.statuses ?? [];
      expect(new Set([...from, to])).toEqual(new Set(statuses));
      expect(from).not.toContain('erased');
    }
  });

  it('never sends what was doubtful, sent or given up, unless a person says so', () => {
    const eventsOf = (status: string) =>
      machines.OUTBOX.filter(({ event }) => allows('OUTBOX', event, status)).map(
        ({ event, by }) => `${event} by ${by}`,
      );
    // What was sent can only be known better.
    expect(eventsOf('sent')).toEqual(['report by provider']);
    expect(eventsOf('failed')).toEqual(['resend by operator']);
    // By itself a doubt can only turn out to have been sent.
    expect(eventsOf('unknown')).toEqual(['send by sender', 'attest by operator', 'resend by operator']);
    expect(transitionOf('OUTBOX', 'resend').to).toBe('queued');
    expect(transitionOf('OUTBOX', 'send').to).toBe('sent');
    expect(machines.OUTBOX.filter(({ to }) => to === 'sending').map(({ event }) => event)).toEqual(['claim']);
    expect(allows('OUTBOX', 'claim', 'sending')).toBe(false);
  });

  it('discloses contact data only after an acceptance, and introduces only what was approved', () => {
    expect(transitionOf('LEAD', 'connect').from).toEqual(['accepted']);
    expect(transitionOf('LEAD', 'introduce').from).toEqual(['approved']);
    expect(transitionOf('LEAD', 'approve')).toMatchObject({ from: ['proposed'], by: 'coordinator' });
    expect(transitionOf('LEAD', 'accept')).toMatchObject({ from: ['introduced'], by: 'recipient' });
  });

  it('lists the states of a lead in the order of its life, each once', () => {
    expect(new Set(leadStatuses)).toEqual(new Set(statusesIn(leadSchema)));
    expect(leadStatuses).toHaveLength(leadSchema.options.length);
  });
});
