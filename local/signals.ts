import type { LocalRun } from './run-local.ts';

/**
 * Ends a run on Ctrl-C, SIGTERM or a closed terminal, and the process with it: exit code 0, or 1 at the second signal, which waits for
 * nothing.
 */
export function stopOnSignals(run: Pick<LocalRun, 'stop'>): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    console.log('\nPuente is stopping. Ctrl-C again ends it at once.');
    run.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.on('SIGHUP', stop);
  // In Lambda a promise that nobody handles ends one function's environment; here it must not end all of them.
  process.on('unhandledRejection', (reason) =>
    console.error('! A function left a rejected promise behind:', reason),
  );
}
