import type { Context } from 'aws-lambda';
import type { HttpEvent } from '../../../shared/runtime/http.ts';

export type Authorizer = {
  readonly jwt: { readonly claims: Record<string, unknown>; readonly scopes: null };
};

interface EventParts extends Partial<Omit<HttpEvent, 'requestContext'>> {
  readonly method?: string;
  readonly authorizer?: Authorizer;
}

/** A request as API Gateway hands it over (HTTP API, payload format 2.0). */
export function httpEvent({ method = 'POST', authorizer, ...parts }: EventParts = {}): HttpEvent {
  const path = parts.rawPath ?? '/api/interests';
  const requestContext = {
    accountId: '000000000000',
    apiId: 'api',
    domainName: 'puente.example',
    domainPrefix: 'puente',
    http: { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
    requestId: 'request-1',
    routeKey: `${method} ${path}`,
    stage: '$default',
    time: '23/Nov/2026:14:00:00 +0000',
    timeEpoch: 1_795_442_400_000,
    ...(authorizer !== undefined && { authorizer }),
  };
  return {
    version: '2.0',
    routeKey: requestContext.routeKey,
    rawPath: path,
    rawQueryString: '',
    headers: {},
    isBase64Encoded: false,
    ...parts,
    requestContext,
  };
}

/** A request with a JSON body. */
export function jsonEvent(value: unknown, headers: Record<string, string> = {}): HttpEvent {
  return httpEvent({
    body: JSON.stringify(value),
    headers: { 'content-type': 'application/json', ...headers },
  });
}

/** What a handler is told of its invocation. */
export const lambdaContext = {
  callbackWaitsForEmptyEventLoop: true,
  functionName: 'function',
  functionVersion: '1',
  invokedFunctionArn: 'arn:aws:lambda:eu-central-1:000000000000:function:function',
  memoryLimitInMB: '256',
  awsRequestId: 'invocation-1',
  logGroupName: 'group',
  logStreamName: 'stream',
  getRemainingTimeInMillis: () => 10_000,
} as Context;
