import { type HttpReply, httpHandler, json, Problem, seeOther } from '../../shared/runtime/http.ts';
import type { Logger } from '../../shared/runtime/logger.ts';
import { problemPageTo } from '../../web/pages/problem-page.tsx';
import { type Site, showPage } from './show-page.ts';

export interface ShowPageDeps {
  readonly site: Site;
  /** What the console needs to sign somebody in. */
  readonly signIn: { readonly issuer: string; readonly clientId: string };
}

/** Every path that no other route takes: the prerendered pages, their assets, and `GET /api/sign-in`. */
export function createHandler(deps: ShowPageDeps, logger: Logger) {
  return httpHandler({ logger, problemPage: problemPageTo('form') }, async ({ event, language }) => {
    const { method } = event.requestContext.http;
    const { rawPath } = event;
    if (method === 'GET' && rawPath === '/api/sign-in') return json(deps.signIn);
    const page = showPage(deps.site, rawPath, language);
    if (page.outcome === 'unknown') throw new Problem('notFound');
    if (method !== 'GET' && method !== 'HEAD') throw new Problem('methodNotAllowed');
    if (page.outcome === 'elsewhere') return seeOther(page.path);
    return fileReply(page.path, page.file, deps.signIn.issuer);
  });
}

function fileReply(path: string, file: { contentType: string; body: string }, issuer: string): HttpReply {
  // Only the console runs scripts, and they talk to this API and to the identity provider.
  const console = path.startsWith('console/')
    ? `; script-src 'self'; connect-src 'self' ${new URL(issuer).origin} https://*.amazoncognito.com`
    : '';
  return {
    statusCode: 200,
    headers: {
      'content-type': file.contentType,
      'cache-control': 'public, max-age=300',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': `default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'${console}`,
    },
    body: file.body,
  };
}
