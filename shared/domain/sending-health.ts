import { plusSeconds } from './clocks.ts';
import { daysBetween, type HourlyCounter, hourOf } from './counter.ts';
import type { Instant } from './ids.ts';
import type { Breaker, Clock, Store } from './ports.ts';

/** What became of recent mails. */
export interface MailCounts {
  readonly accepted: number;
  readonly bounced: number;
  readonly complained: number;
}

/** Fewer mails than this say nothing about a sender. */
const leastJudged = 200;
/** SES reviews an account at 5 % hard bounces and at 0.1 % complaints (SES guide, "Sender review process"). */
const bounceLimit = 0.03;
const complaintLimit = 0.001;
/** A week: a directory of firms sends little, and a shorter time would never reach `leastJudged`. */
const judgedSeconds = 7 * 86_400;

/** Why nothing more should be sent for now; undefined while all is well. */
export function reasonToPause({ accepted, bounced, complained }: MailCounts): Breaker['because'] | undefined {
  if (accepted < leastJudged) return undefined;
  if (complained / accepted >= complaintLimit) return 'complaints';
  return bounced / accepted >= bounceLimit ? 'bounces' : undefined;
}

/**
 * What became of the mails of the last seven days. After a person has closed the breaker only the hours that begin
 * later count: what was known then was weighed then.
 */
export async function recentMail(
  store: Pick<Store, 'counted' | 'breaker'>,
  now: Instant,
): Promise<MailCounts> {
  const breaker = await store.breaker();
  const weekAgo = plusSeconds(now, -judgedSeconds);
  const closedAt = breaker?.state === 'closed' && breaker.at > weekAgo ? breaker.at : undefined;
  const since = hourOf(closedAt ?? weekAgo);
  const days = daysBetween(closedAt ?? weekAgo, now);
  const total = async (of: HourlyCounter) => {
    const hours = (await Promise.all(days.map((day) => store.counted(of, day)))).flat();
    return hours.reduce((sum, { hour, count }) => sum + (hour > since ? count : 0), 0);
  };
  const [accepted, bounced, complained] = await Promise.all([
    total('accepted'),
    total('bounced'),
    total('complained'),
  ]);
  return { accepted, bounced, complained };
}

/** Opens the breaker when too many recent mails came back or were complained about; it is closed by a person only. */
export async function pauseIfUnhealthy(store: Store, clock: Clock): Promise<Breaker['because'] | undefined> {
  const now = clock.now();
  const because = reasonToPause(await recentMail(store, now));
  if (because === undefined || (await store.breaker())?.state === 'open') return undefined;
  await store.commit([{ mark: 'BREAKER', record: { state: 'open', because, at: now } }]);
  return because;
}
