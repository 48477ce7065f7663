import * as z from 'zod';
import type { DeliveryNews, DeliveryReport } from '../domain/delivery.ts';
import { attemptIdSchema, type Instant, outboxIdSchema } from '../domain/ids.ts';
import { mailTags, textOfTag } from './mail-tags.ts';

/**
 * Events of Amazon SES as they come to the queue: SES publishes to a topic, and the topic puts an envelope around
 * ("Amazon SES event publishing", contents of events published to Amazon SNS). Only what Puente acts on is read:
 * recipients and diagnostic codes stay where they are.
 */

/** What the topic puts around each message: raw delivery is off, so that a message says which topic it came from. */
const envelopeSchema = z.object({ Type: z.literal('Notification'), Message: z.string() });

/** SES writes this, and no JSON, when an event destination is set up. */
const greeting = /^Successfully validated SNS topic\b/;

/** ISO 8601 with any precision and offset, as an instant. */
const timestampSchema = z.iso
  .datetime({ offset: true })
  .transform((text): Instant => new Date(text).toISOString());

const mailSchema = z.object({
  messageId: z.string().min(1).max(200),
  timestamp: timestampSchema,
  /** Ours, and SES's own, which begin with `ses:`. */
  tags: z.record(z.string(), z.array(z.string())).default({}),
});

/** Each event has its matter in an object of its own; `timestamp` says when it happened. */
const timed = z.object({ timestamp: timestampSchema });

const reportedSchema = z.discriminatedUnion('eventType', [
  z.object({ eventType: z.literal('Send'), mail: mailSchema }),
  z.object({ eventType: z.literal('Delivery'), mail: mailSchema, delivery: timed }),
  z.object({ eventType: z.literal('DeliveryDelay'), mail: mailSchema, deliveryDelay: timed }),
  z.object({
    eventType: z.literal('Bounce'),
    mail: mailSchema,
    bounce: timed.extend({ bounceType: z.enum(['Permanent', 'Transient', 'Undetermined']) }),
  }),
  z.object({
    eventType: z.literal('Complaint'),
    mail: mailSchema,
    complaint: timed.extend({ complaintFeedbackType: z.string().nullish() }),
  }),
  z.object({ eventType: z.literal('Reject'), mail: mailSchema }),
  z.object({ eventType: z.literal('Rendering Failure'), mail: mailSchema }),
]);
type Reported = z.output<typeof reportedSchema>;

const reportedTypes: ReadonlySet<string> = new Set(
  reportedSchema.options.map(({ shape }) => shape.eventType.value),
);

export type MailEvent =
  | ({ readonly about: 'ours' } & DeliveryReport)
  /** A mail that does not carry our tags: somebody else sent it with our configuration set. */
  | { readonly about: 'foreign'; readonly eventType: string; readonly messageId: string }
  /** Says nothing of a mail's delivery: an opening, a click, SES's greeting, a kind that is new. */
  | { readonly about: 'nothing'; readonly eventType: string };

/**
 * What the body of a message says. Throws for what SES does not write: such a message is tried again, and ends among the
 * dead letters where somebody looks at it.
 */
export function readMailEvent(body: string): MailEvent {
  const { Message } = envelopeSchema.parse(JSON.parse(body));
  if (greeting.test(Message)) return { about: 'nothing', eventType: 'greeting' };
  const event: unknown = JSON.parse(Message);
  const { eventType } = z.object({ eventType: z.string().max(100) }).parse(event);
  if (!reportedTypes.has(eventType)) return { about: 'nothing', eventType };
  const reported = reportedSchema.parse(event);
  const { messageId, timestamp: acceptedAt, tags } = reported.mail;
  const outboxId = outboxIdSchema.safeParse(tagOf(tags, mailTags.outboxId));
  const attemptId = attemptIdSchema.safeParse(tagOf(tags, mailTags.attemptId));
  if (!outboxId.success || !attemptId.success) return { about: 'foreign', eventType, messageId };
  const ids = { outboxId: outboxId.data, attemptId: attemptId.data };
  return { about: 'ours', ...newsOf(reported), ...ids, messageId, acceptedAt };
}

function tagOf(tags: Readonly<Record<string, readonly string[]>>, name: string): string | undefined {
  const [value, ...others] = tags[name] ?? [];
  return value === undefined || others.length > 0 ? undefined : textOfTag(value);
}

function newsOf(event: Reported): { readonly news: DeliveryNews; readonly at: Instant } {
  switch (event.eventType) {
    case 'Send':
      return { news: 'accepted', at: event.mail.timestamp };
    case 'Delivery':
      return { news: 'delivered', at: event.delivery.timestamp };
    case 'DeliveryDelay':
      return { news: 'delayed', at: event.deliveryDelay.timestamp };
    case 'Bounce': {
      // Transient: soft bounces, and what answers by itself. Undetermined: SES could not read what came back.
      const hard = event.bounce.bounceType === 'Permanent';
      return { news: hard ? 'bounced' : 'returned', at: event.bounce.timestamp };
    }
    case 'Complaint': {
      // By this word a mailbox provider takes a complaint back (RFC 5965, section 7.3).
      const takenBack = event.complaint.complaintFeedbackType === 'not-spam';
      return { news: takenBack ? 'delivered' : 'complained', at: event.complaint.timestamp };
    }
    case 'Reject':
    case 'Rendering Failure':
      return { news: 'refused', at: event.mail.timestamp };
  }
}
