import { buildApp } from 'fauxqs';
import { ACCOUNT_ID, arn, REGION } from '../template/names.ts';
import type { LocalPlan, SubscriptionPlan } from '../template/plan.ts';
import { callAws } from './json-protocol.ts';
import { obeyWriteConditions } from './write-conditions.ts';

type QueuesPlan = Pick<LocalPlan, 'queues' | 'topicNames' | 'subscriptions' | 'bucketNames'>;

/**
 * SQS, SNS and S3 in this process, all in memory: the table is the truth, the sweeper queues again what is lost, and
 * what lies in buckets is built of the table.
 */
export interface LocalQueues {
  readonly endpoint: string;
  create(plan: Partial<QueuesPlan>): Promise<void>;
  /** Publishes a message to a topic, as SES does. */
  publish(topicArn: string, message: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts SQS, SNS and S3 on a free port of 127.0.0.1. */
export async function startQueues(): Promise<LocalQueues> {
  const app = buildApp({ logger: false, defaultRegion: REGION });
  obeyWriteConditions(app);
  const endpoint = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    endpoint,
    create: async ({ queues = [], topicNames = [], subscriptions = [], bucketNames = [] }) => {
      for (const { name, attributes } of queues)
        await callAws(endpoint, 'sqs', 'CreateQueue', { QueueName: name, Attributes: attributes });
      for (const name of topicNames) await callSns(endpoint, { Action: 'CreateTopic', Name: name });
      for (const subscription of subscriptions) await subscribe(endpoint, subscription);
      for (const name of bucketNames) await createBucket(endpoint, name);
    },
    publish: (topicArn, message) =>
      callSns(endpoint, {
        ...{ Action: 'Publish', TopicArn: topicArn },
        ...{ Subject: 'Amazon SES Email Event Notification', Message: message },
      }),
    stop: async () => await app.close(),
  };
}

async function createBucket(endpoint: string, name: string): Promise<void> {
  const response = await fetch(`${endpoint}/${name}`, { method: 'PUT' });
  if (!response.ok) throw new Error(`S3 CreateBucket: ${await response.text()}`);
}

async function subscribe(
  endpoint: string,
  { topicName, queueName, attributes }: SubscriptionPlan,
): Promise<void> {
  const entries = Object.entries(attributes).flatMap(([key, value], index) => [
    [`Attributes.entry.${index + 1}.key`, key],
    [`Attributes.entry.${index + 1}.value`, value],
  ]);
  await callSns(endpoint, {
    Action: 'Subscribe',
    Protocol: 'sqs',
    TopicArn: arn('sns', topicName),
    Endpoint: `arn:aws:sqs:${REGION}:${ACCOUNT_ID}:${queueName}`,
    ...Object.fromEntries(entries),
  });
}

async function callSns(endpoint: string, parameters: Readonly<Record<string, string>>): Promise<void> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { authorization: `AWS4-HMAC-SHA256 Credential=local/20260101/${REGION}/sns/aws4_request` },
    body: new URLSearchParams({ ...parameters, Version: '2010-03-31' }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`SNS ${parameters['Action']}: ${text}`);
}
