import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type * as z from 'zod';
import { check } from '../contracts/faults.ts';
import { maxBodyBytes } from '../contracts/http/bodies.ts';
import { chooseLanguage } from '../contracts/http/language.ts';
import {
  type ProblemCode,
  type ProblemMore,
  problemDetails,
  problemStatuses,
} from '../contracts/http/problem.ts';
import { errorFields, type Logger, neverLogEvents } from './logger.ts';

type Language = ReturnType<typeof chooseLanguage>;

export type HttpEvent = APIGatewayProxyEventV2;
export type HttpReply = APIGatewayProxyStructuredResultV2;

/** What a handler needs to know of a request. */
export interface HttpRequest {
  readonly event: HttpEvent;
  /** Of the path, the query, the form field `language`, or `Accept-Language`, in this order. */
  readonly language: Language;
  /** True for a browser's page view or form post; false for programs, which get JSON. */
  readonly wantsHtml: boolean;
  readonly path: (name: string) => string;
  readonly query: (name: string) => string | undefined;
  readonly body: Body;
  /** What was sent, for a schema to parse: the JSON value, or the filled-in fields of a form by name. */
  readonly sent: unknown;
}

/** The body as it came; `none` for an empty one. */
export type Body =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly value: unknown; readonly text: string }
  | { readonly kind: 'form'; readonly fields: URLSearchParams; readonly text: string };

/** Thrown anywhere in a handler: becomes the problem answer of that code. */
export class Problem extends Error {
  override name = 'Problem';
  readonly code: ProblemCode;
  readonly more: ProblemMore;

  constructor(code: ProblemCode, more: ProblemMore = {}) {
    super(code);
    this.code = code;
    this.more = more;
  }
}

/** What was sent, as a schema wants it; throws `invalid` with every fault at once. */
export function sentAs<S extends z.ZodType>(schema: S, { sent, language }: HttpRequest): z.output<S> {
  return acceptedBy(schema, sent, language);
}

/** The query string, as a schema wants it; empty parameters count as absent. Throws `invalid` like `sentAs`. */
export function queryAs<S extends z.ZodType>(schema: S, { event, language }: HttpRequest): z.output<S> {
  const given = Object.entries(event.queryStringParameters ?? {}).filter(([, value]) => value !== '');
  return acceptedBy(schema, Object.fromEntries(given), language);
}

function acceptedBy<S extends z.ZodType>(schema: S, sent: unknown, language: Language): z.output<S> {
  const checked = check(schema, sent, language);
  if (!checked.ok) throw new Problem('invalid', { errors: checked.faults });
  return checked.value;
}

interface HttpOptions {
  readonly logger: Logger;
  /** Draws a problem as a page, for requests that want HTML. */
  readonly problemPage?: (code: ProblemCode, language: Language) => string;
  /** True where the path says everything: a body that cannot be read then counts as none. */
  readonly anyBody?: boolean;
}

/** A Lambda handler for HTTP API routes: reads the request, calls `act`, and turns whatever it throws into an answer. */
export function httpHandler(options: HttpOptions, act: (request: HttpRequest) => Promise<HttpReply>) {
  return middy<HttpEvent, HttpReply, Error, Context>()
    .use(injectLambdaContext(options.logger, neverLogEvents))
    .onError((request) => {
      request.response = replyTo(request.error, request.event, options);
    })
    .handler((event) => act(readRequest(event, options)));
}

function replyTo(error: unknown, event: HttpEvent, { logger, problemPage }: HttpOptions): HttpReply {
  const problem = error instanceof Problem ? error : new Problem('internal');
  if (problem.code === 'internal') logger.error('request failed', errorFields(error));
  const language = languageOf(event, readableBody(event));
  // RFC 9110, section 15.5.6: a 405 says which methods there are. Only addresses of pages answer with it.
  const allow: Record<string, string> = problem.code === 'methodNotAllowed' ? { allow: 'GET, HEAD' } : {};
  if (problemPage !== undefined && wantsHtml(event)) {
    const page = html(problemPage(problem.code, language), problemStatuses[problem.code]);
    return { ...page, headers: { ...page.headers, ...allow } };
  }
  const body = problemDetails(problem.code, language, problem.more);
  return {
    statusCode: body.status,
    headers: {
      ...safeHeaders,
      ...allow,
      'content-type': 'application/problem+json',
      'content-language': language,
    },
    body: JSON.stringify(body),
  };
}

