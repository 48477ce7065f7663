import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { keepTemplates, keptTemplates, runFixture } from './fixtures/run-fixture.ts';
import { eventually, temporaryDirectory } from './support.ts';

const templatesDirectory = mkdtempSync(join(tmpdir(), 'puente-templates-'));
const templatesPath = join(templatesDirectory, 'templates.json');
const kept = { templates: async (port: number) => keptTemplates(templatesPath, `http://localhost:${port}`) };

beforeAll(() => keepTemplates(templatesPath), 60_000);
afterAll(() => rmSync(templatesDirectory, { recursive: true, force: true }));

interface Child {
  readonly process: ChildProcessWithoutNullStreams;
  readonly baseUrl: string;
  readonly mailUrl: string;
  /** Everything written to standard error so far. */
  errors(): string;
}

function start(module: URL, parameters: readonly string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(module), ...parameters], {
    env: { ...process.env, ...environment },
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return { process: child, errors: () => errors };
}

/** The fixture app in a process of its own. */
async function startFixture(dataDir: string): Promise<Child> {
  const child = start(new URL('./fixtures/run.ts', import.meta.url), [dataDir, templatesPath]);
  for await (const line of createInterface(child.process.stdout))
    if (line.startsWith('{'))
      return { ...child, ...(JSON.parse(line) as { baseUrl: string; mailUrl: string }) };
  throw new Error(`The fixture app did not start: ${child.errors()}`);
}

const order = (baseUrl: string, id: string) =>
  fetch(`${baseUrl}/orders`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id }),
  });

const subjects = async (mailUrl: string) =>
  ((await (await fetch(`${mailUrl}/email`)).json()) as { subject: string }[]).map(({ subject }) => subject);

/** Ids of the processes that have this text in their command line. */
function processesWith(text: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(text);
      } catch {
        return false;
      }
    })
    .map(Number);
}

const databaseOf = (dataDir: string) => processesWith(join(dataDir, 'dynamodb.sqlite'));

describe('a killed runner', () => {
  it('loses no mail, leaves no database behind, and the next one goes on', async () => {
    const dataDir = temporaryDirectory();
    const child = await startFixture(dataDir);
    await order(child.baseUrl, 'before');
    await eventually('the mail', async () =>
      (await subjects(child.mailUrl)).includes('Order before') ? true : undefined,
    );
    const answers = await Promise.all(['late-1', 'late-2', 'late-3'].map((id) => order(child.baseUrl, id)));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    child.process.kill('SIGKILL');
    await once(child.process, 'exit');
    await eventually('the end of the database', () => (databaseOf(dataDir).length === 0 ? true : undefined));

    const next = await runFixture(dataDir, kept);
    onTestFinished(() => next.stop());
    expect(await subjects(next.mailUrl)).toContain('Order before');
    // What the stream had not handed on yet is handed on now; what was on the queue is gone, as its sweeper would know.
    const handedOn = () => next.acceptedMails().filter(({ tags }) => tags['order'] === 'before');
    await order(next.baseUrl, 'after');
    await eventually('the next order', () =>
      next.acceptedMails().find(({ tags }) => tags['order'] === 'after'),
    );
    expect(handedOn()).toHaveLength(1);
    expect(await (await fetch(`${next.baseUrl}/orders/before`)).json()).toMatchObject({ times: 1 });
  }, 60_000);

  it('says so and ends when its database dies', async () => {
    const dataDir = temporaryDirectory();
    const child = await startFixture(dataDir);
    const database = databaseOf(dataDir).find(
      (pid) => !readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith('/bin/sh'),
    );
    process.kill(database ?? 0, 'SIGKILL');
    const [code] = (await once(child.process, 'exit')) as [number];
    expect(code).toBe(1);
    expect(child.errors()).toContain('DynamoDB (dynoxide) ended unexpectedly');
  }, 60_000);
});

describe('a runner that is told to stop', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'lets a running call end on %s, ends its database, and exits with 0',
    async (signal) => {
      const dataDir = temporaryDirectory();
      const child = await startFixture(dataDir);
      await fetch(`${child.baseUrl}/slow`);
      const running = fetch(`${child.baseUrl}/slow`);
      await order(child.baseUrl, 'meanwhile');
      const startedMs = performance.now();
      child.process.kill(signal);
      expect((await running).status).toBe(503);
      const [code] = (await once(child.process, 'exit')) as [number];
      expect(code).toBe(0);
      expect(performance.now() - startedMs).toBeLessThan(3_000);
      expect(databaseOf(dataDir)).toEqual([]);
    },
    60_000,
  );

  it('ends at once at the second signal', async () => {
    const child = await startFixture(temporaryDirectory());
    const running = fetch(`${child.baseUrl}/slow`);
    running.catch(() => undefined);
    await order(child.baseUrl, 'meanwhile');
    child.process.kill('SIGINT');
    for await (const line of createInterface(child.process.stdout)) if (line.includes('stopping')) break;
    child.process.kill('SIGINT');
    const [code] = (await once(child.process, 'exit')) as [number];
    expect(code).toBe(1);
  }, 60_000);
});

