import { describe, expect, test } from 'vitest';
import { localConfig, parseConfig } from '../../infra/config.ts';
import { defaultClocks } from '../../shared/domain/clocks.ts';

const prod = { stage: 'prod', mailDomain: 'puente.example.org', alarmEmail: 'operator@example.org' };

describe('a stage from the CDK context', () => {
  test('takes its defaults', () => {
    expect(parseConfig({ stage: 'dev' })).toEqual({
      stage: 'dev',
      region: 'eu-central-1',
      mail: { domain: 'dev.puente.example', from: 'puente@dev.puente.example' },
      clocks: defaultClocks,
      durable: false,
      logRetentionDays: 14,
      requireMfa: false,
      mailConcurrency: 2,
      mailsPerSecond: 1,
      mailsADay: 3,
      reservesConcurrency: false,
      throttle: { requestsPerSecond: 20, burstRequests: 40 },
    });
  });

  test('takes what is given, and ignores what the CDK adds', () => {
    const config = parseConfig({
      ...prod,
      region: 'eu-west-1',
      baseUrl: 'https://puente.example.org',
      mailSender: 'kontakt',
      PUENTE_UNDO_SECONDS: '5',
      'aws:cdk:enable-path-metadata': true,
    });
    expect(config).toMatchObject({
      stage: 'prod',
      region: 'eu-west-1',
      baseUrl: 'https://puente.example.org',
      mail: { domain: 'puente.example.org', from: 'kontakt@puente.example.org' },
      clocks: { ...defaultClocks, undo: 5 },
      durable: true,
      requireMfa: true,
      alarmEmail: 'operator@example.org',
    });
  });

  test.each(['staging', undefined, 'PROD'])('refuses the stage %s', (stage) => {
    expect(() => parseConfig({ stage })).toThrow('stage must be one of local, dev, test, prod');
  });

  test('lists every fault at once', () => {
    const faulty = {
      stage: 'staging',
      region: 'Frankfurt',
      baseUrl: 'https://puente.example.org/',
      mailDomain: 'Puente',
      mailSender: 'a@b',
      alarmEmail: 'nobody',
      PUENTE_UNDO_SECONDS: 'soon',
      PUENTE_ANSWER_SECONDS: '0',
    };
    const message = messageOf(() => parseConfig(faulty));
    for (const key of Object.keys(faulty)) expect(message).toContain(`- ${key} `);
    expect(message.split('\n- ')).toHaveLength(1 + Object.keys(faulty).length);
  });

  test('wants a real domain, somebody to alarm and https in prod', () => {
    const message = messageOf(() => parseConfig({ stage: 'prod', baseUrl: 'http://puente.example.org' }));
    expect(message.split('\n- ').slice(1)).toEqual([
      'mailDomain is required for prod',
      'alarmEmail is required for prod',
      'baseUrl must be https for prod',
    ]);
  });
});

describe('the local stage from the environment', () => {
  test('takes its defaults', () => {
    expect(localConfig({})).toMatchObject({
      stage: 'local',
      baseUrl: 'http://localhost:3000',
      // The queues of this machine end with the process, so stranded work is asked for sooner.
      clocks: { ...defaultClocks, requeue: 30 },
      durable: false,
    });
  });

  test('follows PORT, PUENTE_BASE_URL and the clocks', () => {
    expect(localConfig({ PORT: '8080' }).baseUrl).toBe('http://localhost:8080');
    const config = localConfig({ PUENTE_BASE_URL: 'https://demo.example.org', PUENTE_UNDO_SECONDS: '2' });
    expect(config.baseUrl).toBe('https://demo.example.org');
    expect(config.clocks).toEqual({ ...defaultClocks, requeue: 30, undo: 2 });
    expect(localConfig({ PUENTE_REQUEUE_SECONDS: '7' }).clocks.requeue).toBe(7);
  });

  test('lists every fault at once', () => {
    const faulty = { PORT: '70000', PUENTE_BASE_URL: 'localhost:3000', PUENTE_DECIDE_SECONDS: '-1' };
    const message = messageOf(() => localConfig(faulty));
    for (const key of Object.keys(faulty)) expect(message).toContain(`- ${key} `);
    expect(message.split('\n- ')).toHaveLength(4);
  });
});

function messageOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was refused');
}
