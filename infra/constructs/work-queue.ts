import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { resourceName } from '../config.ts';
import { type AlarmMeaning, PuenteAlarm, type Watch } from './puente-alarm.ts';
import type { PuenteFunction } from './puente-function.ts';

/** AWS asks for at least this many function timeouts of invisibility beside the batching window (Lambda guide, "Using Lambda with Amazon SQS"). */
const visibilityPerTimeout = 6;

interface WorkQueueProps {
  readonly watch: Watch;
  readonly name: string;
  /** Timeout of the function that will consume it. */
  readonly consumerTimeoutSeconds: number;
  /** How long an invocation waits for its batch to fill, 0 to 300 s; 0 when not given. */
  readonly batchingWindowSeconds?: number;
  /** Attempts before a message is set aside. */
  readonly attempts: number;
  readonly setAside: AlarmMeaning;
  /** When the oldest message waits longer than `afterSeconds`. */
  readonly slow: AlarmMeaning & { readonly afterSeconds: number };
}

interface ConsumerOptions {
  /** Messages in one invocation, 1 to 10; with a batching window up to 10,000, and 6 MB. */
  readonly batchSize: number;
  /** Most invocations at once, 2 to 1000. */
  readonly concurrency?: number;
}

/** A queue with a dead-letter queue, an alarm for what is set aside and one for what waits too long. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  private readonly batchingWindowSeconds: number;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    this.batchingWindowSeconds = props.batchingWindowSeconds ?? 0;
    const setAside = new SetAsideQueue(this, 'DeadLetters', {
      watch: props.watch,
      name: `${props.name}-dead-letters`,
      meaning: props.setAside,
    });
    this.queue = new Queue(this, 'Queue', {
      queueName: resourceName(props.watch.config, props.name),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(
        props.consumerTimeoutSeconds * visibilityPerTimeout + this.batchingWindowSeconds,
      ),
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: setAside.queue, maxReceiveCount: props.attempts },
    });
    new PuenteAlarm(this, 'Slow', {
      watch: props.watch,
      metric: this.queue.metricApproximateAgeOfOldestMessage({
        period: Duration.minutes(1),
        statistic: 'Maximum',
      }),
      threshold: props.slow.afterSeconds,
      periods: 3,
      impact: props.slow.impact,
      runbook: props.slow.runbook,
    });
  }

  /** Lets `consumer` work the queue off; a batch that fails in part comes back in part. */
  feed(consumer: PuenteFunction, options: ConsumerOptions): void {
    consumer.allow(
      ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
      [this.queue.queueArn],
    );
    new EventSourceMapping(this, 'Consumer', {
      target: consumer.lambda,
      eventSourceArn: this.queue.queueArn,
      batchSize: options.batchSize,
      reportBatchItemFailures: true,
      ...(this.batchingWindowSeconds === 0
        ? {}
        : { maxBatchingWindow: Duration.seconds(this.batchingWindowSeconds) }),
      ...(options.concurrency === undefined ? {} : { maxConcurrency: options.concurrency }),
    });
  }
}

interface SetAsideQueueProps {
  readonly watch: Watch;
  readonly name: string;
  readonly meaning: AlarmMeaning;
}

/** Where work ends that failed too often: kept for 14 days (the most SQS allows), with an alarm at the first message. */
export class SetAsideQueue extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, props: SetAsideQueueProps) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      queueName: resourceName(props.watch.config, props.name),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    new PuenteAlarm(this, 'Filled', {
      watch: props.watch,
      metric: this.queue.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(1),
        statistic: 'Maximum',
      }),
      threshold: 1,
      ...props.meaning,
    });
  }
}
