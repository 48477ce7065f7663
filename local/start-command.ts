import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDbUnavailableError } from './aws/dynamodb-process.ts';
import { TableMismatchError } from './aws/tables.ts';
import { DataDirBusyError } from './data-dir.ts';
import { PortBusyError } from './http/listen.ts';
import { stopOnSignals } from './signals.ts';
import { type LocalPuente, SettingsError, startLocal } from './start-local.ts';
import { TemplateError } from './template/stack-template.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** How long an address may take to answer before it is named as not answering. */
const ANSWER_DEADLINE_MS = 10_000;
const ANSWER_INTERVAL_MS = 20;
/** The same error of the same function is shown once in this time. */
const REPEATED_ERROR_MS = 30_000;

/** Errors whose message says everything to the person at the terminal. */
const plainErrors = [
  DataDirBusyError,
  DynamoDbUnavailableError,
  PortBusyError,
  SettingsError,
  TableMismatchError,
  TemplateError,
];

/** `npm start`: runs Puente until Ctrl-C, and says on the terminal where it is. */
export async function startCommand(environment: Environment): Promise<void> {
  const startedMs = performance.now();
  try {
    const settings = readSettings(environment);
    console.log(`Puente is starting. Its data is in ${settings.dataDir}`);
    const puente = await startLocal({
      ...settings,
      environment,
      prepare: () => prepareFiles(environment),
      onProgress: (step, elapsedMs) => console.log(`  ${step} (${seconds(elapsedMs)})`),
      onError: showErrors(),
      onDeath: (reason) => {
        console.error(reason);
        process.exit(1);
      },
    });
    stopOnSignals(puente);
    await showAddresses(puente, startedMs);
  } catch (error) {
    const isPlain = plainErrors.some((kind) => error instanceof kind);
    console.error(isPlain ? (error as Error).message : error);
    process.exit(1);
  }
}

/** What functions read that is made from sources: the names of sectors, the holidays, and the pages. */
async function prepareFiles(environment: Environment): Promise<void> {
  const [{ makeSectorFiles }, { makeHolidayFile }, { buildWeb }, { parseClocks }] = await Promise.all([
    import('./sector-files.ts'),
    import('./holiday-file.ts'),
    import('../web/build.ts'),
    import('../shared/domain/clocks.ts'),
  ]);
  await Promise.all([makeSectorFiles(), makeHolidayFile(), buildWeb(undefined, parseClocks(environment))]);
}

interface Settings {
  readonly port: number;
  readonly mailPort: number;
  readonly dataDir: string;
  readonly demo: boolean;
}

function readSettings(environment: Environment): Settings {
  const port = readPort(environment, 'PORT', 3000);
  const mailPort = readPort(environment, 'MAIL_PORT', 1080);
  if (port === mailPort) throw new SettingsError(`PORT and MAIL_PORT are both ${port}. Change one of them.`);
  const demo = environment['PUENTE_DEMO'] ?? '1';
  if (demo !== '0' && demo !== '1')
    throw new SettingsError(`PUENTE_DEMO must be 0 or 1, not ${JSON.stringify(demo)}`);
  return { port, mailPort, dataDir: environment['PUENTE_DATA'] || '.puente', demo: demo === '1' };
}

function readPort(environment: Environment, variable: string, otherwise: number): number {
  const text = environment[variable] ?? String(otherwise);
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new SettingsError(`${variable} must be a port number from 1 to 65535, not ${JSON.stringify(text)}`);
}

/** One line an error, and not the same one again and again. */
function showErrors(): (functionName: string, message: string) => void {
  const shownAtMs = new Map<string, number>();
  return (functionName, message) => {
    const line = `! ${functionName}: ${message.split('\n')[0]?.slice(0, 200)}`;
    const nowMs = performance.now();
    if (nowMs - (shownAtMs.get(line) ?? Number.NEGATIVE_INFINITY) < REPEATED_ERROR_MS) return;
    shownAtMs.set(line, nowMs);
    console.error(`${line} (more in puente.log)`);
  };
}

async function showAddresses({ baseUrl, mailUrl }: LocalPuente, startedMs: number): Promise<void> {
  const health = await answers(`${baseUrl}/health`);
  if (health !== 200)
    throw new Error(
      `${baseUrl}/health answers ${health ?? 'nothing'}. See puente.log in the data directory.`,
    );
  console.log(`Puente is ready after ${seconds(performance.now() - startedMs)}. Ctrl-C ends it.`);
  const addresses: readonly (readonly [string, string])[] = [
    ['Formulario', `${baseUrl}/es/`],
    ['Formularz', `${baseUrl}/pl/`],
    ['Form', `${baseUrl}/en/`],
    ['Console', `${baseUrl}/console/`],
    ['Inbox', `${mailUrl}/`],
  ];
  for (const [name, url] of addresses) {
    const status = await answers(url);
    console.log(
      `  ${name.padEnd(11)} ${url}${status === 200 ? '' : ` does not work: it answers ${status ?? 'nothing'}`}`,
    );
  }
}

/** The status of an address: 200 as soon as it comes, else the last one before the deadline. */
async function answers(url: string): Promise<number | undefined> {
  const deadlineMs = performance.now() + ANSWER_DEADLINE_MS;
  for (;;) {
    const status = await fetch(url).then(
      async (response) => {
        await response.arrayBuffer();
        return response.status;
      },
      () => undefined,
    );
    const mayComeYet = status === undefined || status === 503;
    if (!mayComeYet || performance.now() > deadlineMs) return status;
    await sleep(ANSWER_INTERVAL_MS);
  }
}

const seconds = (elapsedMs: number): string => `${(elapsedMs / 1000).toFixed(1)} s`;
