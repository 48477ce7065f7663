import type { RequestListener } from 'node:http';
import { listenOnLoopback } from './listen.ts';

/** Request line and headers together, at most (AWS quota of HTTP APIs). */
const MAXIMUM_HEADER_BYTES = 10_240;

/** The public port: held from the first moment, opened when everything is ready. */
export interface Gate {
  readonly port: number;
  readonly url: string;
  /** Lets requests in. */
  open(listener: RequestListener): void;
  /** Lets no new request in; those on their way have `graceMs` to end. */
  shut(graceMs: number): void;
  /** Resolves when every connection has ended. */
  close(): Promise<void>;
}

/**
 * Takes the port at once and answers 503 until it is opened.
 * @throws `PortBusyError`
 */
export async function openGate(port: number): Promise<Gate> {
  let listener: RequestListener | undefined;
  let closing: Promise<void> | undefined;
  const listening = await listenOnLoopback(
    port,
    'PORT',
    (request, response) => {
      if (closing !== undefined) response.setHeader('connection', 'close');
      if (listener !== undefined && closing === undefined) {
        listener(request, response);
        return;
      }
      response.writeHead(503, {
        'content-type': 'application/json',
        'retry-after': '1',
        connection: 'close',
      });
      response.end('{"message":"Service Unavailable"}');
    },
    { maxHeaderSize: MAXIMUM_HEADER_BYTES },
  );
  return {
    port: listening.port,
    url: `http://localhost:${listening.port}`,
    open: (given) => {
      listener = given;
    },
    shut: (graceMs) => {
      closing ??= listening.close(graceMs);
    },
    close: async () => {
      closing ??= listening.close(0);
      await closing;
    },
  };
}
