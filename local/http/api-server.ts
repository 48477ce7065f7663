import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { FunctionTimeoutError, type LocalFunctions } from '../functions/local-functions.ts';
import type { LocalPlan, RoutePlan } from '../template/plan.ts';
import { createAuthorizer } from './authorizer.ts';
import { readBody } from './body.ts';
import { partsOf, requestEvent } from './request-event.ts';
import { gatewayAnswer, type HttpAnswer, toHttpAnswer } from './response.ts';
import { createRouter, decodePath, type Router } from './router.ts';

/** Largest request body (AWS quota of HTTP APIs). */
const MAXIMUM_BODY_BYTES = 10 * 1024 * 1024;

interface ApiOptions {
  readonly plan: Pick<LocalPlan, 'apiId' | 'routes'>;
  readonly functions: LocalFunctions;
  /** Told of each fault of a function; the caller gets no details. */
  readonly onFault: (functionName: string, error: unknown) => void;
}

/** Answers requests as API Gateway's HTTP API would, by calling the functions of the plan. */
export function createApi(options: ApiOptions): RequestListener {
  const api = new HttpApi(options);
  return (request, response) => {
    api
      .answer(request)
      .catch((error: unknown) => {
        options.onFault('http', error);
        return gatewayAnswer(500, 'Internal Server Error');
      })
      .then((answer) => write(response, answer));
  };
}

class HttpApi {
  readonly #options: ApiOptions;
  readonly #route: Router<RoutePlan>;
  readonly #authorizer = createAuthorizer();

  constructor(options: ApiOptions) {
    this.#options = options;
    this.#route = createRouter(options.plan.routes, ({ routeKey }) => routeKey);
  }

  async answer(request: IncomingMessage): Promise<HttpAnswer> {
    const [encodedPath = '/'] = (request.url ?? '/').split('?');
    const path = decodePath(encodedPath);
    if (path === undefined || !encodedPath.startsWith('/')) return gatewayAnswer(400, 'Bad Request');
    const match = this.#route(request.method ?? 'GET', encodedPath);
    if (match === undefined) return gatewayAnswer(404, 'Not Found');
    const verdict = await this.#authorize(match.route, request);
    if (verdict.kind === 'unauthorized') {
      const description = `Bearer error_description="${verdict.description}"`;
      return gatewayAnswer(401, 'Unauthorized', { 'www-authenticate': description });
    }
    if (verdict.kind === 'forbidden') return gatewayAnswer(403, 'Forbidden');
    const body = await readBody(request, MAXIMUM_BODY_BYTES);
    if (body === undefined) return gatewayAnswer(413, 'Request Entity Too Large', { connection: 'close' });
    const event = requestEvent(partsOf(request, path, body), {
      apiId: this.#options.plan.apiId,
      routeKey: match.route.routeKey,
      pathParameters: match.pathParameters,
      jwt: verdict.jwt,
      now: new Date(),
    });
    return await this.#call(match.route, event);
  }

  async #authorize(target: RoutePlan, request: IncomingMessage) {
    if (target.authorizer === undefined) return { kind: 'allowed', jwt: undefined } as const;
    const header = request.headers[target.authorizer.headerName];
    const authorization = typeof header === 'string' ? header : header?.[0];
    return await this.#authorizer.check({ ...target, authorizer: target.authorizer }, authorization);
  }

  async #call(target: RoutePlan, event: unknown): Promise<HttpAnswer> {
    const { functions, onFault } = this.#options;
    try {
      return toHttpAnswer(await functions.invoke(target.functionName, event, target.timeoutMs));
    } catch (error) {
      onFault(target.functionName, error);
      if (error instanceof FunctionTimeoutError) return gatewayAnswer(503, 'Service Unavailable');
      return gatewayAnswer(500, 'Internal Server Error');
    }
  }
}

/** Writes an answer; HEAD and bodyless statuses carry headers only, which Node sees to. */
function write(response: ServerResponse, answer: HttpAnswer): void {
  if (response.destroyed) return;
  for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
  response.setHeader('apigw-requestid', randomUUID());
  if (answer.status !== 204 && answer.status !== 304)
    response.setHeader('content-length', answer.body.length);
  response.writeHead(answer.status).end(answer.body);
}
