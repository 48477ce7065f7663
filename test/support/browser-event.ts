import type { HttpEvent } from '../../shared/runtime/http.ts';
import { httpEvent } from '../shared/runtime/http-event.ts';

interface Route {
  readonly path: string;
  /** What the route names in the path. */
  readonly parameters?: Record<string, string>;
  readonly query?: Record<string, string>;
}

const headers = { accept: 'text/html,application/xhtml+xml', 'accept-language': 'en-GB' };

/** A browser set to English that looks at a page. */
export function pageView({ path, parameters, query }: Route): HttpEvent {
  return httpEvent({
    method: 'GET',
    rawPath: path,
    headers,
    ...(parameters && { pathParameters: parameters }),
    ...(query && { queryStringParameters: query }),
  });
}

/** The same browser when a button of a page is pressed. */
export function formPost({ path, parameters }: Route, fields: Record<string, string>): HttpEvent {
  return httpEvent({
    rawPath: path,
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
    ...(parameters && { pathParameters: parameters }),
  });
}
