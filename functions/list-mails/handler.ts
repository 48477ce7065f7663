import * as z from 'zod';
import { fault } from '../../shared/contracts/faults.ts';
import { mailPageSchema } from '../../shared/contracts/http/mail-view.ts';
import { callerOf } from '../../shared/runtime/caller.ts';
import { httpHandler, json, Problem, queryAs } from '../../shared/runtime/http.ts';
import { errorFields, type Logger } from '../../shared/runtime/logger.ts';
import { type ListMailsDeps, listMails } from './list-mails.ts';

const querySchema = z.object({
  status: z.enum(['unknown', 'failed']).default('unknown'),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(2000).optional(),
});

/** `GET /api/mails?status=unknown|failed&cursor=&limit=` for administrators. */
export function createHandler(given: Omit<ListMailsDeps, 'onBroken'>, logger: Logger) {
  const deps: ListMailsDeps = {
    ...given,
    onBroken: (item) => logger.error('record left out', errorFields(item)),
  };
  return httpHandler({ logger }, async (request) => {
    callerOf(request.event, ['admin']);
    const { cursor, ...query } = queryAs(querySchema, request);
    const result = await listMails(deps, { ...query, ...(cursor !== undefined && { cursor }) });
    if (result.outcome === 'badCursor')
      throw new Problem('invalid', { errors: [fault('cursor', 'invalidCursor', request.language)] });
    return json(mailPageSchema.parse(result.page));
  });
}
