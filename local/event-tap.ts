import { randomUUID } from 'node:crypto';
import { type SNSClient, SubscribeCommand, UnsubscribeCommand } from '@aws-sdk/client-sns';
import { CreateQueueCommand, DeleteQueueCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** A queue of one's own that hears everything that is published to a topic, beside whoever hears it already. */
export interface EventTap {
  readonly queueUrl: string;
  /** Removes subscription and queue; gives a line that says what is left, if anything is. */
  close(): Promise<string | undefined>;
}

interface TapOptions {
  readonly sqs: SQSClient;
  readonly sns: SNSClient;
  readonly topicArn: string;
}

/** Makes the queue and subscribes it. Nothing is left behind when that fails half-way. */
export async function openEventTap({ sqs, sns, topicArn }: TapOptions): Promise<EventTap> {
  const [, partition, , region, account] = topicArn.split(':');
  const name = `puente-verify-${randomUUID()}`;
  const queueArn = `arn:${partition}:sqs:${region}:${account}:${name}`;
  // With its policy from the first moment: one that is set later takes up to a minute, and SNS drops what it may not put.
  const { QueueUrl } = await sqs.send(
    new CreateQueueCommand({
      QueueName: name,
      Attributes: {
        Policy: JSON.stringify(policyOf(queueArn, topicArn)),
        MessageRetentionPeriod: '3600',
        SqsManagedSseEnabled: 'true',
      },
    }),
  );
  if (QueueUrl === undefined) throw new Error('SQS made a queue without an address');
  const deleteQueue = () => sqs.send(new DeleteQueueCommand({ QueueUrl }));
  try {
    const { SubscriptionArn } = await sns.send(
      new SubscribeCommand({
        ...{ TopicArn: topicArn, Protocol: 'sqs', Endpoint: queueArn },
        ReturnSubscriptionArn: true,
      }),
    );
    return {
      queueUrl: QueueUrl,
      close: async () => {
        const ends = await Promise.allSettled([
          sns.send(new UnsubscribeCommand({ SubscriptionArn })),
          deleteQueue(),
        ]);
        return ends.every(({ status }) => status === 'fulfilled')
          ? undefined
          : `Remove by hand the queue ${name} and the subscription ${SubscriptionArn}.`;
      },
    };
  } catch (error) {
    await deleteQueue();
    throw error;
  }
}

function policyOf(queueArn: string, topicArn: string) {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'sns.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: queueArn,
        Condition: { ArnEquals: { 'aws:SourceArn': topicArn } },
      },
    ],
  };
}
