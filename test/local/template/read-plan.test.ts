import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPlan } from '../../../local/template/read-plan.ts';
import type { CfnResource, StackTemplate } from '../../../local/template/stack-template.ts';
import { fixtureTemplates } from '../fixtures/run-fixture.ts';

const addresses = {
  apiUrl: 'http://localhost:3000',
  issuerUrl: 'http://localhost:3000/identity',
  sqsUrl: 'http://127.0.0.1:4000',
};

const outdir = mkdtempSync(join(tmpdir(), 'puente-plan-'));
let fixture: readonly StackTemplate[];

beforeAll(async () => {
  fixture = await fixtureTemplates(outdir, addresses.apiUrl);
}, 60_000);

afterAll(() => rmSync(outdir, { recursive: true, force: true }));

/** The fixture's stacks with one more resource, or one changed. */
function withResource(logicalId: string, resource: CfnResource): readonly StackTemplate[] {
  return fixture.map(({ stackName, template }) =>
    stackName === 'FixturePipeline'
      ? { stackName, template: { ...template, Resources: { ...template.Resources, [logicalId]: resource } } }
      : { stackName, template },
  );
}

describe('readPlan', () => {
  it('reads what the fixture app says, across its stacks', () => {
    const plan = readPlan(fixture, addresses);
    const named = (part: string) => plan.functions.find(({ entry }) => entry.endsWith(`/${part}.ts`));
    expect(plan.routes.map(({ routeKey }) => routeKey).sort()).toEqual([
      '$default',
      'ANY /echo/{id}',
      'GET /faulty',
      'GET /health',
      'GET /orders/{id}',
      'GET /scoped',
      'GET /signed-in',
      'GET /slow',
      'GET /ticks',
      'POST /orders',
    ]);
    const scoped = plan.routes.find(({ routeKey }) => routeKey === 'GET /scoped');
    const [client] = plan.identity.clients;
    expect(scoped).toMatchObject({
      functionName: named('echo')?.name,
      scopes: ['orders/write'],
      authorizer: { issuer: addresses.issuerUrl, audience: [client?.clientId], headerName: 'authorization' },
    });
    const [table] = plan.tables;
    expect(table?.definition).toMatchObject({
      TimeToLiveAttribute: 'ttl',
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    });
    expect(named('orders')).toMatchObject({
      timeoutSeconds: 10,
      environment: { TABLE_NAME: table?.name, SECRET_ARN: plan.secrets[0]?.arn, FUNCTION: 'orders' },
    });
    expect(named('slow')?.timeoutSeconds).toBe(1);
    const work = plan.queues.find(({ name }) => name.includes('Work'));
    const deadLetters = plan.queues.find(({ name }) => name.includes('DeadLetters'));
    expect(work?.attributes['VisibilityTimeout']).toBe('1');
    expect(JSON.parse(work?.attributes['RedrivePolicy'] ?? '{}')).toEqual({
      deadLetterTargetArn: deadLetters?.arn,
      maxReceiveCount: '2',
    });
    expect(plan.eventSources).toMatchObject([
      {
        kind: 'stream',
        functionName: named('on-stream')?.name,
        tableName: table?.name,
        batchSize: 10,
        bisects: true,
        maximumRetryAttempts: 1,
        reportsItemFailures: true,
        startingPosition: 'LATEST',
      },
      {
        kind: 'queue',
        functionName: named('on-queue')?.name,
        queueUrl: work?.url,
        batchSize: 5,
        maximumConcurrency: 5,
      },
    ]);
    expect(plan.schedules).toMatchObject([{ functionName: named('tick')?.name, rateSeconds: 60 }]);
    expect(plan.mail.identities).toEqual(['mail.fixture.example']);
    expect(plan.bucketNames).toEqual([expect.stringMatching(/^fixturedata-things[0-9a-f]+$/)]);
  });

  it('reads where events of mails go, unless that is switched off', () => {
    const destination = (changes: Record<string, unknown> = {}): CfnResource => ({
      Type: 'AWS::SES::ConfigurationSetEventDestination',
      Properties: {
        ConfigurationSetName: 'sending',
        EventDestination: {
          Enabled: true,
          MatchingEventTypes: ['send', 'bounce'],
          SnsDestination: { TopicARN: 'arn:aws:sns:eu-central-1:000000000000:events' },
          ...changes,
        },
      },
    });
    expect(readPlan(withResource('Extra', destination()), addresses).mail.eventDestinations).toEqual([
      {
        configurationSet: 'sending',
        topicArn: 'arn:aws:sns:eu-central-1:000000000000:events',
        eventTypes: ['send', 'bounce'],
      },
    ]);
    const off = withResource('Extra', destination({ Enabled: false }));
    expect(readPlan(off, addresses).mail.eventDestinations).toEqual([]);
  });

  it.each<[string, CfnResource, RegExp]>([
    [
      'events of mails that go to no topic',
      {
        Type: 'AWS::SES::ConfigurationSetEventDestination',
        Properties: { ConfigurationSetName: 'sending', EventDestination: { MatchingEventTypes: ['send'] } },
      },
      /Extra .*event destination other than an SNS topic/,
    ],
    [
      'an unknown kind',
      { Type: 'AWS::Neptune::DBCluster' },
      /FixturePipeline\/Extra \(AWS::Neptune::DBCluster\): this kind is unknown/,
    ],
    ['a function without its entry', { Type: 'AWS::Lambda::Function' }, /Extra .*puente:entry/],
    [
      'a cron schedule',
      { Type: 'AWS::Events::Rule', Properties: { ScheduleExpression: 'cron(0 8 * * ? *)' } },
      /Extra .*cron\(0 8/,
    ],
    [
      'an event rule',
      { Type: 'AWS::Events::Rule', Properties: { EventPattern: { source: ['aws.ses'] } } },
      /Extra .*EventPattern/,
    ],
    [
      'a second API',
      { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: 'HTTP' } },
      /exactly one HTTP API; the template has 2/,
    ],
    [
      'a Lambda subscription',
      { Type: 'AWS::SNS::Subscription', Properties: { Protocol: 'lambda', TopicArn: 'a:b' } },
      /Extra .*lambda/,
    ],
    [
      'a filter rule that is not known',
      {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: {
          EventSourceArn: 'arn:aws:sqs:eu-central-1:000000000000:x',
          FunctionName: 'echo',
          FilterCriteria: { Filters: [{ Pattern: '{"body":{"a":[{"cidr":"10.0.0.0/8"}]}}' }] },
        },
      },
      /Extra .*(cidr|function)/,
    ],
  ])('refuses %s and names it', (_name, resource, message) => {
    expect(() => readPlan(withResource('Extra', resource), addresses)).toThrow(message);
  });
});
