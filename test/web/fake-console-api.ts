import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { fault } from '../../shared/contracts/faults.ts';
import {
  decisionBodySchema,
  resolutionBodySchema,
  sendingBodySchema,
} from '../../shared/contracts/http/bodies.ts';
import type { LeadView } from '../../shared/contracts/http/lead-view.ts';
import type { MailView } from '../../shared/contracts/http/mail-view.ts';
import { type ProblemCode, problemDetails, problemStatuses } from '../../shared/contracts/http/problem.ts';
import type { SendingView } from '../../shared/contracts/http/sending-view.ts';
import { languageSchema } from '../../shared/domain/language-schema.ts';
import { leadIn, mailIn, now } from './fixtures.ts';

/** One call that the console made. */
interface Call {
  readonly method: string;
  readonly path: string;
  readonly language: string;
  readonly body?: unknown;
}

/** The API as the console knows it, kept in memory; tests look at `calls` and change what it answers. */
export class FakeConsoleApi {
  readonly calls: Call[] = [];
  leads = new Map<string, LeadView>();
  mails: MailView[] = [];
  sending: SendingView = { breaker: 'closed' };
  /** While set, every call that needs a token is answered with this problem. */
  problem: ProblemCode | undefined;
  /** True: the next call is told that its token is no good. */
  refuseNext = false;
  /** How many leads make a page. */
  pageSize = 20;
  #settings: { issuer: string; clientId: string };
  #tokens = new Set<string>();

  constructor(issuer: string) {
    this.#settings = { issuer, clientId: 'puente-console' };
    this.reset();
  }

  reset(): void {
    const leads = [
      ...[0, 1, 2].map((number) => leadIn('proposed', number)),
      leadIn('introduced', 3),
      leadIn('rejected', 4),
      leadIn('erased', 5),
    ];
    this.leads = new Map(leads.map((lead) => [lead.id, lead]));
    this.mails = [mailIn('unknown', 0), mailIn('unknown', 1), mailIn('failed', 2), mailIn('failed', 3)];
    this.sending = { breaker: 'closed' };
    this.problem = undefined;
    this.refuseNext = false;
    this.pageSize = 20;
    this.calls.length = 0;
  }

  /** Distinct tokens that were presented. */
  get tokenCount(): number {
    return this.#tokens.size;
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const url = new URL(request.url ?? '/', 'http://console');
    if (!url.pathname.startsWith('/api/')) return false;
    if (url.pathname === '/api/sign-in') return json(response, 200, this.#settings);
    const body = request.method === 'POST' ? JSON.parse(await text(request)) : undefined;
    const language = request.headers['accept-language'] ?? '';
    this.calls.push({
      method: request.method ?? '',
      path: url.pathname + url.search,
      language,
      ...(body && { body }),
    });
    const token = /^Bearer (\S+\.\S+\.\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) return this.#refuse(response, 'unauthorized', language);
    this.#tokens.add(token);
    if (this.refuseNext) {
      this.refuseNext = false;
      return this.#refuse(response, 'unauthorized', language);
    }
    if (this.problem !== undefined) return this.#refuse(response, this.problem, language);
    return this.#answerSignedIn(url, body, language, response);
  }

  #answerSignedIn(url: URL, body: unknown, language: string, response: ServerResponse): boolean {
    if (url.pathname === '/api/mails') return json(response, 200, this.#mailPage(url.searchParams));
    if (url.pathname === '/api/sending') return this.#control(body, response);
    const [, mailId] = /^\/api\/mails\/([^/]+)\/resolution$/.exec(url.pathname) ?? [];
    if (mailId !== undefined) return this.#resolve(decodeURIComponent(mailId), body, language, response);
    if (url.pathname === '/api/leads') return json(response, 200, this.#page(url.searchParams));
    const [, id = '', decision] = /^\/api\/leads\/([^/]+)(\/decision)?$/.exec(url.pathname) ?? [];
    const lead = this.leads.get(decodeURIComponent(id));
    if (lead === undefined) return this.#refuse(response, 'notFound', language);
    if (decision === undefined) return json(response, 200, lead);
    if (lead.status !== 'proposed') return this.#refuse(response, 'conflict', language, lead.status);
    const parsed = decisionBodySchema.parse(body);
    const status = parsed.decision === 'approve' ? 'approved' : 'rejected';
    const decided = { ...leadIn(status), id: lead.id, member: lead.member };
    this.leads.set(lead.id, decided);
    return json(response, 200, decided);
  }

  #mailPage(query: URLSearchParams) {
    const all = this.mails.filter(({ status }) => status === query.get('status'));
    const from = Number(query.get('cursor') ?? 0);
    const next = from + this.pageSize;
    return { items: all.slice(from, next), ...(next < all.length && { cursor: String(next) }) };
  }

  #control(body: unknown, response: ServerResponse): boolean {
    if (body !== undefined) {
      sendingBodySchema.parse(body);
      this.sending = { breaker: 'closed', because: 'closedByOperator', since: now };
    }
    return json(response, 200, this.sending);
  }

  #resolve(id: string, body: unknown, language: string, response: ServerResponse): boolean {
    const { as, revision } = resolutionBodySchema.parse(body);
    const mail = this.mails.find((each) => each.id === id);
    if (mail === undefined) return this.#refuse(response, 'notFound', language);
    this.mails = this.mails.filter((each) => each !== mail);
    if (mail.revision !== revision) return this.#refuse(response, 'conflict', language, 'sent');
    return json(response, 200, { id, status: as === 'sent' ? 'sent' : 'queued' });
  }

  #page(query: URLSearchParams) {
    const status = query.get('status');
    const all = [...this.leads.values()].filter((lead) => status === null || lead.status === status);
    const from = Number(query.get('cursor') ?? 0);
    const next = from + this.pageSize;
    return { items: all.slice(from, next), ...(next < all.length && { cursor: String(next) }) };
  }

  #refuse(response: ServerResponse, code: ProblemCode, language: string, state?: string): boolean {
    const reader = languageSchema.catch('en').parse(language);
    const until = '2027-02-20T17:00:00.000Z';
    const heldBack = { until, errors: [fault('decision', 'heldBack', reader, { until })] };
    const more = code === 'heldBack' ? heldBack : {};
    const details = problemDetails(code, reader, state === undefined ? more : { state });
    return json(response, problemStatuses[code], details);
  }
}

function json(response: ServerResponse, status: number, body: unknown): boolean {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  return true;
}
