import type { Clocks } from '../../shared/domain/clocks.ts';
import type { Clock, DueKind, DueRecords, Store, WorkQueues } from '../../shared/domain/ports.ts';
import { sweepEntry } from './sweep-entry.ts';
import { sweepInterest } from './sweep-interest.ts';
import { sweepLead } from './sweep-lead.ts';

export interface SweepDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly clocks: Clocks;
  readonly queues: WorkQueues;
  /** Told of a record that could not be moved on; the others of the round go on. */
  readonly onFault: (kind: DueKind, id: string, error: unknown) => void;
}

/** How often each thing was done in a round. */
export type SweepReport = Readonly<Record<string, number>>;

/** Records looked at in one round, of each kind. What is left is found by the next round, a minute later. */
const perRound = 200;

/**
 * Does what is due: connects when an undo window is over, expires what was not answered or confirmed, asks again for
 * work that nobody took up, and calls send attempts without an outcome doubtful. Each step is conditional, so that two
 * rounds at once do nothing twice.
 */
export async function sweep(deps: SweepDeps): Promise<SweepReport> {
  const done: string[] = [];
  await sweepKind(deps, 'OUTBOX', sweepEntry, done);
  await sweepKind(deps, 'LEAD', sweepLead, done);
  await sweepKind(deps, 'INTEREST', sweepInterest, done);
  const report: Record<string, number> = {};
  for (const step of done) report[step] = (report[step] ?? 0) + 1;
  return report;
}

async function sweepKind<K extends DueKind>(
  deps: SweepDeps,
  kind: K,
  step: (deps: SweepDeps, record: DueRecords[K]) => Promise<string>,
  done: string[],
): Promise<void> {
  const records = await deps.store.due(kind, deps.clock.now(), perRound);
  for (const record of records) {
    try {
      done.push(await step(deps, record));
    } catch (error) {
      done.push('fault');
      deps.onFault(kind, record.id, error);
    }
  }
}
