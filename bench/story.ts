import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { caller, eventually, inbox, linkIn, tokenOf, workshopForm } from '../test/journeys/puente.ts';
import { type Samples, spreadTable } from './table.ts';

const undoSeconds = 1;
const sweepSeconds = 1;

interface Running {
  readonly process: ChildProcess;
  readonly baseUrl: string;
  readonly mailUrl: string;
  readonly dataDir: string;
  readonly readyMs: number;
}

/** Start-up, memory, and the time from each act of the story to the mail that it causes. */
export async function measureStory(counts: {
  readonly stories: number;
  readonly starts: number;
}): Promise<string> {
  const readyMs: number[] = [];
  for (let turn = 1; turn < counts.starts; turn += 1) {
    const run = await start();
    readyMs.push(run.readyMs);
    await stop(run);
  }
  const run = await start();
  readyMs.push(run.readyMs);
  const idleMb = [memoryMb(run)];
  const stories: Story[] = [];
  for (let turn = 0; turn < counts.stories; turn += 1) stories.push(await liveStory(run, turn));
  const usedMb = [memoryMb(run)];
  await stop(run);
  const column = (what: string, step: keyof Story): Samples => ({
    what,
    unit: 'ms',
    values: stories.map((story) => story[step]),
  });
  return spreadTable([
    {
      what: '`npm start`’s command until `GET /health` is 200, new data directory',
      unit: 'ms',
      values: readyMs,
    },
    {
      what: 'memory when ready (resident set, with its threads, without the database process)',
      unit: 'MB',
      values: idleMb,
    },
    { what: `memory after ${counts.stories} stories`, unit: 'MB', values: usedMb },
    column('form until 202', 'acknowledged'),
    column('form until the confirmation mail is in the inbox', 'confirmationMail'),
    column('confirmation until the lead is proposed', 'proposed'),
    column('approval until the introduction is in the inbox', 'introductionMail'),
    column(
      `acceptance until both connection mails are in the inbox (undo window ${undoSeconds} s, sweep every ${sweepSeconds} s)`,
      'connectionMails',
    ),
  ]);
}

interface Story {
  acknowledged: number;
  confirmationMail: number;
  proposed: number;
  introductionMail: number;
  connectionMails: number;
}

async function liveStory(run: Running, turn: number): Promise<Story> {
  const email = `compras-${turn}@misti.example`;
  const person = caller(run);
  const form = workshopForm({ contact: { name: 'Lucía Quispe', email } });
  let atMs = performance.now();
  const lap = () => performance.now() - atMs;
  const answer = await person.post('/api/interests', form);
  const acknowledged = lap();
  const { id, statusUrl } = answer.json<{ id: string; statusUrl: string }>();
  await inbox(run).mail(email, /confirm=1/);
  const confirmationMail = lap();

  const key = new URL(statusUrl).searchParams.get('key');
  const token = await tokenOf(run, 'k@klaster.example', ['coordinator', 'cluster:klaster-obrobki-metali']);
  const desk = caller(run, { authorization: `Bearer ${token}` });
  atMs = performance.now();
  await person.post(`/api/interests/${id}/confirm`, { key });
  const leadId = `${id}.samasz`;
  await eventually('the lead', async () =>
    (await desk.get(`/api/leads/${leadId}`)).status === 200 ? true : undefined,
  );
  const proposed = lap();

  await inbox(run).empty();
  atMs = performance.now();
  await desk.post(`/api/leads/${leadId}/decision`, { decision: 'approve' });
  const mail = await inbox(run).mail('eksport@samasz.example', /introductions/);
  const introductionMail = lap();

  const introduction = linkIn(mail, /\/introductions\//)
    .pathname.split('/')
    .at(-1);
  atMs = performance.now();
  await person.post(`/api/introductions/${introduction}/answer`, { answer: 'accept' });
  await Promise.all([
    inbox(run).mail(email, /eksport@samasz/),
    inbox(run).mail('eksport@samasz.example', new RegExp(email)),
  ]);
  return { acknowledged, confirmationMail, proposed, introductionMail, connectionMails: lap() };
}

async function start(): Promise<Running> {
  const dataDir = mkdtempSync(join(tmpdir(), 'puente-bench-'));
  const [port, mailPort] = [await freePort(), await freePort()];
  const baseUrl = `http://localhost:${port}`;
  const settings = {
    PORT: String(port),
    MAIL_PORT: String(mailPort),
    PUENTE_DATA: dataDir,
    PUENTE_UNDO_SECONDS: String(undoSeconds),
    // Each story is told by the same two firms.
    PUENTE_PAIR_AGAIN_SECONDS: '1',
    PUENTE_SWEEP_SECONDS: String(sweepSeconds),
  };
  const atMs = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', 'local/start.ts'], {
    env: { ...process.env, ...settings },
    stdio: 'ignore',
  });
  await eventually('GET /health', async () => {
    const reply = await fetch(`${baseUrl}/health`).catch(() => undefined);
    return reply?.ok === true ? true : undefined;
  });
  const readyMs = performance.now() - atMs;
  return { process: child, baseUrl, mailUrl: `http://localhost:${mailPort}`, dataDir, readyMs };
}

async function stop(run: Running): Promise<void> {
  run.process.kill('SIGINT');
  await once(run.process, 'exit');
  rmSync(run.dataDir, { recursive: true, force: true });
}

/** Resident memory by the kernel's own account (Linux). */
function memoryMb(run: Running): number {
  const status = readFileSync(`/proc/${run.process.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
