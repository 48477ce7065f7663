import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { errorFields, type Logger, neverLogEvents } from '../../shared/runtime/logger.ts';
import type { Gauges } from '../../shared/runtime/metrics.ts';
import { type SweepDeps, sweep } from './sweep.ts';

/** What stays as it is until a person has looked at it; a hundred doubts are as alarming as more. */
async function standstill({ store }: SweepDeps) {
  const [breaker, doubtful] = await Promise.all([
    store.breaker(),
    store.mails({ status: 'unknown', limit: 100 }),
  ]);
  return {
    BreakerOpen: breaker?.state === 'open' ? 1 : 0,
    DoubtfulMails: doubtful.items.length + doubtful.broken.length,
  };
}

/** What somebody has to look at: nothing of it mends itself. */
const alarming: ReadonlySet<string> = new Set(['sendDoubtful', 'nobodyToAlert']);

/** The schedule: each minute. Fails at its end when a record could not be moved on, so that the alarm hears of it. */
export function createHandler(deps: SweepDeps, logger: Logger, gauges: Gauges) {
  return middy<unknown, void, Error, Context>()
    .use(injectLambdaContext(logger, neverLogEvents))
    .handler(async (_event, context) => {
      let oldestMailSeconds = 0;
      const report = await sweep(deps, {
        remainingMs: () => context.getRemainingTimeInMillis(),
        onStep: (kind, id, step) => logger[alarming.has(step) ? 'error' : 'info'](step, { kind, id }),
        onMail: (lateSeconds) => {
          oldestMailSeconds = Math.max(oldestMailSeconds, lateSeconds);
        },
        onFault: (kind, error, id) =>
          logger.error('record could not be moved on', { kind, id, ...errorFields(error) }),
      });
      if (Object.keys(report).length > 0) logger.info('swept', { report });
      gauges.publish({
        SweepCompleted: 1,
        OldestMailSeconds: oldestMailSeconds,
        ...(await standstill(deps)),
      });
      if (report['fault'] !== undefined) throw new Error(`${report['fault']} records could not be moved on`);
    });
}
