import { answerBodySchema } from '../../shared/contracts/http/introduction-view.ts';
import { paths } from '../../shared/contracts/links.ts';
import { type HttpRequest, httpHandler, json, Problem, seeOther, sentAs } from '../../shared/runtime/http.ts';
import type { Logger } from '../../shared/runtime/logger.ts';
import { problemPageTo } from '../../web/pages/problem-page.tsx';
import {
  type AnswerDeps,
  type AnswerOutcome,
  answerIntroduction,
  undoAnswer,
} from './answer-introduction.ts';

/** `POST /api/introductions/{token}/answer` and `/undo`, as JSON or as the buttons of the answer page. */
export function createHandler(deps: AnswerDeps, logger: Logger) {
  return httpHandler({ logger, problemPage: problemPageTo('mail') }, async (request) => {
    const token = request.path('token');
    const result = request.event.rawPath.endsWith('/undo')
      ? await undoAnswer(deps, token)
      : await answerIntroduction(deps, token, sentAs(answerBodySchema, request));
    return reply(request, token, result, logger);
  });
}

function reply(request: HttpRequest, token: string, result: AnswerOutcome, logger: Logger) {
  if (result.outcome === 'unknown') throw new Problem('notFound');
  if (result.outcome === 'expired') throw new Problem('gone');
  if (result.outcome === 'answered')
    logger.info('introduction answered', { leadId: result.lead.id, status: result.lead.status });
  // The page shows what holds now, also after a conflict.
  if (request.body.kind === 'form' && request.wantsHtml)
    return seeOther(paths.introduction(request.language, token));
  if (result.outcome === 'conflict') throw new Problem('conflict', { state: result.status });
  const undoUntil = result.lead.status === 'accepted' ? result.lead.discloseAt : undefined;
  return json({ status: result.lead.status, undoUntil });
}
