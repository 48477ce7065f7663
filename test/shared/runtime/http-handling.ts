import {
  type HttpEvent,
  type HttpReply,
  type HttpRequest,
  httpHandler,
  json,
} from '../../../shared/runtime/http.ts';
import { lambdaContext } from './http-event.ts';
import { watchedLogger } from './logs.ts';

export type Act = (request: HttpRequest) => Promise<HttpReply>;
type Options = Partial<Parameters<typeof httpHandler>[0]>;

/** What comes back from a handler, and what it logs. */
export async function answerTo(event: HttpEvent, act: Act = async () => json({}), options: Options = {}) {
  const { logger, lines } = watchedLogger();
  const reply = await httpHandler({ logger, ...options }, act)(event, lambdaContext);
  return {
    status: reply.statusCode,
    headers: reply.headers ?? {},
    body: reply.body ?? '',
    log: lines.join(''),
  };
}

/** What a handler is told of a request. */
export async function requestOf(event: HttpEvent, options: Options = {}): Promise<HttpRequest> {
  const seen: HttpRequest[] = [];
  const { status } = await answerTo(
    event,
    async (request) => {
      seen.push(request);
      return json({});
    },
    options,
  );
  const [request] = seen;
  if (request === undefined) throw new Error(`the handler was not called: ${status}`);
  return request;
}
