import { Logger } from '@aws-lambda-powertools/logger';

export type { Logger };

/** Events hold what people wrote, so no setting of the environment may turn their logging on. */
export const neverLogEvents = { logEvent: false } as const;

/** Errors of ours whose message names a record and its faulty fields, and never quotes a value. */
const tellingNames: ReadonlySet<string> = new Set(['BrokenItem']);

/** A logger for one function; its name is on every line. Log ids only: never an address, a name or a text. */
export function createLogger(functionName: string): Logger {
  return new Logger({ serviceName: functionName });
}

/**
 * What a log may know of an error: its kind and where it arose. Messages are left out, because those of providers and
 * parsers can quote what they were given. At most `causes` causes deep, since an error may be its own.
 */
export function errorFields(error: unknown, causes = 3): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  // The stack begins with the message, of which a line may look like a frame.
  const frames = (error.stack ?? '')
    .replace(error.message, () => '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '));
  const metadata = '$metadata' in error ? (error.$metadata as Record<string, unknown>) : {};
  return {
    error: error.name,
    ...(tellingNames.has(error.name) ? { message: error.message } : {}),
    awsRequestId: metadata['requestId'],
    httpStatusCode: metadata['httpStatusCode'],
    frames: frames.slice(0, 12).map((line) => line.trim()),
    ...(error.cause === undefined || causes === 0 ? {} : { cause: errorFields(error.cause, causes - 1) }),
  };
}
