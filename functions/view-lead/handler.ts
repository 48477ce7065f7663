import { leadViewSchema } from '../../shared/contracts/http/lead-view.ts';
import { callerOf } from '../../shared/runtime/caller.ts';
import { httpHandler, json, Problem } from '../../shared/runtime/http.ts';
import type { Logger } from '../../shared/runtime/logger.ts';
import { type ViewLeadDeps, viewLead } from './view-lead.ts';

/** `GET /api/leads/{id}` for coordinators. */
export function createHandler(deps: ViewLeadDeps, logger: Logger) {
  return httpHandler({ logger }, async (request) => {
    const caller = callerOf(request.event, ['coordinator']);
    const view = await viewLead(deps, request.path('id'), caller.clusters, request.language);
    if (view === undefined) throw new Problem('notFound');
    return json(leadViewSchema.parse(view));
  });
}
