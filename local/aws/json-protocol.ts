import { REGION } from '../template/names.ts';

/** A local AWS service refused a call. `code` is the service's own error code. */
export class AwsError extends Error {
  override readonly name = 'AwsError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}

type Service = 'dynamodb' | 'streams' | 'sqs';

const targetPrefixes: Readonly<Record<Service, string>> = {
  dynamodb: 'DynamoDB_20120810',
  streams: 'DynamoDBStreams_20120810',
  sqs: 'AmazonSQS',
};

/**
 * Calls a local service in AWS's JSON 1.0 protocol. Local services look for a signature but do not check it.
 * The runner uses this rather than the SDK because stream records and messages must reach functions as they are on
 * the wire, and because nothing has to be loaded for it.
 * @throws {AwsError} if the service answers with an error, `TypeError` if it cannot be reached
 */
export async function callAws(
  endpoint: string,
  service: Service,
  operation: string,
  input: Readonly<Record<string, unknown>>,
  signal?: AbortSignal,
): Promise<Record<string, unknown>> {
  const scope = `local/20260101/${REGION}/${service === 'sqs' ? 'sqs' : 'dynamodb'}/aws4_request`;
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `${targetPrefixes[service]}.${operation}`,
      'x-amz-date': '20260101T000000Z',
      authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
    },
    body: JSON.stringify(input),
    ...(signal === undefined ? {} : { signal }),
  });
  const text = await response.text();
  const output = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
  if (response.ok) return output;
  const type = String(output['__type'] ?? response.status);
  throw new AwsError(type.split('#').at(-1) ?? type, String(output['message'] ?? output['Message'] ?? text));
}