describe('npm start', () => {
  async function failure(environment: Record<string, string>): Promise<string> {
    const child = start(new URL('../../local/start.ts', import.meta.url), [], environment);
    const [code] = (await once(child.process, 'exit')) as [number];
    expect(code).toBe(1);
    return child.errors();
  }

  it('names a busy port and what to change, before it touches anything', async () => {
    const server = createServer().listen({ port: 0, host: '::1' });
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const dataDir = join(temporaryDirectory(), 'data');
    const other = String(port === 65_535 ? port - 1 : port + 1);
    expect(await failure({ PORT: other, MAIL_PORT: String(port), PUENTE_DATA: dataDir })).toContain(
      `Port ${port} is already in use. End what uses it, or choose another one with MAIL_PORT.`,
    );
    expect(existsSync(dataDir)).toBe(false);
  }, 30_000);

  it.each([
    [{ PORT: 'abc' }, 'PORT must be a port number'],
    [{ PORT: '3000', MAIL_PORT: '3000' }, 'PORT and MAIL_PORT are both 3000'],
    [{ PUENTE_DEMO: 'yes' }, 'PUENTE_DEMO must be 0 or 1'],
    [{ PUENTE_UNDO_SECONDS: 'soon' }, 'PUENTE_UNDO_SECONDS must be a whole number of seconds'],
    [{ PUENTE_SWEEP_SECONDS: '0' }, 'PUENTE_SWEEP_SECONDS must be a number of seconds above 0'],
  ])(
    'refuses the settings %j',
    async (environment, message) => {
      const said = await failure(environment);
      expect(said).toContain(message);
      expect(said).not.toContain('    at ');
    },
    30_000,
  );
});

describe('npm run token', () => {
  it('prints one token of the running provider, for every cluster named', async () => {
    const { baseUrl } = await startFixture(temporaryDirectory());
    const parameters = [
      '--email',
      'a@b.example',
      '--cluster',
      'metal,wood',
      '--cluster',
      'food',
      '--role',
      'coordinator',
    ];
    const command = new URL('../../local/commands/token.ts', import.meta.url);
    const child = start(command, parameters, { PORT: new URL(baseUrl).port });
    const printed = (await child.process.stdout.setEncoding('utf8').toArray()).join('');
    expect(printed).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const { event } = (await (
      await fetch(`${baseUrl}/signed-in`, { headers: { authorization: `Bearer ${printed.trim()}` } })
    ).json()) as { event: { requestContext: { authorizer: { jwt: { claims: Record<string, string> } } } } };
    expect(event.requestContext.authorizer.jwt.claims['cognito:groups']).toBe(
      '[coordinator cluster:metal cluster:wood cluster:food]',
    );
  }, 60_000);

  it('says what is missing, and exits with 1', async () => {
    for (const [parameters, message] of [
      [[], '--email needs an address'],
      [['--email', 'a@b.example', '--role', 'boss'], '--role needs one of coordinator, admin, office'],
      [['--email', 'a@b.example', '--role', 'coordinator'], 'needs at least one --cluster'],
      [['--email', 'a@b.example', '--role', 'office', '--colour', 'red'], 'colour'],
      [
        ['--email', 'a@b.example', '--role', 'office'],
        'Nothing answers at http://localhost:1/identity/token',
      ],
    ] as const) {
      const child = start(new URL('../../local/commands/token.ts', import.meta.url), parameters, {
        PORT: '1',
      });
      const [code] = (await once(child.process, 'exit')) as [number];
      expect([code, child.errors()]).toEqual([1, expect.stringContaining(message)]);
    }
  }, 60_000);
});

describe('a database that an earlier runner left', () => {
  it('is ended before a new one begins', async () => {
    const dataDir = temporaryDirectory();
    mkdirSync(dataDir, { recursive: true });
    const path = join(dataDir, 'dynamodb.sqlite');
    const left = spawn('/bin/sh', ['-c', 'sleep 60', path], { detached: true, stdio: 'ignore' });
    writeFileSync(join(dataDir, 'dynamodb.pid'), String(left.pid));
    const next = await runFixture(dataDir, kept);
    onTestFinished(() => next.stop());
    await eventually('its end', () =>
      left.exitCode !== null || left.signalCode !== null ? true : undefined,
    );
  }, 60_000);
});
