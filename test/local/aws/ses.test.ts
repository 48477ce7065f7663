import { statSync } from 'node:fs';
import { join } from 'node:path';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import {
  SESClient,
  SendEmailCommand,
  SendRawEmailCommand,
  type SendRawEmailCommandInput,
} from '@aws-sdk/client-ses';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { startAwsEndpoint } from '../../../local/aws/endpoint.ts';
import { generateSecret, openSecrets, type SecretStore } from '../../../local/aws/secrets.ts';
import { type AcceptedMail, createSes, type MailSink } from '../../../local/aws/ses.ts';
import { readHeaders, replaceHeaders } from '../../../local/aws/ses-message.ts';
import { openDataDir } from '../../../local/data-dir.ts';
import { temporaryDirectory } from '../support.ts';

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const acceptedAt = new Date('2026-11-23T10:00:00Z');

interface Delivered extends AcceptedMail {
  readonly raw: string;
}

let delivered: Delivered[];
let sink: MailSink;
let ses: SESClient;
let secrets: SecretStore;
let manager: SecretsManagerClient;
let dataPath: string;

beforeEach(async () => {
  delivered = [];
  sink = { deliver: async (mail, raw) => void delivered.push({ ...mail, raw: raw.toString('latin1') }) };
  dataPath = temporaryDirectory();
  const dataDir = openDataDir(dataPath);
  secrets = openSecrets(
    dataDir,
    [
      {
        name: 'link',
        arn: 'arn:link-abc',
        generate: {
          GenerateStringKey: 'key',
          SecretStringTemplate: '{}',
          PasswordLength: 43,
          ExcludePunctuation: true,
        },
        value: undefined,
      },
    ],
    () => acceptedAt.getTime(),
  );
  const endpoint = await startAwsEndpoint();
  const mail = {
    identities: ['mail.fixture.example'],
    configurationSets: ['sending'],
    eventDestinations: [],
  };
  endpoint.serve({
    secrets,
    ses: createSes({
      mail,
      sink: { deliver: (...given) => sink.deliver(...given) },
      now: () => acceptedAt,
      publish: async () => undefined,
      onUnpublished: () => undefined,
    }),
  });
  const options = { region: 'eu-central-1', endpoint: endpoint.url, credentials, maxAttempts: 1 };
  ses = new SESClient(options);
  manager = new SecretsManagerClient(options);
  onTestFinished(async () => {
    ses.destroy();
    manager.destroy();
    await endpoint.stop();
    dataDir.release();
  });
});

const message = (...lines: string[]) => Buffer.from(lines.join('\r\n'), 'latin1');
const plain = message(
  'From: Puente <a@mail.fixture.example>',
  'To: b@x.example',
  'Subject: Hi',
  '',
  'Body',
  '',
);

const send = (changes: Partial<SendRawEmailCommandInput> = {}, raw = plain) =>
  ses.send(new SendRawEmailCommand({ RawMessage: { Data: raw }, ...changes }));

