import { closeSync, fsyncSync, openSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { MailDev } from 'maildev';
import { createTransport } from 'nodemailer';
import { isFromThisMachine } from '../http/listen.ts';
import type { InboxEnvelope, InboxReply, InboxRequest, InboxSettings } from './inbox-protocol.ts';

/**
 * MailDev on a thread of its own: loading it takes longer than everything else at start, and goes on beside it.
 * Node runs this file as it is, so it must stay plain TypeScript without JSX.
 */
const settings = workerData as InboxSettings;
const reply = (message: InboxReply): void => parentPort?.postMessage(message);

const mailDev = new MailDev({
  smtp: 0,
  ip: '127.0.0.1',
  web: 0,
  webIp: '127.0.0.1',
  mailDirectory: settings.mailDirectory,
  silent: true,
});
const { api, smtp, storage } = await mailDev.start();
if (api === undefined) throw new Error('MailDev started without its web server');
await restoreEnvelopes();
const transport = createTransport({ host: '127.0.0.1', port: smtp.getPort(), pool: true, ignoreTLS: true });
const mailDevServer = api.server.server;
let fronts: readonly Server[] = [];

parentPort?.on('message', (request: InboxRequest) => {
  if (request.kind === 'stop') stop();
  else if (request.kind === 'deliver') void deliver(request.id, Buffer.from(request.raw), request.envelope);
  else void open();
});
reply({ kind: 'loaded' });

/** A port that was taken in the meantime ends the thread with its error. */
async function open(): Promise<void> {
  fronts = await Promise.all(settings.addresses.map((address) => listen(address, mailDevServer)));
  reply({ kind: 'ready' });
}

async function deliver(id: number, raw: Buffer, envelope: InboxEnvelope): Promise<void> {
  try {
    const { response } = await transport.sendMail({
      envelope: { from: envelope.from, to: [...envelope.to] },
      raw,
    });
    const emailId = /queued as (\w+)/.exec(response)?.[1];
    if (emailId === undefined) throw new Error(`MailDev answered ${JSON.stringify(response)}`);
    await keepExactly(emailId, raw);
    reply({ kind: 'delivered', id });
  } catch (error) {
    reply({ kind: 'failed', id, message: String(error) });
  }
}

/** SMTP changes line ends and may add a last one; the file that `/source` serves holds the bytes that were sent. */
async function keepExactly(emailId: string, raw: Buffer): Promise<void> {
  const path = join(settings.mailDirectory, `${emailId}.eml`);
  const temporary = `${path}.tmp`;
  await writeFile(temporary, raw, { mode: 0o600, flush: true });
  await rename(temporary, path);
  const directory = openSync(settings.mailDirectory, 'r');
  fsyncSync(directory);
  closeSync(directory);
}

/** MailDev reads mails back from its directory but not their envelopes, and takes them for read. */
async function restoreEnvelopes(): Promise<void> {
  for (const email of await storage.getAll()) {
    const messageId = email.headers['message-id'];
    const envelope = typeof messageId === 'string' ? settings.envelopes[messageId] : undefined;
    if (envelope === undefined) continue;
    await storage.save({
      ...email,
      read: false,
      envelope: { from: { address: envelope.from }, to: envelope.to.map((address) => ({ address })) },
    });
  }
}

/**
 * A server that hands everything to MailDev's own. MailDev 3 has its API below `/api`; Puente promises it at the root
 * as well, as MailDev 2 had it.
 */
async function listen(address: string, inner: Server): Promise<Server> {
  const guarded: RequestListener = (request: IncomingMessage, response: ServerResponse) => {
    if (!isFromThisMachine(request.headers)) {
      response
        .writeHead(403, { 'content-type': 'text/plain' })
        .end('Only this machine may read the inbox.\n');
      return;
    }
    if (/^\/email(?:[/?]|$)/.test(request.url ?? '')) request.url = `/api${request.url}`;
    // MailDev shows its page only to who asks for HTML by name; its address is for everybody.
    if (request.url === '/') request.headers.accept = 'text/html';
    inner.emit('request', request, response);
  };
  const server = createServer(guarded);
  server.on('upgrade', (request: IncomingMessage, socket, head) => {
    if (isFromThisMachine(request.headers)) inner.emit('upgrade', request, socket, head);
    else socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: settings.port, host: address, exclusive: true }, resolve);
  });
  return server;
}

function stop(): void {
  transport.close();
  for (const front of fronts) {
    front.close();
    front.closeAllConnections();
  }
  reply({ kind: 'stopped' });
}
