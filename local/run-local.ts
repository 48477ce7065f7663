import { reserveInboxPort, startInbox } from './aws/inbox.ts';
import { startServices } from './aws/services.ts';
import type { AcceptedMail } from './aws/ses.ts';
import { type DataDir, openDataDir } from './data-dir.ts';
import { runEvents } from './events/run-events.ts';
import { awsEnvironment, type Endpoints, setEnvironment } from './functions/environment.ts';
import { createFunctions } from './functions/local-functions.ts';
import { captureOutput } from './functions/output.ts';
import { openGate } from './http/gate.ts';
import { IDENTITY_PATH } from './identity/path.ts';
import type { Person } from './identity/people.ts';
import { noteEndpoints } from './operator/endpoints-file.ts';
import { REGION } from './template/names.ts';
import type { LocalPlan } from './template/plan.ts';
import { readPlan } from './template/read-plan.ts';
import type { StackTemplate } from './template/stack-template.ts';

/** What a runner is given. Everything it serves comes from the templates. */
export interface RunOptions {
  /** Synthesises the app, knowing the port that it will be served on. */
  readonly templates: (port: number) => Promise<readonly StackTemplate[]>;
  /** Directory that keeps everything between runs; one runner at a time has it. */
  readonly dataDir: string;
  /** Ports of the API and of the inbox; 0: any free one. */
  readonly port: number;
  readonly mailPort: number;
  /** Directory that the functions' entry paths are relative to. */
  readonly root: string;
  /** Whom the sign-in page offers. */
  readonly people: readonly Person[];
  /** Longest time between two runs of a schedule, in seconds. */
  readonly maximumIntervalSeconds: number;
  /** A DynamoDB that runs already; undefined: one is started. */
  readonly dynamoDbEndpoint?: string | undefined;
  /** Makes the data ready before anything is served, knowing every mail that SES accepted in earlier runs. */
  readonly prepareData?: (plan: LocalPlan, accepted: readonly AcceptedMail[]) => Promise<void>;
  /** Told when a part of the start is done, with the milliseconds since the start. */
  readonly onProgress?: (step: string, elapsedMs: number) => void;
  /** Told of errors of functions, in a few words. */
  readonly onError?: (functionName: string, message: string) => void;
  /** Told when something that cannot be done without has ended. */
  readonly onDeath?: (reason: string) => void;
}

/** A running Puente. */
export interface LocalRun {
  /** Address of the API, without a slash at the end. */
  readonly baseUrl: string;
  /** Address of the inbox, without a slash at the end. */
  readonly mailUrl: string;
  readonly plan: LocalPlan;
  readonly endpoints: Endpoints;
  /** Every mail that SES has accepted since the data directory was made. */
  acceptedMails(): readonly AcceptedMail[];
  /** Gives a secret a new current value; the old one becomes `AWSPREVIOUS`. */
  rotateSecret(name: string): void;
  /** Takes no more work, lets what runs end, ends everything it started. Safe to call twice. */
  stop(): Promise<void>;
}

/** How long running calls may take to end. */
const STOP_GRACE_MS = 1_200;

/**
 * Serves an app on this machine until `stop`. One at a time in a process: the AWS settings of `process.env` and the
 * terminal's output are its own as long as it runs.
 * @throws `PortBusyError`, `DataDirBusyError`, `DynamoDbUnavailableError`, `TableMismatchError`, `TemplateError`, each
 *   with a message for people; whatever had been started is ended by then
 */
export async function runLocal(options: RunOptions): Promise<LocalRun> {
  const cleanup = new Cleanup();
  try {
    return await start(options, cleanup);
  } catch (error) {
    await cleanup.run();
    throw error;
  }
}

