import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outcomeOf, sendOnceClient, sesMailProvider } from '../../../../shared/adapters/ses/mail-provider.ts';
import { systemIds } from '../../../../shared/adapters/system/system.ts';
import { leadIdOf } from '../../../../shared/domain/ids.ts';
import { outboxIdOf } from '../../../../shared/domain/outbox.ts';
import type { OutgoingMail, SendOutcome } from '../../../../shared/domain/ports.ts';
import { memberIdOf, newInterestId } from '../../../builders/ids.ts';
import { acceptance, type Behaviour, refusal, sesServer } from './ses-server.ts';

function awsError(name: string, httpStatusCode?: number): Error {
  return Object.assign(new Error(name), { name, $metadata: { httpStatusCode } });
}

function rejection(message: string): Error {
  return Object.assign(awsError('MessageRejected', 400), { message });
}

function networkError(code: string, syscall?: string): Error {
  return Object.assign(new Error(code), { code, ...(syscall !== undefined && { syscall }) });
}

/** What the SDK's HTTP handler throws when nobody takes the connection. */
const neverConnected = Object.assign(
  new Error(
    '@smithy/node-http-handler - the request socket did not establish a connection with the server within the configured timeout of 3000 ms.',
  ),
  { name: 'TimeoutError' },
);

const throttled = { outcome: 'notNow', because: 'throttled' } as const;
const unreachable = { outcome: 'notNow', because: 'unreachable' } as const;
const misconfigured = { outcome: 'notNow', because: 'misconfigured' } as const;

const meanings: readonly [SendOutcome, readonly unknown[]][] = [
  [
    throttled,
    [
      awsError('Throttling', 400),
      awsError('ThrottlingException', 400),
      awsError('TooManyRequestsException', 429),
      awsError('LimitExceededException', 400),
      awsError('Throttling'),
      awsError('Anything', 429),
    ],
  ],
  [
    { outcome: 'paused' },
    [
      awsError('AccountSendingPausedException', 400),
      awsError('ConfigurationSetSendingPausedException', 400),
      rejection(
        'Sending paused for this account. For more information, please check the inbox of the email address associated with your AWS account.',
      ),
      rejection('Sending suspended for this account.'),
    ],
  ],
  [
    { outcome: 'rejected' },
    [
      awsError('MessageRejected', 400),
      rejection('Address blacklisted.'),
      rejection('Message contains a virus.'),
      awsError('InvalidParameterValue', 400),
    ],
  ],
  [
    misconfigured,
    [
      rejection(
        'Email address is not verified. The following identities failed the check in region EU-CENTRAL-1: puente@puente.example',
      ),
      Object.assign(new Error('no credentials'), { name: 'CredentialsProviderError' }),
      awsError('MailFromDomainNotVerifiedException', 400),
      awsError('ConfigurationSetDoesNotExistException', 400),
      awsError('SignatureDoesNotMatch', 403),
      awsError('ExpiredTokenException', 403),
      awsError('Anything', 400),
    ],
  ],
  [
    unreachable,
    [
      networkError('ECONNREFUSED', 'connect'),
      networkError('ETIMEDOUT', 'connect'),
      networkError('EHOSTUNREACH', 'connect'),
      networkError('ENETUNREACH', 'connect'),
      networkError('ENOTFOUND', 'getaddrinfo'),
      networkError('EAI_AGAIN', 'getaddrinfo'),
      new AggregateError([networkError('ECONNREFUSED', 'connect'), networkError('ETIMEDOUT', 'connect')]),
      neverConnected,
    ],
  ],
  [
    { outcome: 'doubtful' },
    [
      awsError('ServiceUnavailable', 503),
      awsError('InternalFailure', 500),
      awsError('Anything', 502),
      awsError('Anything', 200),
      awsError('Anything', 302),
      awsError('Anything', 408),
      awsError('Anything', 499),
      awsError('RequestTimeout', 400),
      awsError('TimeoutError'),
      awsError('AbortError'),
      networkError('ECONNRESET'),
      networkError('EPIPE'),
      networkError('ECONNRESET', 'read'),
      networkError('ETIMEDOUT', 'read'),
      networkError('EPIPE', 'write'),
      new AggregateError([networkError('ECONNREFUSED', 'connect'), networkError('ECONNRESET', 'read')]),
      new AggregateError([]),
      networkError('ERR_TLS_CERT_ALTNAME_INVALID'),
      new SyntaxError('Unexpected end of XML'),
      new Error('MessageRejected in the words of something else'),
      'MessageRejected',
      undefined,
      null,
      5,
      {},
    ],
  ],
];

describe('outcomeOf', () => {
  it.each(meanings)('says %j', (expected, errors) => {
    for (const error of errors) expect(outcomeOf(error)).toEqual(expected);
  });

  it('never says that a mail was accepted', () => {
    for (const [, errors] of meanings)
      for (const error of errors) expect(outcomeOf(error).outcome).not.toBe('accepted');
  });
});

const outboxId = outboxIdOf(leadIdOf(newInterestId(), memberIdOf('samasz')), 'member', 'introduction');
const mail: OutgoingMail = {
  raw: new TextEncoder().encode('To: eksport@samasz.example\r\nBcc: other@x.example\r\n\r\nZażółć\r\n'),
  to: 'eksport@samasz.example',
  outboxId,
  attemptId: systemIds.attemptId(),
};

const credentials = { accessKeyId: 'none', secretAccessKey: 'none' };

/** A provider with a client of its own, as one warm function has it. */
function providerAt(endpoint: string) {
  const client = sendOnceClient({ endpoint, region: 'eu-central-1', credentials });
  return { client, provider: sesMailProvider(client, 'puente@puente.example', 'puente-set') };
}

