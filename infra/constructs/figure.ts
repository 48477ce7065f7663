import { Metric, type MetricProps } from 'aws-cdk-lib/aws-cloudwatch';
import type { StageConfig } from '../config.ts';
import type { FunctionName } from '../function-environments.ts';

/** Where the figures of a stage lie in CloudWatch. */
export function figuresNamespace({ stage }: Pick<StageConfig, 'stage'>): string {
  return `Puente/${stage}`;
}

/** A figure that a function publishes itself (`shared/runtime/metrics.ts`). */
export function figure(
  config: StageConfig,
  functionName: FunctionName,
  metricName: string,
  { period, statistic }: Pick<MetricProps, 'period' | 'statistic'>,
): Metric {
  return new Metric({
    namespace: figuresNamespace(config),
    metricName,
    dimensionsMap: { service: functionName },
    ...(period === undefined ? {} : { period }),
    ...(statistic === undefined ? {} : { statistic }),
  });
}
