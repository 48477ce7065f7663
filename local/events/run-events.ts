import type { DataDir } from '../data-dir.ts';
import type { Endpoints } from '../functions/environment.ts';
import type { LocalFunctions } from '../functions/local-functions.ts';
import type { EventSourcePlan, LocalPlan } from '../template/plan.ts';
import { type Checkpoints, openCheckpoints } from './checkpoints.ts';
import { pause } from './pause.ts';
import { runQueueSource } from './queue-source.ts';
import { runSchedule } from './schedules.ts';
import { runStreamSource } from './stream-source.ts';

interface EventOptions {
  readonly plan: LocalPlan;
  readonly functions: LocalFunctions;
  readonly dataDir: DataDir;
  readonly endpoints: Endpoints;
  /** Tables made in this run. */
  readonly newTables: readonly string[];
  /** Longest time between two runs of a schedule, in seconds. */
  readonly maximumIntervalSeconds: number;
  readonly onFault: (functionName: string, error: unknown) => void;
}

/** Everything that calls functions without being asked. */
export interface RunningEvents {
  /** Takes nothing more; resolves when what was taken is dealt with, at the latest after `graceMs`. */
  stop(graceMs: number): Promise<void>;
}

/** Starts every event source and every schedule of the plan. */
export function runEvents(options: EventOptions): RunningEvents {
  const { plan, functions, onFault } = options;
  const stopping = new AbortController();
  const checkpoints = openCheckpoints(options.dataDir);
  const common = { functions, onFault, signal: stopping.signal };
  const loops = [
    ...plan.eventSources.map((source) => runSource(source, options, checkpoints, stopping.signal)),
    ...plan.schedules.map((schedule) =>
      runSchedule({ ...common, plan: schedule, maximumIntervalSeconds: options.maximumIntervalSeconds }),
    ),
  ].map((loop) => loop.catch((error: unknown) => onFault('events', error)));
  return {
    stop: async (graceMs) => {
      stopping.abort();
      const ended = new AbortController();
      await Promise.race([Promise.all(loops), pause(graceMs, ended.signal)]);
      ended.abort();
    },
  };
}

function runSource(
  source: EventSourcePlan,
  options: EventOptions,
  checkpoints: Checkpoints,
  signal: AbortSignal,
): Promise<void> {
  const { plan, functions, onFault, endpoints } = options;
  const common = { functions, onFault, signal, sqsEndpoint: endpoints.sqs };
  if (source.kind === 'queue') return runQueueSource({ ...common, plan: source });
  return runStreamSource({
    ...common,
    plan: source,
    checkpoints,
    dynamoDbEndpoint: endpoints.dynamodb,
    functionArn: plan.functions.find(({ name }) => name === source.functionName)?.arn ?? source.functionName,
    tableIsNew: options.newTables.includes(source.tableName),
  });
}