async function start(options: RunOptions, cleanup: Cleanup): Promise<LocalRun> {
  const startedMs = performance.now();
  const progress = (step: string) => options.onProgress?.(step, performance.now() - startedMs);
  const { gate, dataDir, inbox, services } = await takeGround(options, cleanup);
  // Loaded while other threads and processes start.
  const frontDoorModule = import('./http/front-door.ts');
  const stacks = await options.templates(gate.port);
  progress('read the deployment template');

  const { endpoints, prepare } = await services.ready;
  const issuerUrl = `${gate.url}${IDENTITY_PATH}`;
  const plan = readPlan(stacks, { apiUrl: gate.url, issuerUrl, sqsUrl: endpoints.sqs });
  const { secrets, newTables } = await prepare(plan);
  const { output, onFault } = takeProcess(options, dataDir, endpoints, cleanup);
  cleanup.add(noteEndpoints(dataDir.path, endpoints));
  progress('database, queues and mail are up');
  await options.prepareData?.(plan, inbox.accepted());
  progress('data is in place');

  const functions = createFunctions(plan.functions, { root: options.root, output });
  cleanup.add(() => functions.close(STOP_GRACE_MS));
  void functions.preload();
  const { createFrontDoor } = await frontDoorModule;
  const { maximumIntervalSeconds, people } = options;
  const frontDoor = await createFrontDoor({ plan, functions, issuerUrl, people, dataDir, onFault });
  const events = runEvents({
    plan,
    functions,
    dataDir,
    endpoints,
    newTables,
    maximumIntervalSeconds,
    onFault,
  });
  cleanup.add(() => events.stop(STOP_GRACE_MS));
  await inbox.ready;
  progress('inbox answers');
  gate.open(frontDoor);
  cleanup.add(() => gate.shut(STOP_GRACE_MS));
  return {
    baseUrl: gate.url,
    mailUrl: `http://localhost:${inbox.port}`,
    plan,
    endpoints,
    acceptedMails: () => inbox.accepted(),
    rotateSecret: (name) => secrets.rotate(name),
    stop: () => cleanup.run(),
  };
}

/** Ports first, then the data directory: only when both are ours is anything started. */
async function takeGround(options: RunOptions, cleanup: Cleanup) {
  const gate = await openGate(options.port);
  cleanup.add(() => gate.close());
  const mailPort = await reserveInboxPort(options.mailPort);
  cleanup.add(() => mailPort.close(0));
  const dataDir = openDataDir(options.dataDir);
  cleanup.add(() => dataDir.release());
  const inbox = startInbox(dataDir, mailPort);
  const { dynamoDbEndpoint, onDeath = () => undefined } = options;
  const onUnpublished = (error: unknown) => options.onError?.('SES', `an event was lost: ${String(error)}`);
  const services = startServices({ dataDir, inbox, dynamoDbEndpoint, onDeath, onUnpublished });
  cleanup.add(() => services.stop());
  return { gate, dataDir, inbox, services };
}

/** Turns the AWS SDK of this process to this machine, and the output of functions to the log. */
function takeProcess(options: RunOptions, dataDir: DataDir, endpoints: Endpoints, cleanup: Cleanup) {
  const environment = setEnvironment(awsEnvironment(REGION, endpoints));
  cleanup.add(() => environment.restore());
  const tell = (functionName: string, message: string) => options.onError?.(functionName, message);
  const output = captureOutput(dataDir.file('puente.log'), tell);
  cleanup.add(() => output.close());
  const onFault = (functionName: string, error: unknown): void => {
    output.note(functionName, error instanceof Error ? (error.stack ?? error.message) : String(error));
    tell(functionName, error instanceof Error ? `${error.name}: ${error.message}` : String(error));
  };
  return { output, onFault };
}

/** What has to be undone, last first. */
class Cleanup {
  readonly #steps: (() => unknown)[] = [];
  #done: Promise<void> | undefined;

  add(step: () => unknown): void {
    this.#steps.unshift(step);
  }

  run(): Promise<void> {
    this.#done ??= this.#runAll();
    return this.#done;
  }

  async #runAll(): Promise<void> {
    for (const step of this.#steps) await step();
  }
}
