import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Inbox, reserveInboxPort, startInbox } from '../../../local/aws/inbox.ts';
import { type DataDir, openDataDir } from '../../../local/data-dir.ts';

const path = mkdtempSync(join(tmpdir(), 'puente-inbox-'));
let dataDir: DataDir;
let inbox: Inbox;
let url: string;

async function start(): Promise<void> {
  dataDir = openDataDir(path);
  inbox = startInbox(dataDir, await reserveInboxPort(0));
  await inbox.ready;
  url = `http://localhost:${inbox.port}`;
}

async function stop(): Promise<void> {
  await inbox.stop();
  dataDir.release();
}

beforeAll(start, 60_000);
afterAll(async () => {
  await stop();
  rmSync(path, { recursive: true, force: true });
});

const deliver = (messageId: string, raw: Buffer, reached = [`${messageId}@y.example`]) =>
  inbox.deliver(
    {
      messageId,
      acceptedAt: '2026-11-23T10:00:00Z',
      source: 'a@x.example',
      destinations: [`${messageId}@y.example`],
      tags: { n: messageId },
      configurationSet: undefined,
    },
    raw,
    reached,
  );

interface Listed {
  id: string;
  subject: string;
  headers: Record<string, string>;
  envelope: { to: { address: string }[] };
}
const list = async () => (await (await fetch(`${url}/email`)).json()) as Listed[];
const sourceOf = async (id: string | undefined) =>
  Buffer.from(await (await fetch(`${url}/email/${id}/source`)).arrayBuffer());

const raws: Readonly<Record<string, Buffer>> = {
  'with-lf': Buffer.from(
    'Message-ID: <with-lf@eu-central-1.amazonses.com>\nSubject: with-lf\n\nline\n.\n..two\n.',
  ),
  'eight-bit': Buffer.concat([
    Buffer.from('Message-ID: <eight-bit@eu-central-1.amazonses.com>\r\nSubject: eight-bit\r\n\r\n'),
    Buffer.from([0x00, 0xff, 0xfe, 0x0d, 0x0a, 0xc3, 0x28, 0x0d]),
  ]),
  usual: Buffer.from('Message-ID: <usual@eu-central-1.amazonses.com>\r\nSubject: usual\r\n\r\nżółć\r\n'),
};

describe('the inbox', () => {
  it('shows its page to whoever opens its address', async () => {
    const page = await fetch(`${url}/`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<html')]);
  });

  it('shows each mail as the bytes that were sent, as soon as it is accepted', async () => {
    for (const [name, raw] of Object.entries(raws)) {
      await deliver(name, raw);
      const mail = (await list()).find(({ subject }) => subject === name);
      expect(await sourceOf(mail?.id)).toEqual(raw);
      expect(mail?.envelope.to).toMatchObject([{ address: `${name}@y.example` }]);
    }
    expect(inbox.accepted().map(({ tags }) => tags['n'])).toEqual(Object.keys(raws));
  });

  it('keeps mails, envelopes and its record over a restart, in order', async () => {
    await stop();
    await start();
    const mails = await list();
    expect(mails.map(({ subject }) => subject)).toEqual(Object.keys(raws));
    for (const { id, subject, envelope } of mails) {
      expect(await sourceOf(id)).toEqual(raws[subject]);
      expect(envelope.to).toMatchObject([{ address: `${subject}@y.example` }]);
    }
    expect(inbox.accepted()).toHaveLength(3);
  }, 60_000);

  it('has MailDev’s page, its API at both places, and a way to empty it', async () => {
    expect(await (await fetch(`${url}/`, { headers: { accept: 'text/html' } })).text()).toContain('<html');
    expect(await (await fetch(`${url}/api/email`)).json()).toEqual(await list());
    expect((await fetch(`${url}/email/all`, { method: 'DELETE' })).status).toBe(200);
    expect(await list()).toEqual([]);
    expect(inbox.accepted()).toHaveLength(3);
  });

  it('records a mail that reaches nobody, and shows it to nobody', async () => {
    await deliver('returned', Buffer.from('Subject: returned\r\n\r\n'), []);
    expect(inbox.accepted().at(-1)).toMatchObject({ messageId: 'returned' });
    expect(await list()).toEqual([]);
  });

  it('answers on both loopback addresses, to no other name, and to no page of another site', async () => {
    for (const host of ['127.0.0.1', '[::1]'])
      expect((await fetch(`http://${host}:${inbox.port}/email`)).status).toBe(200);
    const status = await new Promise((resolve, reject) => {
      request(
        { host: '127.0.0.1', port: inbox.port, path: '/email', headers: { host: 'evil.example' } },
        (response) => resolve(response.statusCode),
      )
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
    expect((await fetch(`${url}/email`, { headers: { origin: 'https://evil.example' } })).status).toBe(403);
  });
});
