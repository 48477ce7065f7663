import { readFileSync } from 'node:fs';
import { tagValueOf } from '../../shared/contracts/mail-tags.ts';
import type { OutboxEntry } from '../../shared/domain/outbox.ts';

const folder = new URL('../fixtures/ses-events/', import.meta.url);

interface SesEvent {
  readonly eventType: string;
  readonly mail: { readonly tags: Readonly<Record<string, readonly string[]>> };
}

/** An event as SES writes it. */
export function sesEvent(name: string): SesEvent {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
}

/** The same event about the mail of `entry`, sent in `attemptId`. */
export function sesEventAbout(name: string, { id }: OutboxEntry, attemptId: string): SesEvent {
  const event = sesEvent(name);
  const tags = { ...event.mail.tags, outbox: [tagValueOf(id)], attempt: [tagValueOf(attemptId)] };
  return { ...event, mail: { ...event.mail, tags } };
}

/** The body of a queue's message, as SNS makes it of what was published to a topic. */
export function fromTopic(message: unknown): string {
  return JSON.stringify({
    Type: 'Notification',
    MessageId: 'a6c1f5a2-5f0f-5b6e-9a0c-a8b4f2f6d9f1',
    TopicArn: 'arn:aws:sns:eu-central-1:123456789012:puente-prod-mail-events',
    Subject: 'Amazon SES Email Event Notification',
    Message: typeof message === 'string' ? message : JSON.stringify(message),
    Timestamp: '2026-11-23T14:00:05.411Z',
    SignatureVersion: '1',
    Signature:
      'EXAMPLEpH+DcEwjAPg8O9mY8dReBSwksfg2S7WKQcikcNKWLQjwu6A4VbeS0QHVCkhRS7fUQvi2egU3N858fiTDN6bkkOxYDVrY0Ad8L10Hs3zH81mtnPk5uvvolIC1CXGu43obcgFxeL3khZl8IKvO61GWB6jI9b5+gLPoBc1Q=',
    SigningCertURL:
      'https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0000000000000000000000.pem',
    UnsubscribeURL:
      'https://sns.eu-central-1.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=arn:aws:sns:eu-central-1:123456789012:puente-prod-mail-events:2bcfbf39-05c3-41de-beaa-fcfcc21c8f55',
  });
}
