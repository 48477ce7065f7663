import { fault } from '../../shared/contracts/faults.ts';
import { decisionBodySchema } from '../../shared/contracts/http/bodies.ts';
import { callerOf } from '../../shared/runtime/caller.ts';
import { httpHandler, json, Problem, sentAs } from '../../shared/runtime/http.ts';
import type { Logger } from '../../shared/runtime/logger.ts';
import { type DecideDeps, decideLead } from './decide-lead.ts';

/** `POST /api/leads/{id}/decision` for coordinators. */
export function createHandler(deps: DecideDeps, logger: Logger) {
  return httpHandler({ logger }, async (request) => {
    const by = callerOf(request.event, ['coordinator']);
    const body = sentAs(decisionBodySchema, request);
    const leadId = request.path('id');
    const result = await decideLead(deps, { leadId, body, by });
    if (result.outcome === 'unknown') throw new Problem('notFound');
    if (result.outcome === 'notProposed') throw new Problem('conflict', { state: result.status });
    if (result.outcome === 'heldBack') {
      const { until } = result;
      const errors = [fault('decision', 'heldBack', request.language, { until })];
      throw new Problem('heldBack', { until, errors });
    }
    logger.info('lead decided', { leadId, status: result.status, by: by.subject });
    return json({ id: leadId, status: result.status });
  });
}
