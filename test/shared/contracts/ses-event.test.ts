import { describe, expect, it } from 'vitest';
import { readMailEvent } from '../../../shared/contracts/ses-event.ts';
import { fromTopic, sesEvent } from '../../builders/ses-event.ts';

const ours = {
  about: 'ours',
  outboxId: '019ab0c4-7d00-7000-8000-000000000001.samasz#member#introduction',
  attemptId: '019ab0c4-8000-7000-8000-0000000000aa',
  messageId: '0107019ab0c48abc-5f0f3a52-4f3c-4f0e-9d61-2f1c7a1b9c11-000000',
  acceptedAt: '2026-11-23T14:00:02.731Z',
};

describe('an event of SES', () => {
  it.each([
    ['send', 'accepted', '2026-11-23T14:00:02.731Z'],
    ['delivery', 'delivered', '2026-11-23T14:00:04.120Z'],
    ['delivery-delay', 'delayed', '2026-11-23T14:10:00.640Z'],
    ['bounce-permanent', 'bounced', '2026-11-23T14:00:05.002Z'],
    ['bounce-on-suppression-list', 'bounced', '2026-11-23T14:00:05.002Z'],
    ['bounce-transient', 'returned', '2026-11-23T14:00:05.002Z'],
    ['bounce-undetermined', 'returned', '2026-11-23T14:00:05.002Z'],
    ['complaint', 'complained', '2026-11-25T07:31:00.000Z'],
    ['complaint-without-type', 'complained', '2026-11-25T07:31:00.000Z'],
    ['complaint-taken-back', 'delivered', '2026-11-25T07:31:00.000Z'],
    ['reject', 'refused', '2026-11-23T14:00:02.731Z'],
    ['rendering-failure', 'refused', '2026-11-23T14:00:02.731Z'],
  ])('%s says that the mail was %s, and of which attempt', (name, news, at) => {
    expect(readMailEvent(fromTopic(sesEvent(name)))).toEqual({ ...ours, news, at });
  });

  it('is read without what it says of people', () => {
    for (const name of ['delivery', 'bounce-permanent', 'complaint', 'delivery-delay']) {
      const read = JSON.stringify(readMailEvent(fromTopic(sesEvent(name))));
      for (const personal of ['@', 'smtp', 'Talleres', 'unknown', '203.0.113.9'])
        expect(read).not.toContain(personal);
    }
  });

  it.each(['open', 'click'])('%s says nothing of the delivery', (name) => {
    const event = sesEvent(name);
    expect(readMailEvent(fromTopic(event))).toEqual({ about: 'nothing', eventType: event.eventType });
  });

  it('of a kind that is new says nothing, whatever it looks like', () => {
    const event = { eventType: 'Subscription', subscription: {} };
    expect(readMailEvent(fromTopic(event))).toEqual({ about: 'nothing', eventType: 'Subscription' });
  });

  it('is preceded by a greeting that is no event', () => {
    const greeting = 'Successfully validated SNS topic for Amazon SES event publishing.';
    expect(readMailEvent(fromTopic(greeting))).toEqual({ about: 'nothing', eventType: 'greeting' });
  });

  it('of somebody else who sends with our configuration set is not ours', () => {
    const foreign = { about: 'foreign', eventType: 'Send', messageId: ours.messageId };
    expect(readMailEvent(fromTopic(sesEvent('send-without-tags')))).toEqual(foreign);
    const event = sesEvent('send');
    for (const tags of [
      { ...event.mail.tags, outbox: ['not_an_id'] },
      { ...event.mail.tags, outbox: ['019ab0c4.samasz#member#introduction'] },
      { ...event.mail.tags, attempt: ['1', '2'] },
      { ...event.mail.tags, attempt: [] },
    ])
      expect(readMailEvent(fromTopic({ ...event, mail: { ...event.mail, tags } }))).toEqual(foreign);
  });

  it.each([
    ['no JSON', 'nothing'],
    ['no envelope', JSON.stringify(sesEvent('send'))],
    ['an envelope of another kind', fromTopic(sesEvent('send')).replace('Notification', 'Other')],
    ['a message that is no JSON', fromTopic('Hello')],
    ['a message without a kind', fromTopic({ mail: {} })],
    ['a bounce without its matter', fromTopic({ ...sesEvent('bounce-permanent'), bounce: undefined })],
    ['a time that is none', fromTopic({ ...sesEvent('delivery'), delivery: { timestamp: 'yesterday' } })],
  ])('is not %s', (_name, body) => {
    expect(() => readMailEvent(body)).toThrow();
  });
});
