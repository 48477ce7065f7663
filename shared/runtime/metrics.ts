import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

/** Figures that alarms look at, by their name in CloudWatch. Each stage has a namespace of its own. */
export interface Gauges {
  /** Puts down figures of this moment: counts, but for names that end in `Seconds`. One line of the log holds all of them. */
  publish(figures: Readonly<Record<string, number>>): void;
}

/** Gauges by the embedded metric format (CloudWatch user guide, "Embedded metric format"): no call, no right, no wait. */
export function createGauges(functionName: string, namespace: string): Gauges {
  const metrics = new Metrics({ serviceName: functionName, namespace });
  return {
    publish(figures) {
      for (const [name, value] of Object.entries(figures)) {
        metrics.addMetric(name, name.endsWith('Seconds') ? MetricUnit.Seconds : MetricUnit.Count, value);
      }
      metrics.publishStoredMetrics();
    },
  };
}
