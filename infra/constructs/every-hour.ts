import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { figure } from './figure.ts';
import { PuenteAlarm, type Watch } from './puente-alarm.ts';
import type { PuenteFunction } from './puente-function.ts';

interface EveryHourProps {
  readonly watch: Watch;
  readonly target: PuenteFunction;
}

/** Strikes the balance each hour, and says so when it is off, or was not struck. */
export class EveryHour extends Construct {
  constructor(scope: Construct, id: string, { watch, target }: EveryHourProps) {
    super(scope, id);
    new Rule(this, 'Rule', {
      description: 'Puente: compares what came in with what is there',
      schedule: Schedule.rate(Duration.hours(1)),
      targets: [new LambdaFunction(target.lambda, { maxEventAge: Duration.minutes(10), retryAttempts: 1 })],
    });
    new PuenteAlarm(this, 'Off', {
      watch,
      metric: figure(watch.config, 'check-balance', 'BalanceOff', {
        period: Duration.hours(1),
        statistic: 'Maximum',
      }),
      threshold: 1,
      periods: 2,
      silence: 'bad',
      impact:
        'A form that was acknowledged may be lost, or something due is overlooked: somebody waits for nothing.',
      runbook: 'balance-off',
    });
  }
}
