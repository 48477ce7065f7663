import type { FunctionPlan } from './plan.ts';
import type { Properties } from './properties.ts';
import type { ResourcesOf } from './read-plan.ts';

/** Where the template keeps the path of a function's module: bundles do not tell it. */
const ENTRY_KEY = 'puente:entry';

/** Reads every Lambda function; one without its entry module is an error. */
export function readFunctions(of: ResourcesOf): FunctionPlan[] {
  return of('AWS::Lambda::Function').map((properties) => {
    const entry = properties.resource.metadata[ENTRY_KEY];
    if (typeof entry !== 'string') throw properties.unsupported(`a function without Metadata ${ENTRY_KEY}`);
    return {
      name: properties.attribute('Ref'),
      arn: properties.attribute('Arn'),
      entry,
      handlerName: (properties.text('Handler') ?? 'index.handler').split('.').at(-1) ?? 'handler',
      environment: readEnvironment(properties),
      timeoutSeconds: properties.number(3, 'Timeout'),
      memoryMegabytes: properties.number(128, 'MemorySize'),
    };
  });
}

function readEnvironment(properties: Properties): Record<string, string> {
  const variables = properties.record('Environment', 'Variables') ?? {};
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => {
      if (typeof value === 'object') throw properties.fault(['Environment', 'Variables', name], 'text');
      return [name, String(value)];
    }),
  );
}

/** The name of the function that an ARN (or an API Gateway invocation ARN around it) means. */
export function functionNameOf(
  arn: string,
  functions: readonly FunctionPlan[],
  properties: Properties,
): string {
  const found = functions.find((plan) => arn === plan.arn || arn.includes(`/functions/${plan.arn}/`));
  if (found === undefined)
    throw properties.unsupported(`target ${arn}, which is no function of these stacks,`);
  return found.name;
}
