import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  MailFromBehaviorOnMxFailure,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Duration, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { resourceName } from '../config.ts';
import type { Sender } from './bindings.ts';
import { PuenteAlarm, type Watch } from './puente-alarm.ts';

/** Shares of mails sent; SES itself reviews an account at 5 % and 0.1 % (SES guide, "Sender review process"). */
const bounceRateAlarm = 0.03;
const complaintRateAlarm = 0.001;

/** What tells how a mail fared. Who opens a mail or follows a link in it is nobody's business. */
const deliveryEvents = [
  EmailSendingEvent.SEND,
  EmailSendingEvent.DELIVERY,
  EmailSendingEvent.DELIVERY_DELAY,
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
  EmailSendingEvent.REJECT,
  EmailSendingEvent.RENDERING_FAILURE,
];

/** The domain that mails come from, and what SES does with each of them. */
export class Mail extends Construct {
  readonly sender: Sender;
  readonly configurationSetName: string;
  /** Where SES says how each mail fared. */
  readonly events: Topic;

  constructor(scope: Construct, id: string, watch: Watch) {
    super(scope, id);
    const { config } = watch;
    const configurationSet = new ConfigurationSet(this, 'Settings', {
      configurationSetName: resourceName(config, 'mail'),
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    const identity = new EmailIdentity(this, 'Domain', {
      identity: Identity.domain(config.mail.domain),
      configurationSet,
      // A return path of our own domain aligns SPF too; mail still leaves, by DKIM alone, while its MX is missing.
      mailFromDomain: `bounce.${config.mail.domain}`,
      mailFromBehaviorOnMxFailure: MailFromBehaviorOnMxFailure.USE_DEFAULT_VALUE,
    });
    this.configurationSetName = configurationSet.configurationSetName;
    this.sender = {
      from: config.mail.from,
      identityArn: identity.emailIdentityArn,
      configurationSetArn: Stack.of(this).formatArn({
        service: 'ses',
        resource: 'configuration-set',
        resourceName: configurationSet.configurationSetName,
      }),
    };
    this.events = new Topic(this, 'EventTopic', {
      topicName: resourceName(config, 'mail-events'),
      enforceSSL: true,
    });
    // Lets SES publish for this configuration set, and nobody else.
    configurationSet.addEventDestination('Events', {
      destination: EventDestination.snsTopic(this.events),
      events: deliveryEvents,
    });
    this.watchReputation(watch);
  }

  /** Puts every event on `queue`, in the envelope that says which topic it came from. */
  report(queue: Queue): void {
    this.events.addSubscription(new SqsSubscription(queue));
  }

  private watchReputation(watch: Watch): void {
    new PuenteAlarm(this, 'Bounces', {
      watch,
      metric: reputation('Reputation.BounceRate'),
      threshold: bounceRateAlarm,
      impact: 'Mail goes to addresses that do not exist; at 5 % SES puts the account under review.',
      runbook: 'mail-bounces',
    });
    new PuenteAlarm(this, 'Complaints', {
      watch,
      metric: reputation('Reputation.ComplaintRate'),
      threshold: complaintRateAlarm,
      impact: 'Recipients call our mail spam; at 0.1 % SES puts the account under review.',
      runbook: 'mail-complaints',
    });
  }
}

function reputation(metricName: string): Metric {
  return new Metric({ namespace: 'AWS/SES', metricName, period: Duration.minutes(15), statistic: 'Maximum' });
}