describe('SendRawEmail through the real SDK', () => {
  it('keeps destinations, tags and configuration set apart from the header', async () => {
    const { MessageId } = await send({
      Source: 'bounces@mail.fixture.example',
      Destinations: ['only@y.example'],
      Tags: [
        { Name: 'outbox', Value: 'o-1' },
        { Name: 'attempt', Value: 'a_2' },
      ],
      ConfigurationSetName: 'sending',
    });
    expect(MessageId).toMatch(/^0107[0-9a-f]{12}-[0-9a-f-]{36}-000000$/);
    expect(delivered).toMatchObject([
      {
        messageId: MessageId,
        source: 'bounces@mail.fixture.example',
        destinations: ['only@y.example'],
        tags: { outbox: 'o-1', attempt: 'a_2' },
        configurationSet: 'sending',
        acceptedAt: acceptedAt.toISOString(),
      },
    ]);
  });

  it('puts its own Message-ID and Date in place of the sender’s and leaves every other byte', async () => {
    const raw = message(
      'Message-ID: <mine',
      ' @x>',
      'From: a@mail.fixture.example',
      'DATE: Mon, 1 Jan 2001 00:00:00 +0000',
      'To: b@x.example',
      'X-Folded: a',
      '\tb',
      '',
      'Date: kept',
      '\xff\x00',
      '.',
      '',
    );
    const { MessageId } = await send({}, raw);
    expect(delivered[0]?.raw).toBe(
      message(
        `Message-ID: <${MessageId}@eu-central-1.amazonses.com>`,
        'From: a@mail.fixture.example',
        'Date: Mon, 23 Nov 2026 10:00:00 +0000',
        'To: b@x.example',
        'X-Folded: a',
        '\tb',
        '',
        'Date: kept',
        '\xff\x00',
        '.',
        '',
      ).toString('latin1'),
    );
  });

  it('takes the recipients of the header without Destinations', async () => {
    await send(
      {},
      message(
        'From: a@mail.fixture.example',
        'To: "Last, First" <b@x.example>,',
        ' c@x.example',
        'Cc: d@x.example',
        '',
        '',
      ),
    );
    expect(delivered[0]?.destinations).toEqual(['b@x.example', 'c@x.example', 'd@x.example']);
  });

  it.each<[string, string, Partial<SendRawEmailCommandInput>, Buffer<ArrayBuffer>?]>([
    [
      'MessageRejected',
      'an unverified sender',
      {},
      message('From: a@other.example', 'To: b@x.example', '', ''),
    ],
    ['MessageRejected', 'an unverified Source', { Source: 'a@other.example' }],
    [
      'MessageRejected',
      'more than 50 recipients',
      { Destinations: Array.from({ length: 51 }, (_, index) => `r${index}@x.example`) },
    ],
    [
      'ConfigurationSetDoesNotExistException',
      'an unknown configuration set',
      { ConfigurationSetName: 'other' },
    ],
    ['InvalidParameterValue', 'a tag with a strange value', { Tags: [{ Name: 'a', Value: 'x#y' }] }],
    [
      'InvalidParameterValue',
      'a tag twice',
      {
        Tags: [
          { Name: 'a', Value: 'x' },
          { Name: 'a', Value: 'y' },
        ],
      },
    ],
    ['InvalidParameterValue', 'a recipient without domain', { Destinations: ['nobody'] }],
    [
      'InvalidParameterValue',
      'a recipient with a line end',
      { Destinations: ['a@x.example\r\nBcc: c@x.example'] },
    ],
    ['InvalidParameterValue', 'two recipients in one', { Destinations: ['a@x.example,b@x.example'] }],
    ['InvalidParameterValue', 'a recipient in Unicode', { Destinations: ['zażółć@x.example'] }],
    ['InvalidParameterValue', 'no From', {}, message('To: b@x.example', '', '')],
    [
      'InvalidParameterValue',
      'two Subjects',
      {},
      message('From: a@mail.fixture.example', 'To: b@x.example', 'Subject: 1', 'subject: 2', '', ''),
    ],
    [
      'InvalidParameterValue',
      'a line that is no header',
      {},
      message('From: a@mail.fixture.example', 'nonsense', '', ''),
    ],
    [
      'InvalidParameterValue',
      'a header that is not ASCII',
      {},
      message('From: a@mail.fixture.example', 'To: b@x.example', 'Subject: \xf3', '', ''),
    ],
  ])('answers %s to %s', async (name, _what, changes, raw) => {
    await expect(send(changes, raw)).rejects.toMatchObject({ name });
    expect(delivered).toEqual([]);
  });

  it('answers no 200 for a mail that could not be stored', async () => {
    sink = { deliver: () => Promise.reject(new Error('disk full')) };
    await expect(send()).rejects.toMatchObject({ $metadata: { httpStatusCode: 500 } });
  });

  it('refuses every other operation and service', async () => {
    const other = new SendEmailCommand({
      Source: 'a@mail.fixture.example',
      Destination: {},
      Message: { Subject: { Data: '' }, Body: {} },
    });
    await expect(ses.send(other)).rejects.toMatchObject({ name: 'InvalidAction' });
  });

  it('changes nothing but the two headers of any message', () => {
    const name = fc.stringMatching(/^X-[A-Za-z]{1,8}$/);
    const value = fc.stringMatching(/^[ -~]{0,40}$/).map((text) => text.trim());
    const eol = fc.constantFrom('\r\n', '\n');
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value)), fc.uint8Array(), eol, (pairs, bytes, end) => {
        const head = pairs.map(([key, text]) => `${key}: ${text}${end}`).join('');
        const body = Buffer.concat([Buffer.from(end), Buffer.from(bytes)]);
        const raw = Buffer.concat([Buffer.from(`${head}Message-ID: <old>${end}`), body]);
        const replaced = replaceHeaders(raw, readHeaders(raw), { messageId: 'new', date: acceptedAt });
        const expected = `Date: Mon, 23 Nov 2026 10:00:00 +0000${end}${head}Message-ID: <new@eu-central-1.amazonses.com>${end}`;
        expect(replaced.equals(Buffer.concat([Buffer.from(expected), body]))).toBe(true);
      }),
    );
  });
});

describe('GetSecretValue through the real SDK', () => {
  const read = (SecretId: string, VersionStage?: string) =>
    manager.send(
      new GetSecretValueCommand({ SecretId, ...(VersionStage === undefined ? {} : { VersionStage }) }),
    );

  it('gives the current value by name and by ARN, kept in a file for this user only', async () => {
    const { SecretString, VersionStages } = await read('link');
    expect(JSON.parse(SecretString ?? '')).toEqual({ key: expect.stringMatching(/^[A-Za-z0-9]{43}$/) });
    expect(VersionStages).toEqual(['AWSCURRENT']);
    expect((await read('arn:link-abc')).SecretString).toBe(SecretString);
    expect(statSync(join(dataPath, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  it('keeps the value before as AWSPREVIOUS', async () => {
    const { SecretString: first } = await read('link');
    await expect(read('link', 'AWSPREVIOUS')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    secrets.rotate('link');
    expect((await read('link')).SecretString).not.toBe(first);
    expect((await read('link', 'AWSPREVIOUS')).SecretString).toBe(first);
  });

  it('knows no other secret', async () => {
    await expect(read('other')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it('makes values by the rules of the template', () => {
    const flag = fc.boolean();
    const rules = fc.record({
      PasswordLength: fc.integer({ min: 4, max: 80 }),
      ExcludePunctuation: flag,
      ExcludeNumbers: flag,
      ExcludeUppercase: flag,
      ExcludeCharacters: fc.constantFrom('', 'abc', '"\\'),
    });
    fc.assert(
      fc.property(rules, (given) => {
        const value = generateSecret(given);
        expect(value).toHaveLength(given.PasswordLength);
        expect(value).toMatch(/[a-z]/);
        expect(/[0-9]/.test(value)).toBe(!given.ExcludeNumbers);
        expect(/[A-Z]/.test(value)).toBe(!given.ExcludeUppercase);
        expect(/[^A-Za-z0-9]/.test(value)).toBe(!given.ExcludePunctuation);
        for (const excluded of given.ExcludeCharacters) expect(value).not.toContain(excluded);
      }),
    );
  });
});
