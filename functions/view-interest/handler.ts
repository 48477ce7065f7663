import { interestViewSchema } from '../../shared/contracts/http/interest-view.ts';
import { html, httpHandler, json, Problem } from '../../shared/runtime/http.ts';
import type { Logger } from '../../shared/runtime/logger.ts';
import { problemPageTo } from '../../web/pages/problem-page.tsx';
import { renderStatusPage } from '../../web/pages/status-page.tsx';
import { type ViewInterestDeps, viewInterest } from './view-interest.ts';

/** `GET /api/interests/{id}?key=` as JSON, `GET /{language}/interests/{id}?key=` as the status page. */
export function createHandler(deps: ViewInterestDeps, logger: Logger) {
  return httpHandler({ logger, problemPage: problemPageTo('mail') }, async (request) => {
    const key = request.query('key') ?? '';
    const found = await viewInterest(deps, request.path('id'), key);
    if (found === undefined) throw new Problem('notFound');
    const view = interestViewSchema.parse(found);
    if (request.path('language') === '') return json(view);
    const confirming = request.query('confirm') === '1';
    const { language } = request;
    return html(renderStatusPage({ language, view, key, confirming, now: deps.clock.now() }));
  });
}
