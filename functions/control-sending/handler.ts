import { sendingBodySchema } from '../../shared/contracts/http/bodies.ts';
import { sendingViewSchema } from '../../shared/contracts/http/sending-view.ts';
import { callerOf } from '../../shared/runtime/caller.ts';
import { httpHandler, json, Problem, sentAs } from '../../shared/runtime/http.ts';
import type { Logger } from '../../shared/runtime/logger.ts';
import { type ControlSendingDeps, closeBreaker, viewSending } from './control-sending.ts';

/** `GET /api/sending` and `POST /api/sending` for administrators. */
export function createHandler(deps: ControlSendingDeps, logger: Logger) {
  return httpHandler({ logger }, async (request) => {
    const { subject } = callerOf(request.event, ['admin']);
    if (request.event.requestContext.http.method !== 'POST')
      return json(sendingViewSchema.parse(await viewSending(deps)));
    const { note } = sentAs(sendingBodySchema, request);
    const result = await closeBreaker(deps, { by: subject, note });
    if (result.outcome === 'openedAgain') throw new Problem('conflict', { state: 'open' });
    logger.warn('breaker closed by a person', { by: subject });
    return json(sendingViewSchema.parse(result.view));
  });
}
