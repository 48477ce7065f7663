/** An HTTP answer, ready to be written. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer;
}

/** An answer of API Gateway itself: `{"message":"…"}`. */
export const gatewayAnswer = (
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: Buffer.from(JSON.stringify({ message })),
});

/** Headers that the gateway sets itself. */
const ownHeaders: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
]);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What API Gateway makes of a function's answer (payload format 2.0): an object with `statusCode` is the response;
 * anything else is its JSON body with status 200. An answer that API Gateway cannot use gives 500.
 */
export function toHttpAnswer(answer: unknown): HttpAnswer {
  if (!isRecord(answer) || answer['statusCode'] === undefined) return plainAnswer(answer);
  const status = Number(answer['statusCode']);
  const body = answer['body'] ?? '';
  const headers = readHeaders(answer['headers']);
  const cookies = answer['cookies'] ?? [];
  const usable =
    Number.isInteger(status) &&
    status >= 100 &&
    status <= 599 &&
    typeof body === 'string' &&
    headers &&
    Array.isArray(cookies);
  if (!usable) return gatewayAnswer(500, 'Internal Server Error');
  return {
    status,
    headers: {
      'content-type': 'text/plain;charset=UTF-8',
      ...headers,
      ...(cookies.length > 0 ? { 'set-cookie': cookies.map(String) } : {}),
    },
    body: Buffer.from(body, answer['isBase64Encoded'] === true ? 'base64' : 'utf8'),
  };
}

function plainAnswer(answer: unknown): HttpAnswer {
  const body = typeof answer === 'string' ? answer : JSON.stringify(answer ?? null);
  return { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from(body) };
}

/** Lower-case headers as text; undefined if the function's headers are no object of plain values. */
function readHeaders(headers: unknown): Record<string, string> | undefined {
  if (headers === undefined || headers === null) return {};
  if (!isRecord(headers)) return undefined;
  const found: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || value === null || ownHeaders.has(name.toLowerCase())) continue;
    if (typeof value === 'object') return undefined;
    found[name.toLowerCase()] = String(value);
  }
  return found;
}
