import * as z from 'zod';
import { fault } from '../../shared/contracts/faults.ts';
import { leadPageSchema } from '../../shared/contracts/http/lead-view.ts';
import { clusterIdSchema } from '../../shared/domain/ids.ts';
import { leadStatuses } from '../../shared/domain/lead.ts';
import { callerOf } from '../../shared/runtime/caller.ts';
import { httpHandler, json, Problem, queryAs } from '../../shared/runtime/http.ts';
import { errorFields, type Logger } from '../../shared/runtime/logger.ts';
import { type ListLeadsDeps, listLeads } from './list-leads.ts';

const querySchema = z.object({
  status: z.enum(leadStatuses).optional(),
  cluster: clusterIdSchema.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(2000).optional(),
});

/** `GET /api/leads?status=&cluster=&cursor=&limit=` for coordinators. */
export function createHandler(given: Omit<ListLeadsDeps, 'onBroken'>, logger: Logger) {
  const deps: ListLeadsDeps = {
    ...given,
    onBroken: (item) => logger.error('lead left out', errorFields(item)),
  };
  return httpHandler({ logger }, async (request) => {
    const { event, language } = request;
    const caller = callerOf(event, ['coordinator']);
    const { status, cluster, limit, cursor } = queryAs(querySchema, request);
    const result = await listLeads(deps, {
      ownClusters: caller.clusters
        .map((id) => clusterIdSchema.safeParse(id).data)
        .filter((id) => id !== undefined),
      cluster,
      statuses: status === undefined ? leadStatuses : [status],
      limit,
      cursor,
      language,
    });
    if (result.outcome === 'badCursor') {
      throw new Problem('invalid', { errors: [fault('cursor', 'invalidCursor', language)] });
    }
    return json(leadPageSchema.parse(result.page));
  });
}