/** Throws `notFound` for a page in a language that Puente does not speak. */
function readRequest(event: HttpEvent, { anyBody }: HttpOptions): HttpRequest {
  const inPath = event.pathParameters?.['language'];
  if (inPath !== undefined && chooseLanguage([inPath], inPath) !== inPath) throw new Problem('notFound');
  const body = anyBody === true ? readableBody(event) : readBody(event);
  return {
    event,
    language: languageOf(event, body),
    wantsHtml: wantsHtml(event),
    path: (name) => event.pathParameters?.[name] ?? '',
    query: (name) => event.queryStringParameters?.[name],
    body,
    sent: sentIn(body),
  };
}

function sentIn(body: Body): unknown {
  if (body.kind === 'json') return body.value;
  if (body.kind === 'none') return {};
  return Object.fromEntries([...body.fields].filter(([, value]) => value.trim() !== ''));
}

function languageOf(event: HttpEvent, body: Body): Language {
  const inBody =
    body.kind === 'form'
      ? body.fields.get('language')
      : body.kind === 'json' &&
          typeof body.value === 'object' &&
          body.value !== null &&
          'language' in body.value
        ? body.value.language
        : undefined;
  const choices = [event.pathParameters?.['language'], event.queryStringParameters?.['language'], inBody];
  return chooseLanguage(choices, event.headers['accept-language']);
}

function wantsHtml(event: HttpEvent): boolean {
  return (event.headers['accept'] ?? '').includes('text/html');
}

/** Throws `tooLarge`, `malformedBody` or `unsupportedMediaType`. A body without a content type is read as JSON. */
function readBody(event: HttpEvent): Body {
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > maxBodyBytes) throw new Problem('tooLarge');
  if (bytes.length === 0) return { kind: 'none' };
  const text = utf8Of(bytes);
  const type =
    (event.headers['content-type'] ?? 'application/json').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (type === 'application/x-www-form-urlencoded') {
    const fields = new URLSearchParams(text);
    if ([...fields].flat().some(isGarbled)) throw new Problem('malformedBody');
    return { kind: 'form', fields, text };
  }
  if (type !== 'application/json' && !type.endsWith('+json')) throw new Problem('unsupportedMediaType');
  try {
    return { kind: 'json', value: JSON.parse(text), text };
  } catch {
    throw new Problem('malformedBody');
  }
}

function readableBody(event: HttpEvent): Body {
  try {
    return readBody(event);
  } catch {
    return { kind: 'none' };
  }
}

/**
 * Throws `malformedBody` for bytes of another encoding, also where API Gateway has put replacement characters in their
 * place: what was meant is lost, and must not be stored. A byte order mark is no part of the text.
 */
function utf8Of(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(bytes);
  if (isGarbled(text)) throw new Problem('malformedBody');
  return text;
}

/** Holds a replacement character: something that was no UTF-8, also when it was percent-encoded in a form. */
function isGarbled(text: string): boolean {
  return text.includes('\ufffd');
}

/** Sent with every answer: nothing here may be sniffed, framed, cached or leak its address. */
const safeHeaders = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

const pageHeaders = {
  ...safeHeaders,
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
};

export function json(value: unknown, statusCode = 200): HttpReply {
  return {
    statusCode,
    headers: { ...safeHeaders, 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(value),
  };
}

export function html(page: string, statusCode = 200): HttpReply {
  return { statusCode, headers: pageHeaders, body: page };
}

/** Sends a browser on after a form post (RFC 9110, section 15.4.4), so that reloading repeats nothing. */
export function seeOther(path: string): HttpReply {
  return { statusCode: 303, headers: { ...safeHeaders, location: path }, body: '' };
}
