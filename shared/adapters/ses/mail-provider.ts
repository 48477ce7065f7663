import { SESClient, type SESClientConfig, SendRawEmailCommand } from '@aws-sdk/client-ses';
import type { MailProvider, SendOutcome } from '../../domain/ports.ts';

/** Shorter than what is left of the function's time, so that a hanging call ends as a doubt and not as a crash. */
const requestTimeoutMs = 8_000;
const connectionTimeoutMs = 3_000;

/**
 * A client that calls once: SES has no idempotency token, and the SDK's own retries were seen to deliver one mail
 * three times when a connection broke after acceptance.
 */
export function sendOnceClient(config: SESClientConfig = {}): SESClient {
  return new SESClient({
    ...config,
    maxAttempts: 1,
    requestHandler: {
      requestTimeout: requestTimeoutMs,
      connectionTimeout: connectionTimeoutMs,
      throwOnRequestTimeout: true,
    },
  });
}

/** Amazon SES v1 `SendRawEmail`: explicit destination, tags that carry entry and attempt, a configuration set. */
export function sesMailProvider(client: SESClient, from: string, configurationSet: string): MailProvider {
  return {
    async send(mail) {
      try {
        const { MessageId } = await client.send(
          new SendRawEmailCommand({
            Source: from,
            Destinations: [mail.to],
            RawMessage: { Data: mail.raw },
            ConfigurationSetName: configurationSet,
            Tags: [
              { Name: 'outbox', Value: tagValue(mail.outboxId) },
              { Name: 'attempt', Value: mail.attemptId },
            ],
          }),
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

/** SES allows letters, digits, `_` and `-` in a tag, 256 of them (SES API reference, MessageTag). */
function tagValue(outboxId: string): string {
  return outboxId.replace(/[.#]/g, '_');
}

const throttles = new Set([
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
  'LimitExceededException',
]);
const pauses = new Set(['AccountSendingPausedException', 'ConfigurationSetSendingPausedException']);
const rejections = new Set(['MessageRejected', 'InvalidParameterValue']);
/** The request never left this machine. */
/** No credentials, so no request was made. */
const unsigned = new Set(['CredentialsProviderError']);
const unreachable = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

/** What a failed call means. Whatever does not prove that SES refused is doubtful: it may have been accepted. */
export function outcomeOf(error: unknown): SendOutcome {
  const {
    name = '',
    code = '',
    $metadata,
  } = (error ?? {}) as {
    name?: string;
    code?: string;
    $metadata?: { httpStatusCode?: number };
  };
  if (throttles.has(name)) return { outcome: 'notNow', because: 'throttled' };
  if (pauses.has(name)) return { outcome: 'paused' };
  if (rejections.has(name)) return { outcome: 'rejected' };
  if (unsigned.has(name)) return { outcome: 'notNow', because: 'misconfigured' };
  if (unreachable.has(code)) return { outcome: 'notNow', because: 'unreachable' };
  const status = $metadata?.httpStatusCode ?? 0;
  if (status === 429) return { outcome: 'notNow', because: 'throttled' };
  // Refused for a reason that lies with the account or the request's signature, not with the mail.
  if (status >= 400 && status < 500) return { outcome: 'notNow', because: 'misconfigured' };
  return { outcome: 'doubtful' };
}
