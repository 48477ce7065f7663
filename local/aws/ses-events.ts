import { randomUUID } from 'node:crypto';
import { ACCOUNT_ID, arn } from '../template/names.ts';
import type { EventDestinationPlan } from '../template/plan.ts';
import { type Fate, fateOf } from './mail-simulator.ts';
import type { AcceptedMail } from './ses.ts';

/** A header field of a mail, as SES lists it in an event. */
export interface ListedHeader {
  readonly name: string;
  readonly value: string;
}

/** An event as SES publishes it ("Contents of event data that Amazon SES publishes to Amazon SNS"). */
export interface SesEvent {
  readonly eventType: 'Send' | 'Delivery' | 'Bounce' | 'Complaint';
  readonly mail: Readonly<Record<string, unknown>>;
  readonly [matter: string]: unknown;
}

/** What CloudFormation calls each kind of event. */
const typeNames = { Send: 'send', Delivery: 'delivery', Bounce: 'bounce', Complaint: 'complaint' } as const;

const mailServer = 'a1-1.smtp-out.eu-central-1.amazonses.com';

/** Everything that SES says of a mail, in the order in which it happens; `now` is when. */
export function eventsOf(mail: AcceptedMail, headers: readonly ListedHeader[], now: Date): SesEvent[] {
  const described = describe(mail, headers);
  const events: SesEvent[] = [{ eventType: 'Send', mail: described, send: {} }];
  for (const recipient of mail.destinations)
    for (const [eventType, matter] of happenings(fateOf(recipient), recipient, mail, now.toISOString()))
      events.push({ eventType, mail: described, [eventType.toLowerCase()]: matter });
  return events;
}

/** The topics that are told of an event of this mail. */
export function topicsFor(
  destinations: readonly EventDestinationPlan[],
  { configurationSet }: AcceptedMail,
  { eventType }: SesEvent,
): string[] {
  return destinations
    .filter((each) => each.configurationSet === configurationSet)
    .filter(({ eventTypes }) => eventTypes.includes(typeNames[eventType]))
    .map(({ topicArn }) => topicArn);
}

type Happening = readonly [Exclude<SesEvent['eventType'], 'Send'>, Readonly<Record<string, unknown>>];

function happenings(fate: Fate, recipient: string, mail: AcceptedMail, timestamp: string): Happening[] {
  const delivery: Happening = [
    'Delivery',
    {
      timestamp,
      processingTimeMillis: Math.max(0, Date.parse(timestamp) - Date.parse(mail.acceptedAt)),
      recipients: [recipient],
      smtpResponse: '250 2.6.0 Message received',
      remoteMtaIp: '127.0.0.1',
      reportingMTA: mailServer,
    },
  ];
  const feedbackId = `0107${randomUUID()}-000000`;
  const failed = { emailAddress: recipient, action: 'failed', status: '5.1.1' };
  const bounce = (bounceType: string, bounceSubType: string, bounced: object): Happening => [
    'Bounce',
    {
      ...{ feedbackId, bounceType, bounceSubType, bouncedRecipients: [bounced] },
      ...{ timestamp, reportingMTA: `dns; ${mailServer}` },
    },
  ];
  switch (fate) {
    case 'delivered':
      return [delivery];
    case 'bounced':
      return [bounce('Permanent', 'General', { ...failed, diagnosticCode: 'smtp; 550 5.1.1 user unknown' })];
    case 'suppressed': {
      const diagnosticCode =
        'Amazon SES has suppressed sending to this address because it has a recent history of bouncing as an invalid address.';
      return [bounce('Permanent', 'Suppressed', { ...failed, diagnosticCode })];
    }
    case 'autoAnswered':
      // SES reports an automatic answer as a bounce that passes.
      return [delivery, bounce('Transient', 'General', { emailAddress: recipient })];
    case 'complained':
      return [delivery, ['Complaint', complaint(recipient, feedbackId, timestamp)]];
  }
}

function complaint(recipient: string, feedbackId: string, timestamp: string) {
  return {
    feedbackId,
    complaintSubType: null,
    complainedRecipients: [{ emailAddress: recipient }],
    timestamp,
    userAgent: 'Amazon SES Mailbox Simulator',
    complaintFeedbackType: 'abuse',
    arrivalDate: timestamp,
  };
}

function describe(mail: AcceptedMail, headers: readonly ListedHeader[]): SesEvent['mail'] {
  const values = (name: string) =>
    headers.filter((header) => header.name.toLowerCase() === name).map(({ value }) => value);
  const domain = mail.source.slice(mail.source.lastIndexOf('@') + 1);
  const own = Object.entries(mail.tags).map(([name, value]) => [name, [value]]);
  return {
    timestamp: mail.acceptedAt,
    source: mail.source,
    sourceArn: arn('ses', `identity/${domain}`),
    sendingAccountId: ACCOUNT_ID,
    messageId: mail.messageId,
    destination: mail.destinations,
    headersTruncated: false,
    headers,
    commonHeaders: {
      ...{ from: values('from'), to: values('to') },
      ...{ messageId: mail.messageId, subject: values('subject')[0] },
    },
    tags: {
      'ses:operation': ['SendRawEmail'],
      'ses:configuration-set': [mail.configurationSet],
      'ses:source-ip': ['127.0.0.1'],
      'ses:from-domain': [domain],
      'ses:caller-identity': ['local'],
      ...Object.fromEntries(own),
    },
  };
}
