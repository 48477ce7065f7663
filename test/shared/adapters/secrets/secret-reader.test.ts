import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { describe, expect, it } from 'vitest';
import { secretReader } from '../../../../shared/adapters/secrets/secret-reader.ts';

const key = 'k'.repeat(32);
const fiveMinutesMs = 300_000;

type Answer = { SecretString?: string } | Error;

/** A client that gives its answers in turn, the last one again and again, and keeps what it was asked. */
function fakeClient(...answers: Answer[]) {
  const asked: { SecretId?: string; VersionStage?: string }[] = [];
  const client = {
    async send(command: { input: { SecretId?: string; VersionStage?: string } }) {
      asked.push(command.input);
      const answer = answers[Math.min(asked.length, answers.length) - 1];
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
  return { client: client as unknown as SecretsManagerClient, asked };
}

function secret(value: unknown): Answer {
  return { SecretString: JSON.stringify(value) };
}

function named(name: string): Error {
  return Object.assign(new Error(name), { name });
}

class HandTime {
  ms = 1_000;
  readonly now = () => this.ms;
}

describe('secretReader', () => {
  it('reads the version in force and the one before it', async () => {
    const { client, asked } = fakeClient(secret({ key }), secret({ key: key.toUpperCase() }));
    const reader = secretReader(client, 'arn:secret');
    expect([await reader.current(), await reader.previous()]).toEqual([key, key.toUpperCase()]);
    expect(asked).toEqual([
      { SecretId: 'arn:secret', VersionStage: 'AWSCURRENT' },
      { SecretId: 'arn:secret', VersionStage: 'AWSPREVIOUS' },
    ]);
  });

  it('reads once in five minutes, also when asked many times at once', async () => {
    const { client, asked } = fakeClient(secret({ key }));
    const time = new HandTime();
    const reader = secretReader(client, 'arn:secret', time.now);
    await Promise.all(Array.from({ length: 20 }, () => reader.current()));
    time.ms += fiveMinutesMs - 1;
    await reader.current();
    expect(asked).toHaveLength(1);
    time.ms += 1;
    await reader.current();
    expect(asked).toHaveLength(2);
  });

  it('sees a rotated key after five minutes', async () => {
    const { client } = fakeClient(secret({ key }), secret({ key: 'n'.repeat(32) }));
    const time = new HandTime();
    const reader = secretReader(client, 'arn:secret', time.now);
    expect(await reader.current()).toBe(key);
    time.ms += fiveMinutesMs;
    expect(await reader.current()).toBe('n'.repeat(32));
  });

  it('looks again after ten seconds when somebody has reason to doubt', async () => {
    const { client, asked } = fakeClient(secret({ key }), secret({ key: 'n'.repeat(32) }));
    const time = new HandTime();
    const reader = secretReader(client, 'arn:secret', time.now);
    await reader.current();
    time.ms += 9_999;
    expect(await reader.latest()).toBe(key);
    time.ms += 1;
    expect(await reader.latest()).toBe('n'.repeat(32));
    expect(asked).toHaveLength(2);
  });

  it('keeps no failure', async () => {
    const { client, asked } = fakeClient(named('InternalServiceError'), secret({ key }));
    const reader = secretReader(client, 'arn:secret', () => 0);
    await expect(reader.current()).rejects.toThrow('InternalServiceError');
    expect(await reader.current()).toBe(key);
    expect(asked).toHaveLength(2);
  });

  it('knows that a secret was never rotated, and remembers it', async () => {
    const { client, asked } = fakeClient(named('ResourceNotFoundException'));
    const reader = secretReader(client, 'arn:secret', () => 0);
    expect(await reader.previous()).toBeUndefined();
    expect(await reader.previous()).toBeUndefined();
    expect(asked).toHaveLength(1);
  });

  it('does not take a fault for a secret that was never rotated', async () => {
    const { client } = fakeClient(named('AccessDeniedException'));
    await expect(secretReader(client, 'arn:secret').previous()).rejects.toThrow('AccessDeniedException');
  });

  it('cannot do without a version in force', async () => {
    const { client } = fakeClient(named('ResourceNotFoundException'));
    await expect(secretReader(client, 'arn:secret').current()).rejects.toThrow('ResourceNotFoundException');
  });

  it.each<[string, Answer]>([
    ['no text', {}],
    ['no JSON', { SecretString: key }],
    ['no key', secret({ other: key })],
    ['a short key', secret({ key: key.slice(1) })],
    ['another type', secret([key])],
  ])('throws for a secret with %s', async (_what, answer) => {
    const { client } = fakeClient(answer);
    const reading = secretReader(client, 'arn:secret').current();
    await expect(reading).rejects.toThrow();
    await expect(reading).rejects.not.toThrow(key.slice(1));
  });
});
