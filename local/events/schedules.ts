import { randomUUID } from 'node:crypto';
import type { LocalFunctions } from '../functions/local-functions.ts';
import { ACCOUNT_ID, REGION } from '../template/names.ts';
import type { SchedulePlan } from '../template/plan.ts';
import { pause } from './pause.ts';

interface ScheduleOptions {
  readonly plan: SchedulePlan;
  /** Longest time between two runs on this machine, in seconds: EventBridge's shortest rate is a minute. */
  readonly maximumIntervalSeconds: number;
  readonly functions: LocalFunctions;
  readonly onFault: (functionName: string, error: unknown) => void;
  readonly signal: AbortSignal;
}

/** Calls a function at its rate until the signal is aborted; a run begins only after the one before has ended. */
export async function runSchedule(options: ScheduleOptions): Promise<void> {
  const { plan, signal } = options;
  const intervalMs = Math.min(plan.rateSeconds, options.maximumIntervalSeconds) * 1000;
  let nextMs = performance.now() + intervalMs;
  for (;;) {
    await pause(nextMs - performance.now(), signal);
    if (signal.aborted) return;
    nextMs = performance.now() + intervalMs;
    try {
      await options.functions.invoke(plan.functionName, plan.input ?? scheduledEvent(plan));
    } catch (error) {
      options.onFault(plan.functionName, error);
    }
  }
}

/** EventBridge's own event for a scheduled rule. */
const scheduledEvent = (plan: SchedulePlan): Record<string, unknown> => ({
  version: '0',
  id: randomUUID(),
  'detail-type': 'Scheduled Event',
  source: 'aws.events',
  account: ACCOUNT_ID,
  time: new Date().toISOString(),
  region: REGION,
  resources: [plan.ruleArn],
  detail: {},
});