async function send(endpoint: string, limitMs = 5_000): Promise<SendOutcome> {
  const { client, provider } = providerAt(endpoint);
  try {
    return await provider.send(mail, limitMs);
  } finally {
    client.destroy();
  }
}

describe('sending to a server', () => {
  // What an operator or a later SDK might set must not bring retries back.
  const hostile: Readonly<Record<string, string>> = { AWS_MAX_ATTEMPTS: '5', AWS_RETRY_MODE: 'adaptive' };
  const before = Object.keys(hostile).map((name) => [name, process.env[name]] as const);
  let close: () => Promise<void> = async () => undefined;

  beforeEach(() => {
    Object.assign(process.env, hostile);
  });

  afterEach(async () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    await close();
    close = async () => undefined;
  });

  async function outcomeAt(behave: Behaviour, limitMs?: number) {
    const server = await sesServer(behave);
    close = server.close;
    const outcome = await send(server.endpoint, limitMs);
    return { outcome, requests: server.requests };
  }

  it.each<[string, Behaviour, SendOutcome]>([
    ['accepts', acceptance(), { outcome: 'accepted', messageId: '0102-ses-1' }],
    ['accepts without saying under which id', acceptance(''), { outcome: 'doubtful' }],
    [
      'answers 200 with something else',
      (response) => void response.end('<html>ok</html>'),
      { outcome: 'doubtful' },
    ],
    ['fails after it may have accepted', refusal(500, 'InternalFailure'), { outcome: 'doubtful' }],
    ['is not available', refusal(503, 'ServiceUnavailable'), { outcome: 'doubtful' }],
    ['throttles', refusal(400, 'Throttling'), throttled],
    ['throttles by its status', refusal(429, 'TooManyRequestsException'), throttled],
    ['rejects the message', refusal(400, 'MessageRejected'), { outcome: 'rejected' }],
    ['has the account paused', refusal(400, 'AccountSendingPausedException'), { outcome: 'paused' }],
    ['does not know the signature', refusal(403, 'SignatureDoesNotMatch'), misconfigured],
    [
      'resets the connection after it read the mail',
      (_response, { socket }) => void socket.resetAndDestroy(),
      { outcome: 'doubtful' },
    ],
    [
      'closes the connection in the middle of its answer',
      (response) =>
        void response.writeHead(200, { 'content-length': '500' }).write('<Send', () => response.destroy()),
      { outcome: 'doubtful' },
    ],
  ])('that %s: called exactly once', async (_what, behave, expected) => {
    const { outcome, requests } = await outcomeAt(behave);
    expect(outcome).toEqual(expected);
    expect(requests).toHaveLength(1);
  });

  it.each<[string, Behaviour]>([
    ['hangs', () => undefined],
    [
      'hangs in the middle of its answer',
      (response) => void response.writeHead(200, { 'content-length': '500' }).write('<Send'),
    ],
  ])('that %s: called exactly once, and doubtful when the time is over', async (_what, behave) => {
    const { outcome, requests } = await outcomeAt(behave, 500);
    expect(outcome).toEqual({ outcome: 'doubtful' });
    expect(requests).toHaveLength(1);
  });

  it('that drops idle connections: the next mail has one of its own', async () => {
    const idle: Socket[] = [];
    const server = await sesServer((response, request) => {
      idle.push(request.socket);
      acceptance()(response, request);
    });
    close = server.close;
    const { client, provider } = providerAt(server.endpoint);
    expect(await provider.send(mail, 5_000)).toMatchObject({ outcome: 'accepted' });
    // As after a night in which the function was frozen: the connection is dead, and nobody has noticed.
    for (const socket of idle.splice(0)) socket.resetAndDestroy();
    expect(await provider.send(mail, 5_000)).toMatchObject({ outcome: 'accepted' });
    client.destroy();
  });

  it('that is not there: unreachable, since nothing left this machine', async () => {
    const server = await sesServer(acceptance());
    await server.close();
    const free = await new Promise((resolve) => {
      const probe = connect(Number(new URL(server.endpoint).port), '127.0.0.1');
      probe.on('error', () => resolve(true)).on('connect', () => resolve(false));
    });
    expect(free).toBe(true);
    expect(await send(server.endpoint)).toEqual(unreachable);
  });

  it('names one recipient, the configuration set and both ids, and sends the message as it is', async () => {
    const { requests } = await outcomeAt(acceptance());
    const form = requests[0]?.form ?? new URLSearchParams();
    const destinations = [...form].filter(([name]) => name.startsWith('Destinations'));
    expect(destinations).toEqual([['Destinations.member.1', 'eksport@samasz.example']]);
    expect(form.get('Action')).toBe('SendRawEmail');
    expect(form.get('Source')).toBe('puente@puente.example');
    expect(form.get('ConfigurationSetName')).toBe('puente-set');
    expect([
      form.get('Tags.member.1.Name'),
      form.get('Tags.member.2.Name'),
      form.get('Tags.member.3.Name'),
    ]).toEqual(['outbox', 'attempt', null]);
    expect(form.get('Tags.member.1.Value')).toBe(outboxId.replace('.', '_2e').replaceAll('#', '_23'));
    expect(form.get('Tags.member.2.Value')).toBe(mail.attemptId);
    for (const tag of [1, 2]) expect(form.get(`Tags.member.${tag}.Value`)).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
    expect(Buffer.from(form.get('RawMessage.Data') ?? '', 'base64')).toEqual(Buffer.from(mail.raw));
  });

  it('never tries twice, whatever the environment says', async () => {
    const { client } = providerAt('http://127.0.0.1:1');
    expect(await client.config.maxAttempts()).toBe(1);
    client.destroy();
  });
});
