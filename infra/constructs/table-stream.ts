import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { EventSourceMapping, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { Duration, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { dispatcherFilters } from './dispatcher-filters.ts';
import { PuenteAlarm, type Watch } from './puente-alarm.ts';
import type { PuenteFunction } from './puente-function.ts';
import { SetAsideQueue } from './work-queue.ts';

const lagAlarmMs = 300_000;

interface TableStreamProps {
  readonly watch: Watch;
  readonly table: Table;
  readonly dispatcher: PuenteFunction;
}

/** Feeds the dispatcher from the table's stream. What fails is set aside; the table stays the truth and the sweep its guard. */
export class TableStream extends Construct {
  constructor(scope: Construct, id: string, { watch, table, dispatcher }: TableStreamProps) {
    super(scope, id);
    if (table.tableStreamArn === undefined) throw new Error('the table has no stream');
    const failures = new SetAsideQueue(this, 'Failures', {
      watch,
      name: 'stream-failures',
      meaning: {
        impact:
          'Mails and matches start up to five minutes late: the dispatcher gave up on part of the stream.',
        runbook: 'stream-failures',
      },
    });
    Validations.of(failures.queue).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason:
        'It is itself where failed stream records end; nothing consumes it, so nothing can fail further.',
    });
    dispatcher.allow(
      ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
      [table.tableStreamArn],
    );
    dispatcher.allow(['sqs:SendMessage'], [failures.queue.queueArn]);
    new EventSourceMapping(this, 'Source', {
      target: dispatcher.lambda,
      eventSourceArn: table.tableStreamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      bisectBatchOnError: true,
      retryAttempts: 5,
      maxRecordAge: Duration.hours(1),
      reportBatchItemFailures: true,
      onFailure: { bind: () => ({ destination: failures.queue.queueArn }) },
      filters: dispatcherFilters.map((filter) => ({ pattern: JSON.stringify(filter) })),
    });
    new PuenteAlarm(this, 'Lagging', {
      watch,
      metric: dispatcher.lambda.metric('IteratorAge', { period: Duration.minutes(1), statistic: 'Maximum' }),
      threshold: lagAlarmMs,
      periods: 3,
      impact: 'Confirmation mails and matches are late for everybody: the dispatcher is behind the stream.',
      runbook: 'stream-lagging',
    });
  }
}
