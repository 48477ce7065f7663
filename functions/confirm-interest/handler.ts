import { keyBodySchema } from '../../shared/contracts/http/bodies.ts';
import { paths } from '../../shared/contracts/links.ts';
import { interestIdSchema } from '../../shared/domain/ids.ts';
import { httpHandler, json, Problem, seeOther, sentAs } from '../../shared/runtime/http.ts';
import type { Logger } from '../../shared/runtime/logger.ts';
import { problemPageTo } from '../../web/pages/problem-page.tsx';
import { type ConfirmDeps, confirmInterest } from './confirm-interest.ts';

/** `POST /api/interests/{id}/confirm` with `{key}`, as JSON or as the button of the status page. */
export function createHandler(deps: ConfirmDeps, logger: Logger) {
  return httpHandler({ logger, problemPage: problemPageTo('mail') }, async (request) => {
    const { key } = sentAs(keyBodySchema, request);
    const id = request.path('id');
    const result = await confirmInterest(deps, id, key);
    if (result.outcome === 'unknown') throw new Problem('notFound');
    const interestId = interestIdSchema.parse(id);
    if (request.body.kind === 'form' && request.wantsHtml)
      return seeOther(paths.status(request.language, interestId, key));
    if (result.outcome === 'tooLate') throw new Problem('conflict', { state: result.status });
    return json({ id, status: 'confirmed' });
  });
}
