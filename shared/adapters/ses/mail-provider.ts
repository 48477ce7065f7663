import { SESClient, type SESClientConfig, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { mailTags, tagValueOf } from '../../contracts/mail-tags.ts';
import type { MailProvider, SendOutcome } from '../../domain/ports.ts';

const connectionTimeoutMs = 3_000;

/**
 * A client that calls once: SES has no idempotency token, and the SDK's own retries were seen to deliver one mail
 * three times when a connection broke after acceptance. Each call has a connection of its own: without retries, one
 * that died while the function was frozen would turn the next mail into a doubt.
 */
export function sendOnceClient(config: SESClientConfig = {}): SESClient {
  const agent = { keepAlive: false };
  return new SESClient({
    ...config,
    maxAttempts: 1,
    requestHandler: { connectionTimeout: connectionTimeoutMs, httpAgent: agent, httpsAgent: agent },
  });
}

/** Amazon SES v1 `SendRawEmail`: explicit destination, tags that carry entry and attempt, a configuration set. */
export function sesMailProvider(client: SESClient, from: string, configurationSet: string): MailProvider {
  return {
    async send(mail, limitMs) {
      try {
        const { MessageId } = await client.send(
          new SendRawEmailCommand({
            Source: from,
            Destinations: [mail.to],
            RawMessage: { Data: mail.raw },
            ConfigurationSetName: configurationSet,
            Tags: [
              { Name: mailTags.outboxId, Value: tagValueOf(mail.outboxId) },
              { Name: mailTags.attemptId, Value: tagValueOf(mail.attemptId) },
            ],
          }),
          // Bounds the whole answer; the SDK's own request timeout ends with its headers.
          { abortSignal: AbortSignal.timeout(limitMs) },
        );
        return MessageId === undefined
          ? { outcome: 'doubtful' }
          : { outcome: 'accepted', messageId: MessageId };
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
}

const throttles = new Set([
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
  'LimitExceededException',
]);
const pauses = new Set(['AccountSendingPausedException', 'ConfigurationSetSendingPausedException']);
const rejections = new Set(['MessageRejected', 'InvalidParameterValue']);
/** No credentials, so no request was made. */
const unsigned = new Set(['CredentialsProviderError']);
/** Answers of somebody who stopped waiting: the request may have been taken all the same. */
const gaveUpNames = new Set(['RequestTimeout', 'RequestTimeoutException']);
const gaveUpStatuses = new Set([408, 499]);

interface Failure {
  readonly name?: string;
  readonly message?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/** What a failed call means. Whatever does not prove that SES refused is doubtful: it may have been accepted. */
export function outcomeOf(error: unknown): SendOutcome {
  const { name = '', message = '', $metadata }: Failure = error ?? {};
  if (throttles.has(name)) return { outcome: 'notNow', because: 'throttled' };
  if (pauses.has(name)) return { outcome: 'paused' };
  if (rejections.has(name)) return outcomeOfRejection(message);
  if (unsigned.has(name)) return { outcome: 'notNow', because: 'misconfigured' };
  if (gaveUpNames.has(name)) return { outcome: 'doubtful' };
  if (neverConnected(error)) return { outcome: 'notNow', because: 'unreachable' };
  const status = $metadata?.httpStatusCode ?? 0;
  if (status === 429) return { outcome: 'notNow', because: 'throttled' };
  // Refused for a reason that lies with the account or the request's signature, not with the mail.
  if (status >= 400 && status < 500 && !gaveUpStatuses.has(status))
    return { outcome: 'notNow', because: 'misconfigured' };
  return { outcome: 'doubtful' };
}

/**
 * SES v1 says `MessageRejected` also when the account is paused by AWS and when the sending domain is not verified
 * (yet), and only its words tell which: neither is the fault of this mail.
 */
function outcomeOfRejection(message: string): SendOutcome {
  if (/\bsending (?:paused|suspended)\b|\baccount is (?:paused|suspended)\b/i.test(message))
    return { outcome: 'paused' };
  if (/\bnot verified\b|\bfailed the check\b/i.test(message))
    return { outcome: 'notNow', because: 'misconfigured' };
  return { outcome: 'rejected' };
}

/** True when the request cannot have left this machine: no name, no route, or nobody who took the connection. */
function neverConnected(error: unknown): boolean {
  const { name, message, syscall, errors } = (error ?? {}) as {
    readonly name?: string;
    readonly message?: string;
    readonly syscall?: string;
    readonly errors?: readonly unknown[];
  };
  if (syscall === 'connect' || syscall === 'getaddrinfo') return true;
  // Node tries every address of a name, and tells of all of them at once.
  if (Array.isArray(errors)) return errors.length > 0 && errors.every(neverConnected);
  return name === 'TimeoutError' && /did not establish a connection/.test(message ?? '');
}
