import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Aws, CfnOutput, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { resourceName, type StageConfig } from '../config.ts';
import { Api } from '../constructs/api.ts';
import { EveryHour } from '../constructs/every-hour.ts';
import { EveryMinute } from '../constructs/every-minute.ts';
import { Identity } from '../constructs/identity.ts';
import { Mail } from '../constructs/mail.ts';
import type { Watch } from '../constructs/puente-alarm.ts';
import { TableStream } from '../constructs/table-stream.ts';
import { WorkQueue } from '../constructs/work-queue.ts';
import type { DataStack } from './data-stack.ts';
import { newFunctions, timeoutSeconds } from './pipeline-functions.ts';

export interface PipelineStackProps {
  readonly config: StageConfig;
  readonly data: DataStack;
}

/** From the form to the connection: API, functions, queues, sign-in, mail. Holds no data that is not elsewhere too. */
export class PipelineStack extends Stack {
  constructor(scope: Construct, id: string, props: PipelineStackProps) {
    const { config, data } = props;
    super(scope, id, {
      stackName: resourceName(config, 'pipeline'),
      description: 'Puente: API, functions, queues, sign-in and mail',
      env: { region: config.region },
      terminationProtection: config.durable,
    });
    const watch = newWatch(this, config);
    const api = new Api(this, 'Api', watch);
    const baseUrl = config.baseUrl ?? api.url;
    const identity = new Identity(this, 'Identity', { config, baseUrl });
    const mail = new Mail(this, 'Mail', watch);
    const mailQueue = newMailQueue(this, watch);
    const matchQueue = newMatchQueue(this, watch);
    const indexQueue = newIndexQueue(this, watch);
    const deliveryEvents = newDeliveryEventQueue(this, watch);
    mail.report(deliveryEvents.queue);

    const queues = { mail: mailQueue.queue, match: matchQueue.queue, index: indexQueue.queue };
    const functions = newFunctions(this, { config, baseUrl, data, queues, identity, mail });
    api.serve(functions, identity.authorizer);
    mailQueue.feed(functions['send-mail'], {
      batchSize: 5,
      // At most what is reserved: invocations beyond it would be refused and use up a message's attempts.
      ...(config.mailConcurrency === undefined ? {} : { concurrency: config.mailConcurrency }),
    });
    matchQueue.feed(functions['match-interest'], { batchSize: 5 });
    // Few and large batches: each of them builds the index of a country once, whatever else asks for it.
    indexQueue.feed(functions['build-index'], { batchSize: 1000, concurrency: 2 });
    deliveryEvents.feed(functions['record-delivery-event'], { batchSize: 10 });
    new TableStream(this, 'Stream', { watch, table: data.table, dispatcher: functions['dispatch-outbox'] });
    new EveryMinute(this, 'Sweeping', { watch, target: functions.sweep });
    new EveryHour(this, 'Balancing', { watch, target: functions['check-balance'] });

    new CfnOutput(this, 'ApiUrl', { value: api.url });
    new CfnOutput(this, 'UserPoolId', { value: identity.userPoolId });
    new CfnOutput(this, 'ClientId', { value: identity.clientId });
    new CfnOutput(this, 'TableName', { value: data.table.tableName });
    new CfnOutput(this, 'MailSender', { value: mail.sender.from });
    new CfnOutput(this, 'ConfigurationSet', { value: mail.configurationSetName });
    new CfnOutput(this, 'MailEventsTopicArn', { value: mail.events.topicArn });
  }
}

function newWatch(scope: Construct, config: StageConfig): Watch {
  if (config.alarmEmail === undefined) return { config };
  const topic = new Topic(scope, 'Alarms', { topicName: resourceName(config, 'alarms'), enforceSSL: true });
  topic.addSubscription(new EmailSubscription(config.alarmEmail));
  // The policy that demands TLS replaces the one by which CloudWatch could publish.
  const ownAlarms = { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } };
  topic.grantPublish(new ServicePrincipal('cloudwatch.amazonaws.com', { conditions: ownAlarms }));
  return { config, topic };
}

function newMailQueue(scope: Construct, watch: Watch): WorkQueue {
  return new WorkQueue(scope, 'MailQueue', {
    watch,
    name: 'mail',
    consumerTimeoutSeconds: timeoutSeconds.sendMail,
    attempts: 5,
    setAside: {
      impact: 'A mail was neither sent nor refused: somebody waits for it.',
      runbook: 'mail-dead-letters',
    },
    slow: {
      afterSeconds: 120,
      impact: 'Confirmation mails take longer than the promised minute.',
      runbook: 'mail-queue-slow',
    },
  });
}

function newMatchQueue(scope: Construct, watch: Watch): WorkQueue {
  return new WorkQueue(scope, 'MatchQueue', {
    watch,
    name: 'match',
    consumerTimeoutSeconds: timeoutSeconds.matchInterest,
    attempts: 5,
    setAside: {
      impact: 'A confirmed interest was not matched: its submitter waits and no coordinator sees it.',
      runbook: 'match-dead-letters',
    },
    slow: {
      afterSeconds: 600,
      impact: 'Matches are proposed late; the promise is one hour after confirmation.',
      runbook: 'match-queue-slow',
    },
  });
}

function newIndexQueue(scope: Construct, watch: Watch): WorkQueue {
  return new WorkQueue(scope, 'IndexQueue', {
    watch,
    name: 'index',
    consumerTimeoutSeconds: timeoutSeconds.buildIndex,
    batchingWindowSeconds: 20,
    attempts: 5,
    setAside: {
      impact:
        'Matches come from an index that is behind: members that are new or have changed are not found.',
      runbook: 'index-dead-letters',
    },
    slow: {
      afterSeconds: 600,
      impact: 'New members are found late, and the same firms get more than their share of leads meanwhile.',
      runbook: 'index-queue-slow',
    },
  });
}

function newDeliveryEventQueue(scope: Construct, watch: Watch): WorkQueue {
  return new WorkQueue(scope, 'DeliveryEventQueue', {
    watch,
    name: 'delivery-events',
    consumerTimeoutSeconds: timeoutSeconds.recordDeliveryEvent,
    attempts: 5,
    setAside: {
      impact: 'What SES reported of a mail is not known: an address that bounced may be written to again.',
      runbook: 'delivery-dead-letters',
    },
    slow: {
      afterSeconds: 600,
      impact: 'Bounces and complaints take effect late: addresses that object are still written to.',
      runbook: 'delivery-queue-slow',
    },
  });
}
