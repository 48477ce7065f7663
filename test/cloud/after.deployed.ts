import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { tagValueOf } from '../../shared/contracts/mail-tags.ts';
import { caller, eventually, tokenOf, workshopForm } from '../journeys/puente.ts';
import { type Aws, connectAws } from './aws.ts';
import { readDeployment } from './deployment.ts';
import { roleOf } from './stacks.ts';
import { region, stage } from './workplace.ts';

/** What can be said of a deployment when journeys have run on it. */

const deployment = readDeployment();
let aws: Aws;

beforeAll(() => {
  aws = connectAws(deployment.endpoint);
});

afterAll(() => aws.close());

const eventsSchema = z.object({
  events: z.array(z.object({ message: z.string(), timestamp: z.number() })),
  nextToken: z.string().optional(),
});

const itemSchema = z.object({ Item: z.record(z.string(), z.unknown()).optional() });
const topicsSchema = z.object({ Topics: z.array(z.object({ TopicArn: z.string() })) });
const invocationSchema = z.object({ FunctionError: z.string().optional() });

/** Every line that a function wrote, or the API about its requests. */
async function linesOf(name: string, startTimeMs = 0): Promise<string[]> {
  const group = { logGroupName: `/puente/${stage}/${name}`, startTime: startTimeMs };
  const lines: string[] = [];
  let page: z.output<typeof eventsSchema> | undefined;
  do {
    const next = page?.nextToken === undefined ? {} : { nextToken: page.nextToken };
    page = await aws.call(eventsSchema, 'logs', 'filter_log_events', { ...group, ...next });
    lines.push(...page.events.map(({ message }) => message));
  } while (page.nextToken !== undefined);
  return lines;
}

async function functionNames(): Promise<string[]> {
  const schema = z.object({ Functions: z.array(z.object({ FunctionName: z.string() })) });
  const { Functions } = await aws.call(schema, 'lambda', 'list_functions');
  return Functions.map(({ FunctionName }) => FunctionName.replace(`puente-${stage}-`, ''));
}

describe('the deployment', () => {
  it('is healthy', async () => {
    expect((await caller(deployment).get('/health')).json()).toEqual({ status: 'ok' });
  });

  it('tells the console its own user pool', async () => {
    const { UserPoolId, ClientId } = deployment.outputs;
    expect((await caller(deployment).get('/api/sign-in')).json()).toEqual({
      issuer: `https://cognito-idp.${region}.amazonaws.com/${UserPoolId}`,
      clientId: ClientId,
    });
  });

  it('serves the form in each language, and the sectors, from its bundles', async () => {
    for (const language of ['es', 'pl', 'en']) {
      const page = await caller(deployment).get(`/${language}/`);
      expect(page.status).toBe(200);
      expect(page.text).toContain(`lang="${language}`);
    }
    const sector = await caller(deployment).get('/api/sectors/pkd2025/28.30.Z');
    expect(sector.status).toBe(200);
    expect(sector.text).toContain('28.30');
  });
});

describe('rights', () => {
  it('are enforced: without its policy a function that worked is refused', async () => {
    const RoleName = await roleOf(aws, 'submit-interest');
    const names = z.object({ PolicyNames: z.array(z.string()) });
    const { PolicyNames } = await aws.call(names, 'iam', 'list_role_policies', { RoleName });
    const PolicyName = PolicyNames.find((name) => name !== 'tracing');
    const policy = { RoleName, PolicyName };
    const held = await aws.call(z.object({ PolicyDocument: z.unknown() }), 'iam', 'get_role_policy', policy);
    await aws.call(z.unknown(), 'iam', 'delete_role_policy', policy);
    try {
      expect((await caller(deployment).post('/api/interests', workshopForm())).status).toBe(500);
    } finally {
      const PolicyDocument = JSON.stringify(held.PolicyDocument);
      await aws.call(z.unknown(), 'iam', 'put_role_policy', { ...policy, PolicyDocument });
    }
    expect((await caller(deployment).post('/api/interests', workshopForm())).status).toBe(202);
    const refused = (await linesOf('submit-interest')).filter((line) => line.includes('"level":"ERROR"'));
    expect(refused).toEqual([expect.stringContaining('AccessDenied')]);
  });
});

