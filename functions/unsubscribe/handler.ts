import { html, httpHandler, json, Problem } from '../../shared/runtime/http.ts';
import type { Logger } from '../../shared/runtime/logger.ts';
import { problemPageTo } from '../../web/pages/problem-page.tsx';
import { renderUnsubscribePage } from '../../web/pages/unsubscribe-page.tsx';
import { hasStopped } from './has-stopped.ts';
import { knowsStopLink, type UnsubscribeDeps, unsubscribe } from './unsubscribe.ts';

/**
 * `POST /api/unsubscribe/{token}` from a mail client (RFC 8058) or from the page; `GET /{language}/unsubscribe/{token}`
 * is the page with its one button and changes nothing.
 */
export function createHandler(deps: UnsubscribeDeps, logger: Logger) {
  // RFC 8058, section 3.2: a mail client may encode its POST as multipart/form-data, and nothing in it matters.
  return httpHandler({ logger, problemPage: problemPageTo('mail'), anyBody: true }, async (request) => {
    const token = request.path('token');
    const { language } = request;
    if (request.event.requestContext.http.method !== 'POST') {
      if (!(await knowsStopLink(deps, token))) throw new Problem('notFound');
      return html(renderUnsubscribePage({ language, token, done: await hasStopped(deps, token) }));
    }
    if ((await unsubscribe(deps, token)) === 'unknown') throw new Problem('notFound');
    logger.info('recipient stopped all mail');
    return request.wantsHtml
      ? html(renderUnsubscribePage({ language, token, done: true }))
      : json({ status: 'stopped' });
  });
}
