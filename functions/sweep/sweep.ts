import type { Clocks } from '../../shared/domain/clocks.ts';
import type { Instant } from '../../shared/domain/ids.ts';
import type { OutboxEntry } from '../../shared/domain/outbox.ts';
import {
  type AddressHasher,
  BrokenItem,
  type Clock,
  type DueKind,
  type DueRecords,
  type Store,
  type WorkQueues,
} from '../../shared/domain/ports.ts';
import type { WorkCalendars } from '../../shared/domain/work-calendar.ts';
import { sweepEntry } from './sweep-entry.ts';
import { sweepInterest } from './sweep-interest.ts';
import { sweepLead } from './sweep-lead.ts';

export interface SweepDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly clocks: Clocks;
  readonly calendars: WorkCalendars;
  readonly addresses: AddressHasher;
  readonly queues: Pick<WorkQueues, 'mail' | 'match'>;
}

/** The invocation that a round runs in. */
export interface SweepRound {
  /** Milliseconds left to it. */
  readonly remainingMs: () => number;
  /** Told of each record that was looked at, and what was done with it. */
  readonly onStep: (kind: DueKind, id: string, step: string) => void;
  /** Told of each mail that is looked at: for how many seconds it has been late, 0 for one that is not. */
  readonly onMail: (lateSeconds: number) => void;
  /** Told of a record that could not be moved on, or read; `id` is absent when not even that is known. */
  readonly onFault: (kind: DueKind, error: unknown, id?: string) => void;
}

/** How often each thing was done in a round. */
export type SweepReport = Readonly<Record<string, number>>;

/** With less time left no further record is begun; the next round, a minute later, finds it. */
const stepMs = 10_000;

/**
 * Does what is due: connects when an undo window is over, reminds of and expires what was not answered or confirmed, tells
 * coordinators what waits, asks again for work that nobody took up, and calls send attempts without an outcome doubtful. Each step is conditional, so that two
 * rounds at once do nothing twice. The three kinds go on side by side, and past every record that fails, so that
 * nothing can stand in the way of the rest.
 */
export async function sweep(deps: SweepDeps, round: SweepRound): Promise<SweepReport> {
  const report: Record<string, number> = {};
  const count = (step: string) => {
    report[step] = (report[step] ?? 0) + 1;
  };
  const sweepMail = (given: SweepDeps, entry: OutboxEntry) => {
    round.onMail(lateBySeconds(entry, deps.clock.now()));
    return sweepEntry(given, entry);
  };
  await Promise.all([
    sweepKind(deps, round, 'OUTBOX', sweepMail, count),
    sweepKind(deps, round, 'LEAD', sweepLead, count),
    sweepKind(deps, round, 'INTEREST', sweepInterest, count),
  ]);
  return report;
}

/** Mail that waits for tomorrow, or for a person who closes the breaker, is where it should be. */
function lateBySeconds(entry: OutboxEntry, now: Instant): number {
  const isHeld = entry.status === 'waiting' && (entry.because === 'capped' || entry.because === 'paused');
  const isOpen = entry.status === 'queued' || entry.status === 'waiting';
  return isOpen && !isHeld ? (Date.parse(now) - Date.parse(entry.createdAt)) / 1000 : 0;
}

async function sweepKind<K extends DueKind>(
  deps: SweepDeps,
  round: SweepRound,
  kind: K,
  move: (deps: SweepDeps, record: DueRecords[K]) => Promise<string>,
  count: (step: string) => void,
): Promise<void> {
  const fault = (error: unknown, id?: string) => {
    count('fault');
    round.onFault(kind, error, id);
  };
  try {
    for await (const found of deps.store.due(kind, deps.clock.now())) {
      if (found instanceof BrokenItem) {
        fault(found);
        continue;
      }
      if (round.remainingMs() < stepMs) return count('leftForNextRound');
      try {
        const step = await move(deps, found);
        count(step);
        round.onStep(kind, found.id, step);
      } catch (error) {
        fault(error, found.id);
      }
    }
  } catch (error) {
    fault(error);
  }
}
