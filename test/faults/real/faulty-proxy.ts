import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the proxy does with one request, before or after the server behind it has taken it. */
export const proxyFaults = [
  'resetBefore',
  'resetAfter',
  'hangAfter',
  'status500After',
  'killBefore',
  'killAfter',
] as const;
export type ProxyFault = (typeof proxyFaults)[number];

interface Options {
  readonly dynamoDb: string;
  /** Everything that is not DynamoDB. */
  readonly other: string;
  /** Decides what befalls the next request to that service. */
  readonly plan: (service: 'dynamodb' | 'ses' | 'other') => ProxyFault | undefined;
  /** Kills the client of this proxy, at once. */
  readonly kill: () => void;
}

interface Taken {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** A proxy in front of AWS that breaks what its plan says; every client has one of its own. */
export async function faultyProxy(options: Options) {
  const struck = new Map<string, number>();
  const server = createServer((incoming, response) => {
    serve(options, struck, incoming, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** How often each fault struck, as `service fault`. */
    struck,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function serve(
  options: Options,
  struck: Map<string, number>,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await read(incoming);
  const service = serviceOf(incoming);
  const fault = options.plan(service);
  if (fault !== undefined) struck.set(`${service} ${fault}`, (struck.get(`${service} ${fault}`) ?? 0) + 1);
  if (fault === 'killBefore') options.kill();
  if (fault?.endsWith('Before') === true) return void response.destroy();
  const taken = await forward(service === 'dynamodb' ? options.dynamoDb : options.other, incoming, body);
  switch (fault) {
    case undefined:
      response.writeHead(taken.status, taken.headers).end(taken.body);
      return;
    case 'status500After':
      response.writeHead(500, { 'content-type': 'text/plain' }).end('broken');
      return;
    case 'hangAfter':
      return;
    case 'killAfter':
      options.kill();
  }
  response.destroy();
}

function serviceOf({ headers }: IncomingMessage): 'dynamodb' | 'ses' | 'other' {
  if (String(headers['x-amz-target']).startsWith('DynamoDB')) return 'dynamodb';
  return headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true ? 'ses' : 'other';
}

async function read(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function forward(target: string, { method, url, headers }: IncomingMessage, body: Buffer): Promise<Taken> {
  return new Promise((resolve, reject) => {
    const call = request(new URL(url ?? '/', target), { method, headers, agent: false }, (answer) => {
      read(answer).then(
        (text) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: text }),
        reject,
      );
    });
    call.once('error', reject);
    call.end(body);
  });
}
