import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type RequestListener,
  type Server,
  type ServerOptions,
} from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';

/** A port cannot be had; the message names it and the variable that changes it. */
export class PortBusyError extends Error {
  override readonly name = 'PortBusyError';
}

/** Both addresses that "localhost" may mean. */
const LOOPBACK_ADDRESSES = ['127.0.0.1', '::1'] as const;

/** Servers on every loopback address of this machine, on the same port. */
export interface LoopbackServers {
  readonly port: number;
  readonly servers: readonly Server[];
  /** Stops listening at once, lets answers that are on their way end, and cuts what is left after `graceMs`. */
  close(graceMs: number): Promise<void>;
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/** Errors that mean: this machine has no such address. */
const missingAddressCodes: ReadonlySet<string | undefined> = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT']);

/**
 * Listens on 127.0.0.1 and, where the machine has it, on ::1.
 * @param port 0: a port that is free on both
 * @param variable the environment variable that a message should name
 * @throws {PortBusyError} if the port is taken on either address
 */
export async function listenOnLoopback(
  port: number,
  variable: string,
  listener: RequestListener,
  options: ServerOptions = {},
): Promise<LoopbackServers> {
  for (let attempt = 1; ; attempt += 1) {
    const servers: Server[] = [];
    try {
      let chosen = port;
      for (const host of LOOPBACK_ADDRESSES) {
        const server = createServer(options, listener);
        if (!(await listen(server, chosen, host))) continue;
        servers.push(server);
        chosen = (server.address() as AddressInfo).port;
      }
      return { port: chosen, servers, close: (graceMs) => closeAll(servers, graceMs) };
    } catch (error) {
      await closeAll(servers, 0);
      if (codeOf(error) === 'EACCES')
        throw new PortBusyError(
          `Port ${port} is not allowed to this user. Choose another one with ${variable}.`,
        );
      if (codeOf(error) !== 'EADDRINUSE') throw error;
      // A port that was free on 127.0.0.1 may be taken on ::1: with port 0, try the next one.
      if (port !== 0 || attempt === 20)
        throw new PortBusyError(
          `Port ${port} is already in use. End what uses it, or choose another one with ${variable}.`,
        );
    }
  }
}

/** True once listening, false if this machine lacks the address. */
async function listen(server: Server, port: number, host: string): Promise<boolean> {
  server.listen({ port, host, exclusive: true });
  try {
    await once(server, 'listening');
    return true;
  } catch (error) {
    if (host !== '127.0.0.1' && missingAddressCodes.has(codeOf(error))) return false;
    throw error;
  }
}

async function closeAll(servers: readonly Server[], graceMs: number): Promise<void> {
  const closed = servers.filter((server) => server.listening).map((server) => once(server, 'close'));
  for (const server of servers) {
    server.close();
    server.closeIdleConnections();
  }
  const cut = setTimeout(() => {
    for (const server of servers) server.closeAllConnections();
  }, graceMs);
  await Promise.all(closed);
  clearTimeout(cut);
}

/** A port of 127.0.0.1 that nothing uses at this moment. */
export async function freePort(): Promise<number> {
  const server = createTcpServer().listen({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

const isLoopbackHost = (host: string | undefined): boolean =>
  /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i.test(host ?? '');

/**
 * Whether a request comes from this machine and from no page of another site: neither one that had its own name
 * resolve to 127.0.0.1 (DNS rebinding, seen in `Host`), nor one that calls across origins (seen in `Origin`).
 */
export function isFromThisMachine({ host, origin }: Pick<IncomingHttpHeaders, 'host' | 'origin'>): boolean {
  return isLoopbackHost(host) && (origin === undefined || isLoopbackHost(URL.parse(origin)?.host));
}
