import type { Instant } from './ids.ts';
import type { Country } from './region.ts';

/** When people of a place work: not on Saturdays, Sundays and holidays, as days are reckoned there. */
export interface WorkCalendar {
  /** IANA name, by which a day begins and ends. */
  readonly timeZone: string;
  /** Days off beside the weekend, each `YYYY-MM-DD`. */
  readonly holidays: ReadonlySet<string>;
}

/** The calendar of each side. */
export type WorkCalendars = Readonly<Record<Country, WorkCalendar>>;

/** A day of a calendar, `YYYY-MM-DD`. */
export type LocalDay = string;

const dayMs = 86_400_000;

/**
 * `instant` moved by `durationSeconds` that pass on working days of `calendar` only, midnight to midnight there; so two
 * days from Thursday noon end on Monday noon. The end never lies on a day off: what would end with a day, ends at the
 * beginning of the next working one. RangeError for what is no time.
 */
export function plusWorkingSeconds(
  instant: Instant,
  durationSeconds: number,
  calendar: WorkCalendar,
): Instant {
  let atMs = Date.parse(instant);
  let leftMs = durationSeconds * 1000;
  if (!Number.isFinite(atMs + leftMs))
    throw new RangeError('no working time without an instant and a duration');
  while (true) {
    const day = dayAt(atMs, calendar.timeZone);
    const nextMs = startOfDay(dayAfter(day), calendar.timeZone);
    if (isWorkingDay(day, calendar)) {
      if (leftMs < nextMs - atMs) return new Date(atMs + leftMs).toISOString();
      leftMs -= nextMs - atMs;
    }
    atMs = nextMs;
  }
}

/** The day that `instant` lies on, in the calendar's time zone. */
export function localDay(instant: Instant, { timeZone }: WorkCalendar): LocalDay {
  return dayAt(Date.parse(instant), timeZone);
}

/** The first moment of the day after `instant`'s, there. */
export function endOfDay(instant: Instant, calendar: WorkCalendar): Instant {
  const next = dayAfter(localDay(instant, calendar));
  return new Date(startOfDay(next, calendar.timeZone)).toISOString();
}

export function isWorkingDay(day: LocalDay, { holidays }: WorkCalendar): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Date and time of a zone by their parts; formatters are kept, because making one takes longer than all the rest. */
function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(timeZone, made);
  return made;
}

/** What the clock on the wall shows, as if it were UTC; in milliseconds, to the second. */
function wallMs(atMs: number, timeZone: string): number {
  const parts = new Map(
    formatIn(timeZone)
      .formatToParts(atMs)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

function dayAt(atMs: number, timeZone: string): LocalDay {
  return new Date(wallMs(atMs, timeZone)).toISOString().slice(0, 10);
}

function dayAfter(day: LocalDay): LocalDay {
  return new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString().slice(0, 10);
}

/**
 * When a day begins: its first moment by the offset from UTC of the day before or of the day after, of which one holds,
 * also where the clocks change at midnight.
 */
function startOfDay(day: LocalDay, timeZone: string): number {
  const midnightMs = Date.parse(`${day}T00:00:00Z`);
  const byOffset = [midnightMs - dayMs, midnightMs + dayMs]
    .map((atMs) => midnightMs - (wallMs(atMs, timeZone) - atMs))
    .sort((a, b) => a - b);
  const [first = midnightMs, second = first] = byOffset;
  return dayAt(first, timeZone) === day ? first : second;
}
