import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CreateTopicCommand, ListSubscriptionsByTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import { ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalPuente, startLocal } from '../../../local/start-local.ts';

const command = fileURLToPath(new URL('../../../local/commands/verify-ses.ts', import.meta.url));
const dataDir = mkdtempSync(join(tmpdir(), 'puente-verify-'));
let puente: LocalPuente;
let sns: SNSClient;
let sqs: SQSClient;

beforeAll(async () => {
  puente = await startLocal({ dataDir, environment: {} });
  [sns, sqs] = [new SNSClient(), new SQSClient()];
}, 30_000);

afterAll(async () => {
  sns.destroy();
  sqs.destroy();
  await puente.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** The command as an operator runs it; its environment leads to the services of the running Puente. */
async function verify(changes: Record<string, string> = {}) {
  const [destination] = puente.plan.mail.eventDestinations;
  const given: Record<string, string> = {
    sender: `puente@${puente.plan.mail.identities[0]}`,
    'configuration-set': destination?.configurationSet ?? '',
    topic: destination?.topicArn ?? '',
    ...changes,
  };
  const parameters = Object.entries(given).flatMap(([name, value]) => [`--${name}`, value]);
  const child = spawn(process.execPath, ['--import', 'tsx', command, ...parameters]);
  let [output, errors] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const [code] = await once(child, 'close');
  return { code, output, errors };
}

async function queuesLeft(): Promise<string[]> {
  const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({ QueueNamePrefix: 'puente-verify' }));
  return QueueUrls;
}

async function subscriptionsOf(topicArn: string): Promise<number> {
  const { Subscriptions = [] } = await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn: topicArn }));
  return Subscriptions.length;
}

describe('npm run verify:ses', () => {
  it('sees every event of its three mails, says so, and leaves nothing behind', async () => {
    const topicArn = puente.plan.mail.eventDestinations[0]?.topicArn ?? '';
    const subscriptions = await subscriptionsOf(topicArn);
    const { code, output, errors } = await verify();
    expect(errors).toContain('queue and subscription are removed');
    expect(output).toMatch(/^success@\S+ +accepted +accepted [\d.]+ s, delivered [\d.]+ s$/m);
    expect(output).toMatch(/^bounce@\S+ +accepted +accepted [\d.]+ s, bounced [\d.]+ s$/m);
    expect(output).toMatch(
      /^complaint@\S+ +accepted +accepted [\d.]+ s, delivered [\d.]+ s, complained [\d.]+ s$/m,
    );
    expect(code).toBe(0);
    expect(await queuesLeft()).toEqual([]);
    expect(await subscriptionsOf(topicArn)).toBe(subscriptions);
  });

  it('says what is missing when nobody publishes, after the time that it was given', async () => {
    const { TopicArn = '' } = await sns.send(new CreateTopicCommand({ Name: 'silent' }));
    const { code, output, errors } = await verify({ topic: TopicArn, wait: '1' });
    expect(code).toBe(1);
    expect(output).toContain('bounced missing');
    expect(errors).toContain(
      'No event said that the mail to complaint@simulator.amazonses.com was accepted, delivered, complained.',
    );
    expect(await queuesLeft()).toEqual([]);
  });

  it('leaves nothing behind when there is no such topic', async () => {
    const { code, errors } = await verify({ topic: 'arn:aws:sns:eu-central-1:000000000000:nowhere' });
    expect(code).toBe(1);
    expect(errors).toContain('NotFoundException');
    expect(await queuesLeft()).toEqual([]);
  });

  it('says why SES does not take the mail, and does not wait for its events', async () => {
    const { code, errors } = await verify({ sender: 'puente@elsewhere.example' });
    expect(code).toBe(1);
    expect(errors).toContain(
      'success@simulator.amazonses.com was not accepted (notNow): is the sender verified',
    );
    expect(await queuesLeft()).toEqual([]);
  });

  it.each([
    ['sender', 'nobody'],
    ['configuration-set', ''],
    ['topic', 'arn:aws:sqs:eu-central-1:000000000000:queue'],
    ['wait', 'long'],
    ['unknown', 'x'],
  ])('refuses --%s %s with its usage', async (name, value) => {
    const { code, errors } = await verify({ [name]: value });
    expect(code).toBe(1);
    expect(errors).toContain('Usage: npm run verify:ses');
    expect(errors).not.toContain('at ');
  });
});
