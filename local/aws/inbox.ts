import { mkdirSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { DataDir } from '../data-dir.ts';
import { type LoopbackServers, listenOnLoopback } from '../http/listen.ts';
import type { InboxEnvelope, InboxReply, InboxRequest, InboxSettings } from './inbox-protocol.ts';
import { openMailRecord } from './mail-record.ts';
import type { AcceptedMail, MailSink } from './ses.ts';

/** The inbox that people and tests look at, and the record of what SES accepted. */
export interface Inbox extends MailSink {
  readonly port: number;
  /** Resolves when the inbox answers. */
  readonly ready: Promise<void>;
  /** All mail accepted since the data directory was made, also what was deleted from the inbox since. */
  accepted(): readonly AcceptedMail[];
  stop(): Promise<void>;
}

const STOP_DEADLINE_MS = 500;

/** Takes the port at once, so that a busy one is known before anything is started. */
export const reserveInboxPort = (port: number): Promise<LoopbackServers> =>
  listenOnLoopback(port, 'MAIL_PORT', (_request, response) => {
    response.writeHead(503, { 'retry-after': '1', connection: 'close' }).end('Starting\n');
  });

/**
 * Starts MailDev with its mails in the data directory.
 * @param reserved the port; it is handed over as soon as MailDev is loaded
 */
export function startInbox(dataDir: DataDir, reserved: LoopbackServers): Inbox {
  const mailDirectory = dataDir.file('mail');
  mkdirSync(mailDirectory, { recursive: true, mode: 0o700 });
  const record = openMailRecord(dataDir.file('ses-mails.jsonl'));
  if (record.begun().length > 0) record.settle(mailDirectory);
  const addresses = reserved.servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.address : '127.0.0.1';
  });
  const settings: InboxSettings = {
    mailDirectory,
    port: reserved.port,
    addresses,
    envelopes: envelopesOf(record.all()),
  };
  const thread = new InboxThread(settings, () => reserved.close(0));
  return {
    port: reserved.port,
    ready: thread.ready,
    accepted: () => record.all(),
    deliver: async (mail, raw, reached) => {
      record.begin(mail, raw);
      if (reached.length > 0) await thread.deliver(raw, { from: mail.source, to: reached });
      record.accept(mail.messageId);
    },
    stop: () => thread.stop(),
  };
}

const envelopesOf = (mails: readonly AcceptedMail[]): Record<string, InboxEnvelope> =>
  Object.fromEntries(
    mails.map(({ messageId, source, destinations }) => [
      `<${messageId}@eu-central-1.amazonses.com>`,
      { from: source, to: destinations },
    ]),
  );

interface Waiting {
  resolve(): void;
  reject(error: Error): void;
}

class InboxThread {
  readonly ready: Promise<void>;
  readonly #worker: Worker;
  readonly #deliveries = new Map<number, Waiting>();
  readonly #stopped: Promise<void>;
  #nextId = 1;

  /** @param releasePort called when the thread is about to listen itself */
  constructor(settings: InboxSettings, releasePort: () => Promise<void>) {
    // Without the loaders of the main thread: Node strips the types itself, and MailDev loads in half the time.
    this.#worker = new Worker(new URL('./inbox-thread.ts', import.meta.url), {
      workerData: settings,
      execArgv: [],
      stdout: true,
      stderr: true,
    });
    const ready = Promise.withResolvers<void>();
    const stopped = Promise.withResolvers<void>();
    this.ready = ready.promise;
    this.ready.catch(() => undefined);
    this.#stopped = stopped.promise;
    this.#worker.on('message', (reply: InboxReply) => {
      if (reply.kind === 'ready') ready.resolve();
      else if (reply.kind === 'stopped') stopped.resolve();
      else if (reply.kind === 'loaded') void releasePort().then(() => this.#send({ kind: 'listen' }));
      else this.#settle(reply);
    });
    this.#worker.on('error', (error: Error) => {
      ready.reject(error);
      this.#fail(error);
    });
    this.#worker.on('exit', () => {
      ready.reject(new Error('The inbox ended'));
      stopped.resolve();
      this.#fail(new Error('The inbox ended'));
    });
  }

  async deliver(raw: Buffer, envelope: InboxEnvelope): Promise<void> {
    await this.ready;
    const id = this.#nextId++;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#deliveries.set(id, { resolve, reject });
    this.#send({ kind: 'deliver', id, raw, envelope });
    await promise;
  }

  async stop(): Promise<void> {
    this.#send({ kind: 'stop' });
    const deadline = setTimeout(() => void this.#worker.terminate(), STOP_DEADLINE_MS);
    await this.#stopped;
    clearTimeout(deadline);
    await this.#worker.terminate();
  }

  #send(request: InboxRequest): void {
    this.#worker.postMessage(request);
  }

  #settle(reply: Extract<InboxReply, { readonly id: number }>): void {
    const waiting = this.#deliveries.get(reply.id);
    this.#deliveries.delete(reply.id);
    if (reply.kind === 'delivered') waiting?.resolve();
    else waiting?.reject(new Error(reply.message));
  }

  #fail(error: Error): void {
    for (const waiting of this.#deliveries.values()) waiting.reject(error);
    this.#deliveries.clear();
  }
}
