import {
  introductionNoticeSchema,
  introductionViewSchema,
} from '../../shared/contracts/http/introduction-view.ts';
import { html, httpHandler, json, Problem } from '../../shared/runtime/http.ts';
import type { Logger } from '../../shared/runtime/logger.ts';
import { renderAnswerPage } from '../../web/pages/answer-page.tsx';
import { problemPageTo } from '../../web/pages/problem-page.tsx';
import { type ViewIntroductionDeps, viewIntroduction } from './view-introduction.ts';

/** `GET /api/introductions/{token}` as JSON, `GET /{language}/introductions/{token}` as the answer page. */
export function createHandler(deps: ViewIntroductionDeps, logger: Logger) {
  return httpHandler({ logger, problemPage: problemPageTo('mail') }, async (request) => {
    const token = request.path('token');
    const result = await viewIntroduction(deps, token, request.language);
    if (result.outcome === 'unknown') throw new Problem('notFound');
    if (result.outcome === 'expired') throw new Problem('gone');
    const view = introductionViewSchema.parse(result.view);
    if (request.path('language') === '') return json(view);
    const { language } = request;
    const notice = introductionNoticeSchema.safeParse(request.query('notice')).data;
    const { stopToken } = result;
    const { names, clocks } = deps;
    return html(renderAnswerPage({ language, view, token, stopToken, names, clocks, notice }));
  });
}
