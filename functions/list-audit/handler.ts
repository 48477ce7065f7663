import * as z from 'zod';
import { fault } from '../../shared/contracts/faults.ts';
import { auditPageSchema } from '../../shared/contracts/http/audit-view.ts';
import { auditSubjectSchema } from '../../shared/domain/audit.ts';
import { callerOf } from '../../shared/runtime/caller.ts';
import { httpHandler, json, Problem, queryAs } from '../../shared/runtime/http.ts';
import { errorFields, type Logger } from '../../shared/runtime/logger.ts';
import { type ListAuditDeps, listAudit } from './list-audit.ts';

const querySchema = z.object({
  subject: auditSubjectSchema.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(2000).optional(),
});

/** `GET /api/audit?subject=&cursor=&limit=` for administrators; `subject`: the id of the record acted on, absent for all. */
export function createHandler(given: Omit<ListAuditDeps, 'onBroken'>, logger: Logger) {
  const deps: ListAuditDeps = {
    ...given,
    onBroken: (item) => logger.error('act left out', errorFields(item)),
  };
  return httpHandler({ logger }, async (request) => {
    callerOf(request.event, ['admin']);
    const { subject, cursor, limit } = queryAs(querySchema, request);
    const result = await listAudit(deps, {
      limit,
      ...(subject !== undefined && { subject }),
      ...(cursor !== undefined && { cursor }),
    });
    if (result.outcome === 'badCursor')
      throw new Problem('invalid', { errors: [fault('cursor', 'invalidCursor', request.language)] });
    return json(auditPageSchema.parse(result.page));
  });
}
