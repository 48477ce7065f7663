import { languageSchema } from '../../shared/domain/language-schema.ts';
import {
  type HttpEvent,
  type HttpRequest,
  httpHandler,
  json,
  Problem,
  seeOther,
} from '../../shared/runtime/http.ts';
import type { Logger } from '../../shared/runtime/logger.ts';
import { problemPageTo } from '../../web/pages/problem-page.tsx';
import { fileHeaders } from './file-headers.ts';
import { type Site, showPage } from './show-page.ts';

export interface ShowPageDeps {
  readonly site: Site;
  /** What the console needs to sign somebody in. */
  readonly signIn: { readonly issuer: string; readonly clientId: string };
  /** Addresses of the identity provider that the console's scripts may call. */
  readonly connectTo: readonly string[];
}

/** Every path that no other route takes: the prerendered pages, their assets, and `GET /api/sign-in`. */
export function createHandler(deps: ShowPageDeps, logger: Logger) {
  const act = async ({ event, language }: HttpRequest) => {
    const { method } = event.requestContext.http;
    const { rawPath } = event;
    if (method === 'GET' && rawPath === '/api/sign-in') return json(deps.signIn);
    const page = showPage(deps.site, rawPath, language);
    if (page.outcome === 'unknown') throw new Problem('notFound');
    if (method !== 'GET' && method !== 'HEAD') throw new Problem('methodNotAllowed');
    if (page.outcome === 'elsewhere') return seeOther(page.path);
    const { path, file } = page;
    const headers = fileHeaders(path, file.contentType, deps.connectTo);
    return { statusCode: 200, headers, body: file.body };
  };
  return httpHandler({ logger, problemPage: problemPageTo('form') }, act).before((request) => {
    request.event = withLanguageOfPath(request.event);
  });
}

/** These routes have no parameters; yet `/pl/nic` is read by somebody who reads Polish. */
function withLanguageOfPath(event: HttpEvent): HttpEvent {
  const language = languageSchema.safeParse(event.rawPath.split('/')[1]).data;
  return language === undefined ? event : { ...event, pathParameters: { ...event.pathParameters, language } };
}
