import { fault } from '../../shared/contracts/faults.ts';
import { resolutionBodySchema } from '../../shared/contracts/http/bodies.ts';
import { resolvedSchema } from '../../shared/contracts/http/mail-view.ts';
import { callerOf } from '../../shared/runtime/caller.ts';
import { httpHandler, json, Problem, sentAs } from '../../shared/runtime/http.ts';
import type { Logger } from '../../shared/runtime/logger.ts';
import { type ResolveDeps, resolveMail } from './resolve-mail.ts';

/** `POST /api/mails/{id}/resolution` for administrators. */
export function createHandler(deps: ResolveDeps, logger: Logger) {
  return httpHandler({ logger }, async (request) => {
    const { subject } = callerOf(request.event, ['admin']);
    const body = sentAs(resolutionBodySchema, request);
    const id = request.path('id');
    const result = await resolveMail(deps, { id, body, by: subject });
    if (result.outcome === 'notFound') throw new Problem('notFound');
    if (result.outcome === 'moved') throw new Problem('conflict', { state: result.status });
    if (result.outcome === 'never') {
      const errors = [fault('as', 'neverAgain', request.language)];
      throw new Problem('conflict', { state: result.status, errors });
    }
    logger.warn('mail resolved by a person', { outboxId: result.id, as: body.as, by: subject });
    return json(resolvedSchema.parse({ id: result.id, status: result.status }));
  });
}
