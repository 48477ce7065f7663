import * as z from 'zod';
import type { Instant } from './ids.ts';

const daySeconds = 86_400;

/** The longest any clock may run: 10 years, so that a slip of a few zeros is a fault and not a wait for ever. */
const longestSeconds = 3650 * daySeconds;
const seconds = z.coerce.number().int().min(1).max(longestSeconds);

/** Every clock of the lifecycle, in seconds. */
export const clocksSchema = z.object({
  /** For the submitter to press the button of the confirmation mail. */
  confirm: seconds.default(7 * daySeconds),
  /** For the coordinator to decide; runs on working days only. */
  decide: seconds.default(2 * daySeconds),
  /** After which a coordinator that has not decided is told so; runs on working days only. */
  decideWarn: seconds.default(daySeconds),
  /** For the recipient to answer an introduction. */
  answer: seconds.default(10 * daySeconds),
  /** After an introduction, before the first reminder. */
  reminderFirst: seconds.default(3 * daySeconds),
  /** After an introduction, before the second reminder. */
  reminderSecond: seconds.default(7 * daySeconds),
  /** After an acceptance, before contact data is disclosed. */
  undo: seconds.default(600),
  /** How long an interest stands after its confirmation; longer while a member can still answer. */
  interest: seconds.default(180 * daySeconds),
  /** Between two looks at whether anything of a matched interest is still open. */
  review: seconds.default(daySeconds),
  /** After which work that nobody took up is put on its queue again. */
  requeue: seconds.default(300),
  /** After which a send attempt without an outcome is called doubtful. */
  doubt: seconds.default(900),
  /** After an introduction, before the same company may be introduced to the same member again. */
  pairAgain: seconds.default(90 * daySeconds),
});

export type Clocks = z.infer<typeof clocksSchema>;
export type ClockName = keyof Clocks;

export const defaultClocks: Clocks = clocksSchema.parse({});

/** What an introduction promises its recipient. */
export const answerClocksSchema = clocksSchema.pick({
  answer: true,
  reminderFirst: true,
  reminderSecond: true,
});
export type AnswerClocks = z.infer<typeof answerClocksSchema>;

const ownSeconds = z.number().int().min(1).max(longestSeconds).optional();

/** The clocks that a cluster may set for itself; for the others, and those it leaves out, the deployment's hold. */
export const clusterClocksSchema = z.strictObject({
  decide: ownSeconds,
  decideWarn: ownSeconds,
  answer: ownSeconds,
  reminderFirst: ownSeconds,
  reminderSecond: ownSeconds,
});

/** The clocks that hold for a lead of a cluster; without a cluster, the deployment's. */
export function clocksOf(
  cluster: { readonly clocks?: z.infer<typeof clusterClocksSchema> | undefined } | undefined,
  clocks: Clocks,
): Clocks {
  const own = Object.entries(cluster?.clocks ?? {}).filter(([, value]) => value !== undefined);
  return { ...clocks, ...Object.fromEntries(own) };
}

/** The environment variable that shortens a clock for a trial. */
export function clockVariable(name: ClockName): string {
  return `PUENTE_${name.replace(/[A-Z]/g, '_$&').toUpperCase()}_SECONDS`;
}

/**
 * Clocks from an environment: `PUENTE_UNDO_SECONDS=5` and so on, defaults for the rest.
 * Throws one error that names every variable that is not a whole number of seconds from 1 to ten years.
 */
export function parseClocks(environment: Readonly<Record<string, string | undefined>>): Clocks {
  const names = Object.keys(clocksSchema.shape) as ClockName[];
  const given = Object.fromEntries(names.map((name) => [name, environment[clockVariable(name)]]));
  const parsed = clocksSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(
    (issue) =>
      `${clockVariable(issue.path[0] as ClockName)} must be a whole number of seconds, 1 to ${longestSeconds}`,
  );
  throw new Error([...new Set(faults)].join('\n'));
}

/** The last of some instants. */
export function latestOf(first: Instant, ...others: readonly Instant[]): Instant {
  return new Date(Math.max(...[first, ...others].map((instant) => Date.parse(instant)))).toISOString();
}

/** `instant` moved by `durationSeconds`. */
export function plusSeconds(instant: Instant, durationSeconds: number): Instant {
  return new Date(Date.parse(instant) + durationSeconds * 1000).toISOString();
}

/** Clocks as the deployment hands them to a function: one JSON text. */
export function readClocks(json: string): Clocks {
  return clocksSchema.parse(JSON.parse(json));
}
