import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { ACCOUNT_ID } from '../template/names.ts';

/** Verified claims of a token, in the form that API Gateway hands on. */
export interface JwtContext {
  readonly claims: Readonly<Record<string, string>>;
  readonly scopes: readonly string[] | null;
}

/** What an event is built from. */
export interface RequestParts {
  readonly method: string;
  /** Request target as sent: encoded path and query. */
  readonly target: string;
  /** Decoded path. */
  readonly path: string;
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly body: Buffer;
  readonly sourceIp: string;
  readonly httpVersion: string;
  readonly port: number;
}

/** What the route adds. */
export interface RouteContext {
  readonly apiId: string;
  readonly routeKey: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly jwt: JwtContext | undefined;
  readonly now: Date;
}

/** Headers of one connection only: they end at the gateway. */
const hopByHop: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** The parts of a request that an event needs, its body aside. */
export function partsOf(request: IncomingMessage, path: string, body: Buffer): RequestParts {
  const headers = Object.fromEntries(
    Object.entries(request.headersDistinct).map(([name, values]) => [name, values ?? []]),
  );
  return {
    method: request.method ?? 'GET',
    target: request.url ?? '/',
    path,
    headers,
    body,
    sourceIp: (request.socket.remoteAddress ?? '127.0.0.1').replace(/^::ffff:/, ''),
    httpVersion: request.httpVersion,
    port: request.socket.localPort ?? 0,
  };
}

/**
 * The event of payload format 2.0 (API Gateway developer guide, "Create AWS Lambda proxy integrations for HTTP APIs").
 * The path arrives decoded, and cut at a decoded question mark, as HTTP APIs do.
 */
export function requestEvent(parts: RequestParts, route: RouteContext): APIGatewayProxyEventV2 {
  const [path = '/'] = parts.path.split('?');
  const queryStart = parts.target.indexOf('?');
  const rawQueryString = queryStart === -1 ? '' : parts.target.slice(queryStart + 1);
  const queryStringParameters = joinQuery(rawQueryString);
  const cookies = readCookies(parts.headers['cookie'] ?? []);
  const isBase64Encoded = parts.body.length > 0 && isBinary(parts.headers);
  const requestId = randomUUID();
  return {
    version: '2.0',
    routeKey: route.routeKey,
    rawPath: path,
    rawQueryString,
    ...(cookies.length > 0 ? { cookies } : {}),
    headers: readHeaders(parts),
    ...(queryStringParameters === undefined ? {} : { queryStringParameters }),
    requestContext: requestContext(parts, route, path, requestId),
    ...(Object.keys(route.pathParameters).length > 0 ? { pathParameters: { ...route.pathParameters } } : {}),
    ...(parts.body.length > 0 ? { body: parts.body.toString(isBase64Encoded ? 'base64' : 'utf8') } : {}),
    isBase64Encoded,
  };
}

function requestContext(
  parts: RequestParts,
  route: RouteContext,
  path: string,
  requestId: string,
): APIGatewayProxyEventV2['requestContext'] {
  const host = parts.headers['host']?.[0] ?? 'localhost';
  return {
    accountId: ACCOUNT_ID,
    apiId: route.apiId,
    ...(route.jwt === undefined ? {} : { authorizer: { jwt: route.jwt } }),
    domainName: host.replace(/:\d+$/, ''),
    domainPrefix: host.split(/[.:]/)[0] ?? host,
    http: {
      method: parts.method,
      path,
      protocol: `HTTP/${parts.httpVersion}`,
      sourceIp: parts.sourceIp,
      userAgent: parts.headers['user-agent']?.[0] ?? '',
    },
    requestId,
    routeKey: route.routeKey,
    stage: '$default',
    time: commonLogTime(route.now),
    timeEpoch: route.now.getTime(),
  };
}

function readHeaders(parts: RequestParts): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, values] of Object.entries(parts.headers))
    if (name !== 'cookie' && !hopByHop.has(name)) headers[name] = values.join(',');
  const forwardedFor = [...(parts.headers['x-forwarded-for'] ?? []), parts.sourceIp].join(', ');
  return {
    ...headers,
    'x-forwarded-for': forwardedFor,
    'x-forwarded-port': String(parts.port),
    'x-forwarded-proto': 'http',
  };
}

/** Each cookie on its own: `name=value`. */
const readCookies = (headers: readonly string[]): string[] =>
  headers
    .flatMap((header) => header.split(';'))
    .map((cookie) => cookie.trim())
    .filter((cookie) => cookie !== '');

/** Decoded parameters, several values of one name joined by a comma; undefined if there is none. */
function joinQuery(rawQueryString: string): Record<string, string> | undefined {
  const joined = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(rawQueryString)) {
    const before = joined.get(name);
    joined.set(name, before === undefined ? value : `${before},${value}`);
  }
  return joined.size === 0 ? undefined : Object.fromEntries(joined);
}

/**
 * HTTP APIs pass as text only `text/*` and JSON, XML and JavaScript; all else is base64, also form data and a body
 * without a type (measured against AWS).
 */
function isBinary(headers: RequestParts['headers']): boolean {
  if (headers['content-encoding'] !== undefined) return true;
  const type = headers['content-type']?.[0]?.split(';')[0]?.trim().toLowerCase() ?? '';
  return !/^(?:text\/.+|application\/(?:json|xml|javascript))$/.test(type);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `12/Mar/2020:19:03:58 +0000` */
function commonLogTime(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${two(date.getUTCDate())}/${MONTHS[date.getUTCMonth()]}/${date.getUTCFullYear()}`;
  return `${day}:${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} +0000`;
}
