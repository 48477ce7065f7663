import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { createLogger } from '../../../shared/runtime/logger.ts';

/** The production logger, writing its lines where a test can read them. */
export function watchedLogger() {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const logger = createLogger('function-under-test');
  Object.assign(logger, { console: new Console({ stdout: stream, stderr: stream }) });
  return { logger, lines };
}
