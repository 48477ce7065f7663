import type { FunctionPlan, SchedulePlan } from './plan.ts';
import type { Properties } from './properties.ts';
import { functionNameOf } from './read-functions.ts';
import type { ResourcesOf } from './read-plan.ts';

const SECONDS_PER: Readonly<Record<string, number>> = { minute: 60, hour: 3600, day: 86_400 };

/** Reads EventBridge rules and schedules that are switched on; only `rate(…)` is known. */
export function readSchedules(of: ResourcesOf, functions: readonly FunctionPlan[]): SchedulePlan[] {
  const enabled = (properties: Properties) => (properties.text('State') ?? 'ENABLED') !== 'DISABLED';
  const rules = of('AWS::Events::Rule')
    .filter(enabled)
    .flatMap((properties) => readRule(properties, functions));
  const schedules = of('AWS::Scheduler::Schedule')
    .filter(enabled)
    .map((properties) => ({
      name: properties.attribute('Ref'),
      functionName: functionNameOf(properties.requiredText('Target', 'Arn'), functions, properties),
      rateSeconds: readRate(properties),
      input: readInput(properties.text('Target', 'Input'), properties) ?? {},
      ruleArn: properties.attribute('Arn'),
    }));
  return [...rules, ...schedules];
}

function readRule(properties: Properties, functions: readonly FunctionPlan[]): SchedulePlan[] {
  if (properties.get('EventPattern') !== undefined) throw properties.unsupported('EventPattern');
  const name = properties.attribute('Ref');
  const rateSeconds = readRate(properties);
  return properties.records('Targets').map((target, index) => {
    for (const unknown of ['InputPath', 'InputTransformer'])
      if (target[unknown] !== undefined) throw properties.unsupported(unknown);
    return {
      name: index === 0 ? name : `${name}-${index}`,
      functionName: functionNameOf(String(target['Arn']), functions, properties),
      rateSeconds,
      input: readInput(target['Input'], properties),
      ruleArn: properties.attribute('Arn'),
    };
  });
}

function readRate(properties: Properties): number {
  const expression = properties.requiredText('ScheduleExpression');
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  if (count === undefined || unit === undefined) throw properties.unsupported(`schedule ${expression}`);
  return Number(count) * (SECONDS_PER[unit] ?? 60);
}

function readInput(input: unknown, properties: Properties): unknown {
  if (input === undefined) return undefined;
  try {
    return JSON.parse(String(input));
  } catch {
    throw properties.fault(['Input'], 'JSON');
  }
}
