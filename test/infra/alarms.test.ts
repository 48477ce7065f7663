import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Stack } from 'aws-cdk-lib/core';
import { describe, expect, test } from 'vitest';
import { PuenteAlarm } from '../../infra/constructs/puente-alarm.ts';
import { configOf, Synthesised } from './synthesised.ts';

const runbooks = resolve(import.meta.dirname, '../../docs/runbooks');
const prod = new Synthesised(configOf('prod'));
const alarms = prod
  .all('AWS::CloudWatch::Alarm')
  .map(([, { Properties }]) => [String(Properties['AlarmName']), Properties] as const);

describe('an alarm', () => {
  test('exists for everything that can go wrong unseen', () => {
    expect(alarms.map(([name]) => name.replace('puente-prod-', '')).toSorted()).toEqual([
      'api-errors',
      'index-dead-letters',
      'index-queue-slow',
      'mail-bounces',
      'mail-complaints',
      'mail-dead-letters',
      'mail-queue-slow',
      'match-dead-letters',
      'match-queue-slow',
      'stream-failures',
      'stream-lagging',
      'sweep-failing',
      'sweep-stopped',
    ]);
  });

  test.each(alarms)('%s says who is hurt and which page helps', (name, { AlarmDescription }) => {
    const [, impact, page] =
      /^(.{30,}\.) Runbook: docs\/runbooks\/([a-z-]+)\.md$/.exec(String(AlarmDescription)) ?? [];
    expect(impact).toBeDefined();
    expect(name).toBe(`puente-prod-${page}`);
    const text = readFileSync(join(runbooks, `${page}.md`), 'utf8');
    expect(text).toContain(`puente-$STAGE-${page}`);
    for (const heading of ['## What it means', '## Look', '## Repair', '## Done when'])
      expect(text).toContain(heading);
  });

  test.each(alarms)('%s reaches a person', (_name, { AlarmActions }) => {
    expect(prod.plainName((AlarmActions as unknown[])[0])).toBe('Alarms');
  });

  test('reaches that person because CloudWatch may publish, for this account alone', () => {
    expect(prod.one('AWS::SNS::Subscription').Properties).toMatchObject({
      Protocol: 'email',
      Endpoint: 'operator@example.org',
    });
    const { PolicyDocument } = prod.one('AWS::SNS::TopicPolicy').Properties as {
      PolicyDocument: { Statement: unknown[] };
    };
    expect(PolicyDocument.Statement).toContainEqual(
      expect.objectContaining({
        Effect: 'Allow',
        Action: 'sns:Publish',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      }),
    );
  });

  test('cannot be declared for a page that is not there', () => {
    const declare = () =>
      new PuenteAlarm(new Stack(), 'Lost', {
        watch: { config: configOf('dev') },
        metric: new Metric({ namespace: 'Puente', metricName: 'Lost' }),
        threshold: 1,
        impact: 'Nobody knows.',
        runbook: 'no-such-page',
      });
    expect(declare).toThrow('docs/runbooks/no-such-page.md is missing');
  });
});

test('every page belongs to an alarm, but for a planned one and those that the log leads to', () => {
  const pages = readdirSync(runbooks).map((file) => file.replace('.md', ''));
  const named = alarms.map(([name]) => name.replace('puente-prod-', ''));
  expect(pages.filter((page) => !named.includes(page))).toEqual([
    'doubtful-sends',
    'rotate-link-secret',
    'sending-paused',
  ]);
});
