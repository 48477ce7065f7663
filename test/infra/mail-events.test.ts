import { describe, expect, test } from 'vitest';
import { configOf, Synthesised } from './synthesised.ts';

const prod = new Synthesised(configOf('prod'));

/** The statements of the one policy of a topic or queue. */
function statementsOf(type: 'AWS::SNS::TopicPolicy' | 'AWS::SQS::QueuePolicy', name: string) {
  const list = type === 'AWS::SNS::TopicPolicy' ? 'Topics' : 'Queues';
  const policies = prod
    .all(type)
    .filter(([, { Properties }]) =>
      (Properties[list] as unknown[]).some((each) => prod.plainName(each) === name),
    );
  expect(policies).toHaveLength(1);
  const document = policies[0]?.[1].Properties['PolicyDocument'] as { Statement: Record<string, unknown>[] };
  return document.Statement.filter(({ Effect }) => Effect === 'Allow');
}

describe('what SES says of a mail', () => {
  test('is published for everything that tells how it fared, and for nothing that tells what people do', () => {
    const { ConfigurationSetName, EventDestination } = prod.one('AWS::SES::ConfigurationSetEventDestination')
      .Properties as { ConfigurationSetName: unknown; EventDestination: Record<string, unknown> };
    expect(prod.plainName(ConfigurationSetName)).toBe('MailSettings');
    expect(EventDestination).toMatchObject({
      Enabled: true,
      MatchingEventTypes: [
        'send',
        'delivery',
        'deliveryDelay',
        'bounce',
        'complaint',
        'reject',
        'renderingFailure',
      ],
    });
    const { TopicARN } = EventDestination['SnsDestination'] as { TopicARN: unknown };
    expect(prod.plainName(TopicARN)).toBe('MailEventTopic');
  });

  test('can be published by SES alone, for this account’s own configuration set', () => {
    const [statement, ...others] = statementsOf('AWS::SNS::TopicPolicy', 'MailEventTopic');
    expect(others).toEqual([]);
    expect(statement).toMatchObject({ Action: 'sns:Publish', Principal: { Service: 'ses.amazonaws.com' } });
    const { Condition } = statement as { Condition: { StringEquals: Record<string, unknown> } };
    expect(Object.keys(Condition)).toEqual(['StringEquals']);
    expect(Object.keys(Condition.StringEquals)).toEqual(['AWS:SourceAccount', 'AWS:SourceArn']);
    expect(Condition.StringEquals['AWS:SourceAccount']).toEqual({ Ref: 'AWS::AccountId' });
    expect(prod.plainName(Condition.StringEquals['AWS:SourceArn'])).toMatch(
      /:ses:eu-central-1:AWS::AccountId:configuration-set\/MailSettings$/,
    );
  });

  test('goes on to the one queue, in its envelope, and nobody else puts anything there', () => {
    const subscriptions = prod
      .all('AWS::SNS::Subscription')
      .map(([, { Properties }]) => Properties)
      .filter(({ TopicArn }) => prod.plainName(TopicArn) === 'MailEventTopic');
    expect(subscriptions).toHaveLength(1);
    expect(subscriptions[0]).toMatchObject({ Protocol: 'sqs' });
    expect(subscriptions[0]?.['RawMessageDelivery']).toBeUndefined();
    expect(prod.plainName(subscriptions[0]?.['Endpoint'])).toBe('DeliveryEventQueue');
    const allowed = statementsOf('AWS::SQS::QueuePolicy', 'DeliveryEventQueue');
    expect(allowed).toMatchObject([
      { Action: 'sqs:SendMessage', Principal: { Service: 'sns.amazonaws.com' } },
    ]);
    expect(JSON.stringify(allowed[0]?.['Condition'])).toContain('MailEventTopic');
  });

  test('is found by whoever wants to try it: topic, configuration set and sender are outputs', () => {
    const outputs = prod.pipeline.Outputs;
    for (const name of ['MailEventsTopicArn', 'ConfigurationSet', 'MailSender'])
      expect(outputs[name]?.Value, name).toBeDefined();
  });
});
