import { answerBodySchema, type IntroductionNotice } from '../../shared/contracts/http/introduction-view.ts';
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
    const undoing = request.event.rawPath.endsWith('/undo');
    const result = undoing
      ? await undoAnswer(deps, token)
      : await answerIntroduction(deps, token, sentAs(answerBodySchema, request));
    return reply(request, token, { result, undoing }, logger);
  });
}

interface Done {
  readonly result: AnswerOutcome;
  readonly undoing: boolean;
}

function reply(request: HttpRequest, token: string, { result, undoing }: Done, logger: Logger) {
  if (result.outcome === 'unknown') throw new Problem('notFound');
  if (result.outcome === 'expired') throw new Problem('gone');
  if (result.outcome === 'answered')
    logger.info('introduction answered', { leadId: result.lead.id, status: result.lead.status });
  // The page shows what holds now, also after a conflict.
  if (request.body.kind === 'form' && request.wantsHtml) {
    const notice = noticeOf(result, undoing);
    const page = paths.introduction(request.language, token);
    return seeOther(notice === undefined ? page : `${page}?notice=${notice}`);
  }
  if (result.outcome === 'conflict') throw new Problem('conflict', { state: result.status });
  const undoUntil = result.lead.status === 'accepted' ? result.lead.discloseAt : undefined;
  return json({ status: result.lead.status, undoUntil });
}

/** What the page itself would not show: that a button changed nothing, or only took an answer back. */
function noticeOf(
  result: Extract<AnswerOutcome, { outcome: 'answered' | 'conflict' }>,
  undoing: boolean,
): IntroductionNotice | undefined {
  if (result.outcome === 'answered') return undoing ? 'undone' : undefined;
  const disclosing = result.status === 'accepted' || result.status === 'connected';
  return undoing && disclosing ? 'undoTooLate' : 'unchanged';
}
