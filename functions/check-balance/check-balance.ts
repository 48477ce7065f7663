import { plusSeconds } from '../../shared/domain/clocks.ts';
import { daysBetween, hourOf } from '../../shared/domain/counter.ts';
import type { Instant } from '../../shared/domain/ids.ts';
import { type Interest, interestDueAt } from '../../shared/domain/interest.ts';
import { outboxIdOf } from '../../shared/domain/outbox.ts';
import type { Clock, DueKind, Store } from '../../shared/domain/ports.ts';

export interface BalanceDeps {
  readonly store: Store;
  readonly clock: Clock;
}

/**
 * What became of the forms that were acknowledged in the full hours of the last three days, and what of everything is
 * late. All is well when `missing`, `unreadable` and `overdue` are 0: then every form is final, in progress, or somebody
 * was told of it.
 */
export interface Balance {
  /** Forms that were counted in the transaction that stored them. */
  readonly accepted: number;
  readonly final: number;
  readonly inProgress: number;
  /** Not confirmed yet, because its confirmation mail failed or is doubtful: the alarm for that has been raised. */
  readonly alarmed: number;
  /** Counted and not found, or found and not counted. */
  readonly missing: number;
  readonly unreadable: number;
  /** Interests, leads and outbox entries that should have been moved on a while ago. */
  readonly overdue: number;
}

const lookedBackSeconds = 3 * 86_400;
/** An index shows what was written after moments, rarely minutes; an hour that ended so long ago is complete. */
const settledSeconds = 600;
/** The sweep comes each minute: what is so long overdue is overlooked, or fails. */
const overdueSeconds = 900;

/** Compares what came in with what is there. It reads only; `npm run faults` shows that it notices what is lost. */
export async function checkBalance(deps: BalanceDeps): Promise<Balance> {
  const now = deps.clock.now();
  const since = hourOf(plusSeconds(now, -lookedBackSeconds));
  const until = hourOf(plusSeconds(now, -settledSeconds));
  const isJudged = (hour: string) => hour >= since && hour < until;
  const totals = { accepted: 0, final: 0, inProgress: 0, alarmed: 0, missing: 0, unreadable: 0 };
  for (const day of daysBetween(plusSeconds(now, -lookedBackSeconds), now)) {
    const counted = new Map((await deps.store.counted('forms', day)).map(({ hour, count }) => [hour, count]));
    const found = new Map<string, number>();
    const { items, broken } = await deps.store.acceptedOn(day);
    totals.unreadable += broken.length;
    for (const interest of items) {
      const hour = hourOf(interest.createdAt);
      found.set(hour, (found.get(hour) ?? 0) + 1);
      if (isJudged(hour)) totals[await standingOf(deps, interest)] += 1;
    }
    for (const hour of new Set([...counted.keys(), ...found.keys()])) {
      if (!isJudged(hour)) continue;
      const [came, lies] = [counted.get(hour) ?? 0, found.get(hour) ?? 0];
      totals.accepted += came;
      // What cannot be read has no hour; it was told of already.
      totals.missing += Math.max(0, Math.abs(came - lies) - broken.length);
    }
  }
  return { ...totals, overdue: await overdueCount(deps, now) };
}

async function standingOf(
  { store }: BalanceDeps,
  interest: Interest,
): Promise<'final' | 'inProgress' | 'alarmed'> {
  if (interestDueAt(interest) === undefined) return 'final';
  if (interest.status !== 'submitted') return 'inProgress';
  const confirmation = await store.outboxEntry(outboxIdOf(interest.id, 'submitter', 'confirmation'));
  return confirmation?.status === 'failed' || confirmation?.status === 'unknown' ? 'alarmed' : 'inProgress';
}

async function overdueCount({ store }: BalanceDeps, now: Instant): Promise<number> {
  const until = plusSeconds(now, -overdueSeconds);
  const kinds: readonly DueKind[] = ['INTEREST', 'LEAD', 'OUTBOX'];
  let count = 0;
  for (const kind of kinds) for await (const _record of store.due(kind, until)) count += 1;
  return count;
}
