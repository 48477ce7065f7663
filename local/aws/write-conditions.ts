/** As much as is needed here of Fastify, on which fauxqs is built. */
interface Request {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, unknown>>;
}
interface Reply {
  readonly statusCode: number;
  code(status: number): Reply;
  header(name: string, value: string): Reply;
  getHeader(name: string): unknown;
  send(body: string): unknown;
}
interface Server {
  addHook(name: 'preHandler', hook: (request: Request, reply: Reply, done: () => void) => void): unknown;
  addHook(
    name: 'onSend',
    hook: (request: Request, reply: Reply, body: unknown, done: () => void) => void,
  ): unknown;
}

const refusal =
  '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>PreconditionFailed</Code>' +
  '<Message>At least one of the pre-conditions you specified did not hold</Message></Error>';

/**
 * Has an S3 of fauxqs keep to the conditions under which an object may be written (`If-Match`, and `If-None-Match: *`; S3
 * guide, "Conditional writes"): fauxqs 2.4 writes whatever they say. Between the look at the object and its writing nothing
 * else runs, so that of two writers at once only one succeeds.
 */
export function obeyWriteConditions(app: Server): void {
  /** The ETag of each object that was written, by its path. */
  const etags = new Map<string, string>();

  app.addHook('preHandler', (request, reply, done) => {
    const refused = request.method === 'PUT' && !holds(request.headers, etags.get(pathOf(request.url)));
    if (refused) reply.code(412).header('content-type', 'application/xml').send(refusal);
    else done();
  });

  app.addHook('onSend', (request, reply, _body, done) => {
    const etag = reply.getHeader('etag');
    if (request.method === 'PUT' && reply.statusCode === 200 && typeof etag === 'string')
      etags.set(pathOf(request.url), etag);
    if (request.method === 'DELETE' && reply.statusCode < 300) etags.delete(pathOf(request.url));
    done();
  });
}

function holds(headers: Readonly<Record<string, unknown>>, stored: string | undefined): boolean {
  const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = headers;
  if (ifMatch !== undefined && ifMatch !== stored) return false;
  return ifNoneMatch === undefined || stored === undefined;
}

function pathOf(url: string): string {
  return url.split('?')[0] ?? url;
}
