import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Context } from 'aws-lambda';
import type { FunctionPlan } from '../template/plan.ts';
import { setEnvironment } from './environment.ts';
import type { FunctionOutput } from './output.ts';

/** AWS quota: payload of a synchronous answer. */
const MAXIMUM_ANSWER_BYTES = 6 * 1024 * 1024;

/** The function did not answer within its time-out. */
export class FunctionTimeoutError extends Error {
  override readonly name = 'FunctionTimeoutError';
}

type Handler = (event: unknown, context: Context) => unknown;

/** The functions of the template, callable by name. */
export interface LocalFunctions {
  /**
   * Calls a function as Lambda would: the event and the answer pass through JSON.
   * @param timeoutMs shorter than the function's own time-out, if given
   * @returns the answer; undefined if the function gave none
   * @throws {FunctionTimeoutError} and whatever the function throws
   */
  invoke(functionName: string, event: unknown, timeoutMs?: number): Promise<unknown>;
  /** Imports all modules one after the other, so that no first call has to wait for it. */
  preload(): Promise<void>;
  /** Imports no further module; resolves once no call runs, at the latest after `graceMs`. */
  close(graceMs: number): Promise<void>;
}

export interface LocalFunctionsOptions {
  /** Directory that entry paths are relative to. */
  readonly root: string;
  readonly output: FunctionOutput;
}

let instanceCount = 0;

/** Makes the functions of a plan callable. Each module is imported once, with its own environment. */
export function createFunctions(
  plans: readonly FunctionPlan[],
  options: LocalFunctionsOptions,
): LocalFunctions {
  // A new address for each runner and each function: a module imported before would keep its environment.
  instanceCount += 1;
  const functions = new Map(
    plans.map((plan) => [plan.name, new LocalFunction(plan, instanceCount, options)]),
  );
  const running = new Set<Promise<unknown>>();
  let closing = false;
  return {
    invoke: async (functionName, event, timeoutMs) => {
      const target = functions.get(functionName);
      if (target === undefined) throw new Error(`No function is called ${functionName}`);
      const call = target.invoke(event, timeoutMs);
      const tracked = call.catch(() => undefined).finally(() => running.delete(tracked));
      running.add(tracked);
      return await call;
    },
    preload: async () => {
      for (const target of functions.values()) if (!closing) await target.load().catch(() => undefined);
    },
    close: async (graceMs) => {
      closing = true;
      const grace = new AbortController();
      await Promise.race([Promise.all([importQueue, ...running]), delay(graceMs, grace.signal)]);
      grace.abort();
    },
  };
}

/** Imports change `process.env` for a moment, so there is one at a time in the whole process. */
let importQueue: Promise<unknown> = Promise.resolve();

class LocalFunction {
  readonly #plan: FunctionPlan;
  readonly #instance: number;
  readonly #options: LocalFunctionsOptions;
  #handler: Promise<Handler> | undefined;

  constructor(plan: FunctionPlan, instance: number, options: LocalFunctionsOptions) {
    this.#plan = plan;
    this.#instance = instance;
    this.#options = options;
  }

  load(): Promise<Handler> {
    this.#handler ??= this.#enqueueImport();
    return this.#handler;
  }

  async invoke(event: unknown, timeoutMs = Number.POSITIVE_INFINITY): Promise<unknown> {
    const handler = await this.load();
    const limitMs = Math.min(this.#plan.timeoutSeconds * 1000, timeoutMs);
    const copy: unknown = JSON.parse(JSON.stringify(event));
    const timer = new AbortController();
    const timeout = delay(limitMs, timer.signal).then(() => {
      throw new FunctionTimeoutError(
        `${this.#plan.name}: Task timed out after ${(limitMs / 1000).toFixed(2)} seconds`,
      );
    });
    try {
      const answer = await Promise.race([this.#call(handler, copy, performance.now() + limitMs), timeout]);
      return marshal(answer, this.#plan.name);
    } finally {
      timer.abort();
    }
  }

  async #call(handler: Handler, event: unknown, deadlineMs: number): Promise<unknown> {
    return await this.#options.output.capture(this.#plan.name, () =>
      handler(event, this.#context(deadlineMs)),
    );
  }

  #enqueueImport(): Promise<Handler> {
    const imported = importQueue.then(() => this.#import());
    importQueue = imported.catch(() => undefined);
    return imported;
  }

  async #import(): Promise<Handler> {
    const { name, entry, environment, handlerName, memoryMegabytes } = this.#plan;
    const own = new URLSearchParams({ runner: String(this.#instance), function: name });
    const url = `${pathToFileURL(resolve(this.#options.root, entry)).href}?${own}`;
    const scope = setEnvironment({
      ...environment,
      AWS_LAMBDA_FUNCTION_NAME: name,
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMegabytes),
      AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
    });
    try {
      const module = (await this.#options.output.capture(name, () => import(url))) as Record<string, unknown>;
      const handler = module[handlerName];
      if (typeof handler !== 'function') throw new Error(`${entry} exports no function ${handlerName}`);
      return handler as Handler;
    } catch (error) {
      this.#options.output.note(
        name,
        `import failed: ${error instanceof Error ? (error.stack ?? error.message) : error}`,
      );
      throw error;
    } finally {
      scope.restore();
    }
  }

  #context(deadlineMs: number): Context {
    const { name, arn, memoryMegabytes } = this.#plan;
    const unsupported = (): never => {
      throw new Error('Callbacks ended with Node 24 on Lambda; answer with a promise');
    };
    return {
      callbackWaitsForEmptyEventLoop: false,
      functionName: name,
      functionVersion: '$LATEST',
      invokedFunctionArn: arn,
      memoryLimitInMB: String(memoryMegabytes),
      awsRequestId: randomUUID(),
      logGroupName: `/aws/lambda/${name}`,
      logStreamName: 'local',
      getRemainingTimeInMillis: () => Math.max(0, Math.round(deadlineMs - performance.now())),
      done: unsupported,
      fail: unsupported,
      succeed: unsupported,
    };
  }
}

function marshal(answer: unknown, functionName: string): unknown {
  if (answer === undefined) return undefined;
  const text = JSON.stringify(answer);
  if (text === undefined) return undefined;
  if (Buffer.byteLength(text) > MAXIMUM_ANSWER_BYTES)
    throw new Error(`${functionName}: the answer is larger than ${MAXIMUM_ANSWER_BYTES} bytes`);
  return JSON.parse(text);
}

/** Resolves after `delayMs`; never once the signal is aborted, and then holds nothing open. */
function delay(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolveDelay) => {
    const timer = setTimeout(resolveDelay, delayMs);
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });
}
