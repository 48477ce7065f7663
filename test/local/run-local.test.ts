import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callAws } from '../../local/aws/json-protocol.ts';
import { requestToken } from '../../local/commands/token.ts';
import type { LocalRun } from '../../local/run-local.ts';
import { runFixture } from './fixtures/run-fixture.ts';
import { eventually, temporaryDirectory } from './support.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'puente-run-'));
const errors: string[] = [];
let run: LocalRun;

beforeAll(async () => {
  run = await runFixture(dataDir, {
    onError: (functionName, message) => errors.push(`${functionName}: ${message}`),
  });
}, 60_000);

afterAll(async () => {
  await run.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${run.baseUrl}${path}`, { headers });

async function order(id: string, more: Record<string, string> = {}): Promise<Response> {
  return await fetch(`${run.baseUrl}/orders`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id, ...more }),
  });
}

const done = (id: string) =>
  eventually(`order ${id}`, async () => {
    const response = await get(`/orders/${id}`);
    return response.ok ? ((await response.json()) as { times: number; messageId: string }) : undefined;
  });

/** Bodies of the messages in a queue, seen without receiving them away for long. */
async function messagesIn(queueName: RegExp): Promise<Record<string, unknown>[]> {
  const queue = run.plan.queues.find(({ name }) => queueName.test(name));
  const input = { QueueUrl: queue?.url, MaxNumberOfMessages: 10, VisibilityTimeout: 0 };
  const { Messages } = await callAws(run.endpoints.sqs, 'sqs', 'ReceiveMessage', input);
  return ((Messages ?? []) as { Body: string }[]).map(
    ({ Body }) => JSON.parse(Body) as Record<string, unknown>,
  );
}

it('serves the buckets of the template', async () => {
  const [name] = run.plan.bucketNames;
  expect(process.env['AWS_ENDPOINT_URL_S3']).toBe(run.endpoints.sqs);
  expect((await fetch(`${run.endpoints.sqs}/${name}`, { method: 'HEAD' })).status).toBe(200);
});

describe('HTTP', () => {
  it('calls the function of the route with an event of API Gateway and its own environment', async () => {
    const response = await fetch(`${run.baseUrl}/echo/a%20b?x=1&x=2`, {
      method: 'PUT',
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: 'a=1; b=2', 'x-one': 'yes' },
      body: 'k=v',
    });
    const answer = (await response.json()) as {
      functionName: string;
      region: string;
      remainingMs: number;
      event: APIGatewayProxyEventV2;
    };
    const { functionName, region, event, remainingMs } = answer;
    expect(response.headers.get('content-type')).toBe('application/json');
    expect({ functionName, region }).toEqual({ functionName: 'echo', region: 'eu-central-1' });
    expect(remainingMs).toBeGreaterThan(5_000);
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'ANY /echo/{id}',
      rawPath: '/echo/a b',
      rawQueryString: 'x=1&x=2',
      queryStringParameters: { x: '1,2' },
      pathParameters: { id: 'a b' },
      cookies: ['a=1', 'b=2'],
      headers: { 'x-one': 'yes' },
      body: Buffer.from('k=v').toString('base64'),
      isBase64Encoded: true,
      requestContext: { stage: '$default', http: { method: 'PUT', path: '/echo/a b' } },
    });
    expect(['127.0.0.1', '::1']).toContain(event.requestContext.http.sourceIp);
  });

  it('answers on both loopback addresses', async () => {
    const port = new URL(run.baseUrl).port;
    expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
    expect((await fetch(`http://[::1]:${port}/health`)).status).toBe(200);
  });

  it('hides a fault, and logs it', async () => {
    const response = await get('/faulty');
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ message: 'Internal Server Error' });
    expect(errors.join()).toContain('a secret detail');
    expect(readFileSync(join(dataDir, 'puente.log'), 'utf8')).toContain('a secret detail');
  });

  it('gives up on a function that takes too long', async () => {
    const response = await get('/slow');
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ message: 'Service Unavailable' });
  });

  it('refuses a body over 10 MB and still answers the next request', async () => {
    const response = await fetch(`${run.baseUrl}/echo/big`, {
      method: 'POST',
      body: Buffer.alloc(11 * 1024 * 1024),
    });
    expect(response.status).toBe(413);
    expect((await get('/health')).status).toBe(200);
  });

  it('keeps the output of functions in the log', async () => {
    await get('/echo/log');
    expect(readFileSync(join(dataDir, 'puente.log'), 'utf8')).toContain('"routeKey":"ANY /echo/{id}"');
  });
});

