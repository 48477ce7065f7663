import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { figure } from './figure.ts';
import { PuenteAlarm, type Watch } from './puente-alarm.ts';
import type { PuenteFunction } from './puente-function.ts';

const failuresAlarm = 3;
const oldestMailSeconds = 600;

interface EveryMinuteProps {
  readonly watch: Watch;
  readonly target: PuenteFunction;
}

/** Runs the sweep each minute, and says so when it fails or is silent. */
export class EveryMinute extends Construct {
  constructor(scope: Construct, id: string, { watch, target }: EveryMinuteProps) {
    super(scope, id);
    new Rule(this, 'Rule', {
      description: 'Puente: does what is due',
      schedule: Schedule.rate(Duration.minutes(1)),
      // A late run is worth nothing: the next one comes within the minute.
      targets: [new LambdaFunction(target.lambda, { maxEventAge: Duration.minutes(1), retryAttempts: 0 })],
    });
    new PuenteAlarm(this, 'Failing', {
      watch,
      metric: target.lambda.metricErrors({ period: Duration.minutes(5), statistic: 'Sum' }),
      threshold: failuresAlarm,
      impact:
        'What is due is done late: connections after the undo window, expiries, mails that were postponed.',
      runbook: 'sweep-failing',
    });
    new PuenteAlarm(this, 'Stopped', {
      watch,
      // Not its invocations: one that never comes to its end is no sweep.
      metric: figure(watch.config, 'sweep', 'SweepCompleted', {
        period: Duration.minutes(5),
        statistic: 'Sum',
      }),
      threshold: 1,
      when: 'below',
      silence: 'bad',
      impact:
        'Nothing that is due is done: no connection, no expiry, no postponed mail, no doubtful send is noticed.',
      runbook: 'sweep-stopped',
    });
    this.watchMail(watch);
  }

  /** The sweep sees all mail that stands still. */
  private watchMail(watch: Watch): void {
    const latest = (metricName: string) =>
      figure(watch.config, 'sweep', metricName, { period: Duration.minutes(5), statistic: 'Maximum' });
    new PuenteAlarm(this, 'MailWaiting', {
      watch,
      metric: latest('OldestMailSeconds'),
      threshold: oldestMailSeconds,
      impact: 'Somebody has waited ten minutes for a mail that should have left at once.',
      runbook: 'mail-waiting',
    });
    new PuenteAlarm(this, 'Doubtful', {
      watch,
      metric: latest('DoubtfulMails'),
      threshold: 1,
      impact:
        'Nobody knows whether a mail has reached its recipient, and it is not sent again until a person decides.',
      runbook: 'doubtful-sends',
    });
    new PuenteAlarm(this, 'Paused', {
      watch,
      metric: latest('BreakerOpen'),
      threshold: 1,
      impact: 'No mail leaves: too many came back or were complained about, or SES has paused the account.',
      runbook: 'sending-paused',
    });
  }
}
