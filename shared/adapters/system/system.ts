import { setTimeout } from 'node:timers/promises';
import { v7 } from 'uuid';
import { attemptIdSchema, interestIdSchema } from '../../domain/ids.ts';
import type { Clock, Ids } from '../../domain/ports.ts';

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date().toISOString() };

/** UUID version 7 (RFC 9562): 74 random bits after the time. */
export const systemIds: Ids = {
  interestId: () => interestIdSchema.parse(v7()),
  attemptId: () => attemptIdSchema.parse(v7()),
};

/** Waits so many milliseconds. */
export async function pause(durationMs: number): Promise<void> {
  await setTimeout(durationMs);
}