describe('JWT authorizer', () => {
  it('lets a signed-in person in, with every claim as text', async () => {
    const token = await requestToken({
      ...run,
      email: 'ana@fixture.example',
      groups: ['coordinator', 'cluster:metal'],
    });
    const { event } = (await (await get('/signed-in', { authorization: `Bearer ${token}` })).json()) as {
      event: { requestContext: { authorizer: { jwt: { claims: Record<string, string>; scopes: unknown } } } };
    };
    const { claims, scopes } = event.requestContext.authorizer.jwt;
    expect(claims['cognito:groups']).toBe('[coordinator cluster:metal]');
    expect(claims['token_use']).toBe('access');
    expect(claims['exp']).toMatch(/^\d+$/);
    expect(claims['iss']).toBe(`${run.baseUrl}/identity`);
    expect(scopes).toBeNull();
  });

  it('refuses no token, a token of nobody, a changed one and one without the scope', async () => {
    const token = await requestToken({ ...run, email: 'ana@fixture.example', groups: ['admin'] });
    const [head, body, signature] = token.split('.');
    const claims = JSON.parse(Buffer.from(body ?? '', 'base64url').toString()) as object;
    const raised = Buffer.from(JSON.stringify({ ...claims, 'cognito:groups': ['owner'] })).toString(
      'base64url',
    );
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`;
    for (const bad of [
      '',
      'Bearer',
      'Bearer x.y.z',
      `Bearer ${none}`,
      `Bearer ${head}.${raised}.${signature}`,
    ]) {
      const response = await get('/signed-in', bad === '' ? {} : { authorization: bad });
      expect([bad, response.status]).toEqual([bad, 401]);
      expect(await response.json()).toEqual({ message: 'Unauthorized' });
    }
    expect((await get('/scoped', { authorization: `Bearer ${token}` })).status).toBe(403);
  });
});

describe('events', () => {
  it('carries an order from the table through stream and queue to a mail, once', async () => {
    const response = await order('first');
    expect(response.status).toBe(202);
    expect(await response.json()).toEqual({ id: 'first', keyLength: 43 });
    const { times, messageId } = await done('first');
    expect(times).toBe(1);
    expect(run.acceptedMails().filter(({ tags }) => tags['order'] === 'first')).toHaveLength(1);
    const mails = (await (await fetch(`${run.mailUrl}/email`)).json()) as {
      id: string;
      subject: string;
      envelope: { to: { address: string }[] };
    }[];
    const mail = mails.find(({ subject }) => subject === 'Order first');
    expect(mail?.envelope.to[0]?.address).toBe('first@buyers.example');
    const source = Buffer.from(
      await (await fetch(`${run.mailUrl}/email/${mail?.id}/source`)).arrayBuffer(),
    ).toString('utf8');
    expect(source).toContain(`Message-ID: <${messageId}@eu-central-1.amazonses.com>\r\n`);
    expect(source).toMatch(/\r\n\r\nDone: żółć\r\n$/);
  });

  it('repeats only the failed message of a batch, then gives it to the dead-letter queue', async () => {
    await Promise.all([order('bad', { queue: 'fails' }), order('good-1'), order('good-2')]);
    expect((await done('good-1')).times).toBe(1);
    expect((await done('good-2')).times).toBe(1);
    const dead = await eventually('a dead letter', async () =>
      (await messagesIn(/DeadLetters/)).find(({ id }) => id === 'bad'),
    );
    expect(dead['queue']).toBe('fails');
    expect((await done('good-1')).times).toBe(1);
  });

  it('gives up on a stream record after its retries, tells the failure queue, and goes on', async () => {
    await order('poison', { stream: 'fails' });
    await order('after');
    await done('after');
    const [told] = await eventually('a failure report', async () => {
      const found = await messagesIn(/StreamFailures/);
      return found.length > 0 ? found : undefined;
    });
    expect(told).toMatchObject({
      requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 2 },
      DDBStreamBatchInfo: { batchSize: 1 },
    });
  });

  it('brings a record through stream and queue within a quarter of a second', async () => {
    const tookMs: number[] = [];
    for (const id of ['quick-1', 'quick-2', 'quick-3', 'quick-4', 'quick-5']) {
      const startedMs = performance.now();
      await order(id);
      await eventually('the mail', () => run.acceptedMails().find(({ tags }) => tags['order'] === id));
      tookMs.push(performance.now() - startedMs);
    }
    // The best of five: other tests may keep the machine busy meanwhile.
    expect(Math.min(...tookMs)).toBeLessThan(250);
  });

  it('runs a schedule again and again, never twice at a time', async () => {
    const ticks = await eventually('three runs', async () => {
      const response = await get('/ticks');
      const found = response.ok
        ? ((await response.json()) as { times: number; besides: number; eventSource: string })
        : undefined;
      return (found?.times ?? 0) >= 3 ? found : undefined;
    });
    expect(ticks).toMatchObject({ besides: 0, eventSource: 'aws.events' });
  });
});

describe('a start that fails', () => {
  it('says why and leaves nothing behind', async () => {
    const elsewhere = temporaryDirectory();
    const failing = { templates: () => Promise.reject(new Error('no template today')), port: 0 };
    await expect(runFixture(elsewhere, failing)).rejects.toThrow('no template today');
    await expect(runFixture(elsewhere, failing)).rejects.toThrow('no template today');
    await expect(runFixture(elsewhere, { port: Number(new URL(run.baseUrl).port) })).rejects.toThrow(/PORT/);
    expect((await get('/health')).status).toBe(200);
  });
});

describe('one after the other on the same data', () => {
  it('refuses a second runner while the first one runs', async () => {
    await expect(runFixture(dataDir)).rejects.toThrow(/already runs on .*puente-run-.*PUENTE_DATA/);
  });

  it('goes on where it stopped', async () => {
    expect(process.env['AWS_ENDPOINT_URL_SQS']).toBe(run.endpoints.sqs);
    await run.stop();
    expect(process.env['AWS_ENDPOINT_URL_SQS']).toBeUndefined();
    const acceptedBefore = run.acceptedMails().length;

    run = await runFixture(dataDir);
    expect((await done('first')).times).toBe(1);
    const mails = (await (await fetch(`${run.mailUrl}/email`)).json()) as {
      subject: string;
      read: boolean;
      envelope: { to: { address: string }[] };
    }[];
    const kept = mails.filter(({ subject }) => subject === 'Order first');
    expect(kept).toHaveLength(1);
    expect(kept[0]).toMatchObject({ read: false, envelope: { to: [{ address: 'first@buyers.example' }] } });
    expect(run.acceptedMails()).toHaveLength(acceptedBefore);

    await order('second-run');
    expect((await done('second-run')).times).toBe(1);
    expect(run.acceptedMails().filter(({ tags }) => tags['order'] === 'first')).toHaveLength(1);
    const emptied = await fetch(`${run.mailUrl}/email/all`, { method: 'DELETE' });
    expect(emptied.status).toBe(200);
    expect(await (await fetch(`${run.mailUrl}/email`)).json()).toEqual([]);
    expect(existsSync(join(dataDir, 'dynamodb.sqlite'))).toBe(true);
  }, 60_000);
});
