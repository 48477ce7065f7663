import { describe, expect, it } from 'vitest';
import { fateOf } from '../../../local/aws/mail-simulator.ts';
import { createSes } from '../../../local/aws/ses.ts';
import { readMailEvent } from '../../../shared/contracts/ses-event.ts';
import { fromTopic, sesEvent } from '../../builders/ses-event.ts';

const at = new Date('2026-11-23T10:00:00.250Z');
const topicArn = 'arn:aws:sns:eu-central-1:000000000000:events';
const everything = ['send', 'delivery', 'bounce', 'complaint'];

interface Sent {
  readonly eventType: string;
  readonly mail: Record<string, unknown> & { tags: Record<string, string[]> };
  readonly [matter: string]: unknown;
}

/** What SES publishes of a mail to `to`, and who has it in a mailbox, once all of it is out. */
async function sent(
  to: string,
  options: { eventTypes?: string[]; configurationSet?: string; failing?: boolean } = {},
) {
  const { eventTypes = everything, configurationSet = 'sending', failing = false } = options;
  const published: { topicArn: string; event: Sent }[] = [];
  const shown: (readonly string[])[] = [];
  const lost: unknown[] = [];
  const ses = createSes({
    mail: {
      ...{ identities: [], configurationSets: ['sending', 'other'] },
      eventDestinations: [{ configurationSet: 'sending', topicArn, eventTypes }],
    },
    sink: { deliver: async (_mail, _raw, reached) => void shown.push(reached) },
    now: () => at,
    publish: async (topic, message) => {
      if (failing) throw new Error('no topic');
      published.push({ topicArn: topic, event: JSON.parse(message) });
    },
    onUnpublished: (error) => void lost.push(error),
  });
  const raw = `From: Puente <a@mail.fixture.example>\r\nTo: ${to}\r\nSubject: Hola\r\n\r\n.`;
  const answer = await ses.handle(
    new URLSearchParams({
      ...{ Action: 'SendRawEmail', Source: 'a@mail.fixture.example', 'Destinations.member.1': to },
      ...{ 'RawMessage.Data': Buffer.from(raw).toString('base64'), ConfigurationSetName: configurationSet },
      ...{ 'Tags.member.1.Name': 'outbox', 'Tags.member.1.Value': 'o_2e1' },
      ...{ 'Tags.member.2.Name': 'attempt', 'Tags.member.2.Value': 'a-1' },
    }),
  );
  await new Promise((resolve) => setImmediate(resolve));
  return { answer, published, events: published.map(({ event }) => event), shown, lost };
}

const simulator = (name: string) => `${name}@simulator.amazonses.com`;
const kindsOf = (events: readonly Sent[]) => events.map(({ eventType }) => eventType);

describe('the events of a mail', () => {
  it.each([
    ['b@x.example', ['Send', 'Delivery'], true],
    [simulator('success'), ['Send', 'Delivery'], true],
    [simulator('success+a'), ['Send', 'Delivery'], true],
    [simulator('bounce'), ['Send', 'Bounce'], false],
    [simulator('Bounce+lead.1'), ['Send', 'Bounce'], false],
    [simulator('suppressionlist'), ['Send', 'Bounce'], false],
    [simulator('ooto'), ['Send', 'Delivery', 'Bounce'], true],
    [simulator('complaint+x'), ['Send', 'Delivery', 'Complaint'], true],
  ])('to %s are %j', async (to, kinds, isShown) => {
    const { answer, events, published, shown } = await sent(to);
    expect(answer.status).toBe(200);
    expect(kindsOf(events)).toEqual(kinds);
    expect(new Set(published.map((each) => each.topicArn))).toEqual(new Set([topicArn]));
    expect(shown).toEqual([isShown ? [to] : []]);
  });

  it.each([
    ['bounce', 'Permanent', 'General', /^smtp; 550 5\.1\.1/],
    ['suppressionlist', 'Permanent', 'Suppressed', /suppressed/],
    ['ooto', 'Transient', 'General', /^undefined$/],
  ])('to %s@ say that it came back: %s, %s', async (name, bounceType, bounceSubType, diagnosis) => {
    const { events } = await sent(simulator(name));
    const { bounce } = events.at(-1) as unknown as {
      bounce: { bouncedRecipients: Record<string, string>[] };
    };
    expect(bounce).toMatchObject({ bounceType, bounceSubType, timestamp: at.toISOString() });
    expect(bounce.bouncedRecipients).toMatchObject([{ emailAddress: simulator(name) }]);
    expect(String(bounce.bouncedRecipients[0]?.['diagnosticCode'])).toMatch(diagnosis);
  });

  it('are written as SES writes them: with the same fields, and read by the same code', async () => {
    const names = { Send: 'send', Delivery: 'delivery', Bounce: 'bounce-permanent', Complaint: 'complaint' };
    const { events } = await sent(simulator('complaint'));
    const { events: bounced } = await sent(simulator('bounce'));
    for (const event of [...events, ...bounced]) {
      const real = sesEvent(names[event.eventType as keyof typeof names]) as unknown as Sent;
      expect(Object.keys(event).toSorted()).toEqual(Object.keys(real).toSorted());
      expect(Object.keys(event.mail).toSorted()).toEqual(Object.keys(real.mail).toSorted());
      expect(Object.keys(event.mail.tags).toSorted()).toEqual(Object.keys(real.mail.tags).toSorted());
      expect(event.mail).toMatchObject({
        ...{ timestamp: at.toISOString(), source: 'a@mail.fixture.example', headersTruncated: false },
        tags: { 'ses:configuration-set': ['sending'], outbox: ['o_2e1'], attempt: ['a-1'] },
        commonHeaders: { subject: 'Hola' },
      });
      const matter = event.eventType.toLowerCase();
      const ours = Object.keys(event[matter] as object);
      expect(ours.toSorted()).toEqual(Object.keys(real[matter] as object).toSorted());
      expect(readMailEvent(fromTopic(event))).toMatchObject({ about: 'foreign' });
    }
  });

  it('are published only for the kinds and the configuration set that the template names', async () => {
    expect(kindsOf((await sent('b@x.example', { eventTypes: ['delivery'] })).events)).toEqual(['Delivery']);
    expect((await sent('b@x.example', { configurationSet: 'other' })).events).toEqual([]);
  });

  it('are lost, and told of, when they cannot be published; the mail is accepted all the same', async () => {
    const { answer, lost, shown } = await sent('b@x.example', { failing: true });
    expect(answer.status).toBe(200);
    expect(shown).toHaveLength(1);
    expect(lost).toHaveLength(2);
  });
});

describe('the mailbox simulator', () => {
  it.each(['bounce@x.example', 'x+bounce@simulator.amazonses.com', 'constructor@simulator.amazonses.com'])(
    'plays nobody else: %s',
    (address) => {
      expect(fateOf(address)).toBe('delivered');
    },
  );
});
