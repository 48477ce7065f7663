import { AsyncLocalStorage } from 'node:async_hooks';
import { closeSync, openSync, writeSync } from 'node:fs';

/** Keeps what functions print out of the terminal. */
export interface FunctionOutput {
  /** Runs `work`; what it prints, also later and asynchronously, goes to the log under this function's name. */
  capture<T>(functionName: string, work: () => T): T;
  /** Writes a line of the runner's own to the log. */
  note(functionName: string, message: string): void;
  /** Gives the terminal back and closes the log. */
  close(): void;
}

/**
 * Sends everything that functions print to a log file, one line each, and tells of errors.
 * @param path the log file, appended to
 * @param onError called with the function's name and the message of each line of level ERROR or worse
 */
export function captureOutput(
  path: string,
  onError: (functionName: string, message: string) => void,
): FunctionOutput {
  const descriptor = openSync(path, 'a', 0o600);
  const running = new AsyncLocalStorage<string>();
  const write = (functionName: string, text: string): void => {
    writeSync(descriptor, text);
    for (const line of text.split('\n')) {
      const message = errorMessage(line);
      // Outside of the function, whose own output goes to the log.
      if (message !== undefined) running.exit(() => onError(functionName, message));
    }
  };
  const restore = [process.stdout, process.stderr].map((stream) => redirect(stream, running, write));
  let open = true;
  return {
    capture: (functionName, work) => running.run(functionName, work),
    note: (functionName, message) => {
      if (open)
        writeSync(
          descriptor,
          `${JSON.stringify({ level: 'ERROR', function_name: functionName, message })}\n`,
        );
    },
    close: () => {
      for (const undo of restore) undo();
      if (open) closeSync(descriptor);
      open = false;
    },
  };
}

function redirect(
  stream: NodeJS.WriteStream,
  running: AsyncLocalStorage<string>,
  write: (functionName: string, text: string) => void,
): () => void {
  const original = stream.write;
  stream.write = ((chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    const functionName = running.getStore();
    if (functionName === undefined) return Reflect.apply(original, stream, [chunk, ...rest]) as boolean;
    write(functionName, typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'));
    const callback = rest.at(-1);
    if (typeof callback === 'function') callback();
    return true;
  }) as typeof stream.write;
  return () => {
    stream.write = original;
  };
}

const errorLevels: ReadonlySet<unknown> = new Set(['ERROR', 'CRITICAL']);

/** The message of a structured log line that tells of an error, undefined for any other line. */
function errorMessage(line: string): string | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const entry = JSON.parse(line) as { level?: unknown; message?: unknown };
    return errorLevels.has(entry.level) ? String(entry.message) : undefined;
  } catch {
    return undefined;
  }
}
