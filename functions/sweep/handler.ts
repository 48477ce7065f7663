import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { errorFields, type Logger, neverLogEvents } from '../../shared/runtime/logger.ts';
import { type SweepDeps, sweep } from './sweep.ts';

/** The schedule: each minute. */
export function createHandler(deps: Omit<SweepDeps, 'onFault'>, logger: Logger) {
  const onFault: SweepDeps['onFault'] = (kind, id, error) => {
    logger.error('record could not be moved on', { kind, id, ...errorFields(error) });
  };
  return middy<unknown, void, Error, Context>()
    .use(injectLambdaContext(logger, neverLogEvents))
    .handler(async () => {
      const report = await sweep({ ...deps, onFault });
      if (Object.keys(report).length > 0) logger.info('swept', { report });
      if (report['sendDoubtful'] !== undefined)
        logger.error('send attempts are doubtful', { count: report['sendDoubtful'] });
    });
}