describe('what the journeys do not reach', () => {
  it('administrators see doubts, the breaker and the audit, and nobody else does', async () => {
    const asked = ['/api/mails?status=unknown', '/api/mails?status=failed', '/api/sending', '/api/audit'];
    const statusesFor = async (...groups: string[]) => {
      const token = await tokenOf(deployment, 'admin@puente.example', groups);
      const desk = caller(deployment, { authorization: `Bearer ${token}` });
      const answers = await Promise.all(asked.map((path) => desk.get(path)));
      const decision = { as: 'again', note: 'x' };
      const nothing = encodeURIComponent(`${randomUUID()}#submitter#confirmation`);
      answers.push(await desk.post(`/api/mails/${nothing}/resolution`, decision));
      return answers.map(({ status }) => status);
    };
    expect(await statusesFor('admin')).toEqual([200, 200, 200, 200, 404]);
    expect(await statusesFor('office')).toEqual(Array(5).fill(403));
  });

  it('what SES reports of a mail comes through topic and queue into the table', async () => {
    const { id } = (await caller(deployment).post('/api/interests', workshopForm())).json<{ id: string }>();
    const outboxId = `${id}#submitter#confirmation`;
    const Key = { pk: { S: `OUTBOX#${outboxId}` }, sk: { S: 'OUTBOX' } };
    const entryWith = (attribute: string) =>
      eventually(`${attribute} of the confirmation mail`, async () => {
        const get = { TableName: deployment.outputs.TableName, Key, ConsistentRead: true };
        const { Item } = await aws.call(itemSchema, 'dynamodb', 'get_item', get);
        return Item?.[attribute] === undefined ? undefined : Item;
      });
    const sent = z.object({ attemptId: z.object({ S: z.string() }) }).parse(await entryWith('messageId'));
    const { Topics } = await aws.call(topicsSchema, 'sns', 'list_topics');
    const TopicArn = Topics.find((topic) => /mail-events/.test(topic.TopicArn))?.TopicArn;
    const event = JSON.parse(readFileSync('test/fixtures/ses-events/delivery.json', 'utf8'));
    event.mail.tags = {
      ...event.mail.tags,
      outbox: [tagValueOf(outboxId)],
      attempt: [sent.attemptId.S],
    };
    await aws.call(z.unknown(), 'sns', 'publish', { TopicArn, Message: JSON.stringify(event) });
    expect(await entryWith('delivery')).toMatchObject({ delivery: { M: { rank: { S: 'delivered' } } } });
  });

  it('the balance is struck when its hour comes', async () => {
    const FunctionName = `puente-${stage}-check-balance`;
    const reply = await aws.call(invocationSchema, 'lambda', 'invoke', { FunctionName, Payload: '{}' });
    expect(reply.FunctionError).toBeUndefined();
    expect(await linesOf('check-balance')).toContainEqual(expect.stringContaining('"BalanceOff":0'));
  });
});

describe('what the journeys leave', () => {
  it('every function has run, and none failed', async () => {
    for (const name of await functionNames()) {
      const lines = await linesOf(name);
      expect(lines.length, `${name} has run`).toBeGreaterThan(0);
      if (name === 'submit-interest') continue;
      expect(lines.filter((line) => /"level":"ERROR"|Task timed out|Runtime\./.test(line))).toEqual([]);
    }
  });

  it('every queue is empty, and nothing was set aside', async () => {
    const { QueueUrls } = await aws.call(z.object({ QueueUrls: z.array(z.string()) }), 'sqs', 'list_queues');
    expect(QueueUrls).toHaveLength(9);
    const counts = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'];
    const schema = z.object({ Attributes: z.record(z.string(), z.string()) });
    for (const QueueUrl of QueueUrls) {
      await eventually(`${QueueUrl} is empty`, async () => {
        const { Attributes } = await aws.call(schema, 'sqs', 'get_queue_attributes', {
          QueueUrl,
          AttributeNames: counts,
        });
        return counts.every((count) => Attributes[count] === '0') ? true : undefined;
      });
    }
  });

  it('no log holds an address or a name', async () => {
    for (const name of await functionNames()) {
      // What SES calls a mail has an @ in MiniStack only.
      const lines = (await linesOf(name)).join('\n').replaceAll('@email.amazonses.com', '');
      for (const personal of ['@', 'Lucía', 'Quispe', 'Kowalczyk', 'Misti', 'segadoras', '20999990003'])
        expect(lines.includes(personal), `${name} logs ${personal}`).toBe(false);
    }
  });
});

describe('the schedule', () => {
  it('runs the sweep within its minute, unasked', async () => {
    const startedMs = Date.now();
    const look = async () =>
      expect(await linesOf('sweep', startedMs)).toContainEqual(expect.stringMatching('^START '));
    await vi.waitFor(look, { timeout: 75_000, interval: 500 });
  });
});
