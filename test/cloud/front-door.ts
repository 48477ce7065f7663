import { request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { listenOnLoopback } from '../../local/http/listen.ts';

/** What stands behind the front door once Puente is deployed. */
interface Behind {
  /** Of MiniStack, such as `http://127.0.0.1:4566`. */
  readonly endpoint: string;
  readonly apiId: string;
  readonly tokenOf: (email: string, groups: readonly string[]) => Promise<string>;
}

/**
 * The address under which people reach the deployed API: what a domain name is in AWS. It is known before there is an
 * API, because mails and the sign-in name it. `/identity/token` hands out tokens as the local identity provider does,
 * so that journeys need not know which of the two they talk to.
 */
export interface FrontDoor {
  readonly baseUrl: string;
  open(behind: Behind): void;
  close(): Promise<void>;
}

export async function buildFrontDoor(): Promise<FrontDoor> {
  let behind: Behind | undefined;
  const servers = await listenOnLoopback(0, 'PORT', (request, response) => {
    if (behind === undefined) response.writeHead(503).end();
    else if (request.url === '/identity/token') void handOutToken(behind, request, response);
    else pass(behind, request, response);
  });
  return {
    baseUrl: `http://localhost:${servers.port}`,
    open: (now) => {
      behind = now;
    },
    close: () => servers.close(0),
  };
}

function pass({ endpoint, apiId }: Behind, request: IncomingMessage, response: ServerResponse): void {
  const { method, headers, url } = request;
  const outgoing = forward(`${endpoint}/_aws/execute-api/${apiId}/$default${url}`, { method, headers });
  outgoing.on('response', (reply) => {
    response.writeHead(reply.statusCode ?? 502, reply.headers);
    reply.pipe(response);
  });
  outgoing.on('error', () => response.destroy());
  request.pipe(outgoing);
}

async function handOutToken(
  { tokenOf }: Behind,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const form = new URLSearchParams(await text(request));
    const token = await tokenOf(form.get('username') ?? '', (form.get('groups') ?? '').split(','));
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ access_token: token }));
  } catch (error) {
    console.error(error);
    response.writeHead(500).end();
  }
}
