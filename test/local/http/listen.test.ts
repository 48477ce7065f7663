import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isFromThisMachine, listenOnLoopback } from '../../../local/http/listen.ts';

async function occupied(host: string): Promise<number> {
  const server: Server = createServer().listen({ port: 0, host });
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

describe('listenOnLoopback', () => {
  it.each(['127.0.0.1', '::1', '0.0.0.0', '::'])(
    'finds a port busy that is taken on %s only',
    async (host) => {
      const port = await occupied(host);
      const attempt = listenOnLoopback(port, 'MAIL_PORT', () => undefined);
      await expect(attempt).rejects.toThrow(
        `Port ${port} is already in use. End what uses it, or choose another one with MAIL_PORT.`,
      );
    },
  );

  it('gives the port back', async () => {
    const first = await listenOnLoopback(0, 'PORT', () => undefined);
    await first.close(0);
    const second = await listenOnLoopback(first.port, 'PORT', () => undefined);
    expect(second.port).toBe(first.port);
    await second.close(0);
  });

  it('cuts a connection that outlives the grace', async () => {
    const listening = await listenOnLoopback(0, 'PORT', () => undefined);
    const hanging = fetch(`http://127.0.0.1:${listening.port}/`);
    hanging.catch(() => undefined);
    const [server] = listening.servers;
    await once(server as Server, 'request');
    await listening.close(10);
    await expect(hanging).rejects.toThrow();
  });
});

it.each([
  ['localhost:3000', undefined, true],
  ['127.0.0.1', undefined, true],
  ['[::1]:3000', 'http://localhost:3000', true],
  ['LOCALHOST', 'http://127.0.0.1:8080', true],
  ['localhost.evil.example', undefined, false],
  ['evil.example:3000', undefined, false],
  [undefined, undefined, false],
  ['localhost:3000', 'https://evil.example', false],
  ['localhost:3000', 'https://localhost.evil.example', false],
  ['localhost:3000', 'null', false],
])('host %s with origin %s is from this machine: %s', (host, origin, expected) => {
  expect(
    isFromThisMachine({
      ...(host === undefined ? {} : { host }),
      ...(origin === undefined ? {} : { origin }),
    }),
  ).toBe(expected);
});
