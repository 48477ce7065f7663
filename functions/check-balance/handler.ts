import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { type Logger, neverLogEvents } from '../../shared/runtime/logger.ts';
import type { Gauges } from '../../shared/runtime/metrics.ts';
import { type BalanceDeps, checkBalance } from './check-balance.ts';

/** The schedule: each hour. Without the figure the alarm is raised as well. */
export function createHandler(deps: BalanceDeps, logger: Logger, gauges: Gauges) {
  return middy<unknown, void, Error, Context>()
    .use(injectLambdaContext(logger, neverLogEvents))
    .handler(async () => {
      const balance = await checkBalance(deps);
      const off = balance.missing + balance.unreadable + balance.overdue;
      logger[off === 0 ? 'info' : 'error']('balance', { balance });
      gauges.publish({ BalanceOff: off });
    });
}
