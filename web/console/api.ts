import type { DecisionBody, ResolutionBody } from '../../shared/contracts/http/bodies.ts';
import type { LeadPage, LeadView } from '../../shared/contracts/http/lead-view.ts';
import type { MailPage, MailView } from '../../shared/contracts/http/mail-view.ts';
import type { ProblemDetails } from '../../shared/contracts/http/problem.ts';
import type { SendingView } from '../../shared/contracts/http/sending-view.ts';
import type { Language } from '../../shared/domain/language.ts';
import type { LeadStatus } from '../../shared/domain/lead.ts';
import type { Failure } from '../texts/console.ts';
import type { Session } from './session.ts';

/** What came of a call; `conflict` holds the present state and what stands in the way, `invalid` what is wrong with what was sent. */
export type Result<T> =
  | { readonly outcome: 'ok'; readonly value: T }
  | { readonly outcome: 'failed'; readonly failure: Failure }
  | { readonly outcome: 'conflict'; readonly state: string; readonly messages: readonly string[] }
  | { readonly outcome: 'invalid'; readonly messages: readonly string[] };

/** The calls of the console. None throws. */
export interface Api {
  /** Leads of the coordinator's clusters, nearest deadline first; `status` absent: in every state. */
  leads(status: LeadStatus | undefined, cursor: string | undefined): Promise<Result<LeadPage>>;
  lead(id: string): Promise<Result<LeadView>>;
  decide(id: string, decision: DecisionBody): Promise<Result<unknown>>;
  /** Mails that only a person can move on, for administrators. */
  mails(status: MailView['status'], cursor: string | undefined): Promise<Result<MailPage>>;
  resolve(id: string, resolution: ResolutionBody): Promise<Result<unknown>>;
  sending(): Promise<Result<SendingView>>;
  closeBreaker(note: string): Promise<Result<SendingView>>;
}

export function createApi(session: Session, language: Language): Api {
  const call = <T>(path: string, body?: unknown) => callApi<T>(session, language, path, body);
  return {
    leads(status, cursor) {
      const query = new URLSearchParams({ ...(status && { status }), ...(cursor && { cursor }) });
      return call(query.size > 0 ? `/api/leads?${query}` : '/api/leads');
    },
    lead: (id) => call(`/api/leads/${encodeURIComponent(id)}`),
    decide: (id, decision) => call(`/api/leads/${encodeURIComponent(id)}/decision`, decision),
    mails: (status, cursor) =>
      call(`/api/mails?${new URLSearchParams({ status, ...(cursor && { cursor }) })}`),
    resolve: (id, resolution) => call(`/api/mails/${encodeURIComponent(id)}/resolution`, resolution),
    sending: () => call('/api/sending'),
    closeBreaker: (note) => call('/api/sending', { close: true, note }),
  };
}

async function callApi<T>(
  session: Session,
  language: Language,
  path: string,
  body: unknown,
): Promise<Result<T>> {
  try {
    if (session.token() === undefined && !(await session.renew())) return signedOut;
    const response = await send(session, language, path, body);
    if (response.status !== 401) return await resultOf(response);
    return (await session.renew()) ? await resultOf(await send(session, language, path, body)) : signedOut;
  } catch {
    return { outcome: 'failed', failure: navigator.onLine ? 'failed' : 'offline' };
  }
}

const signedOut = { outcome: 'failed', failure: 'signedOut' } as const;

function send(session: Session, language: Language, path: string, body: unknown): Promise<Response> {
  const headers = { authorization: `Bearer ${session.token()}`, 'accept-language': language };
  if (body === undefined) return fetch(path, { headers });
  return fetch(path, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

const failureOf: Readonly<Record<number, Failure>> = { 401: 'signedOut', 403: 'forbidden', 404: 'notFound' };

async function resultOf<T>(response: Response): Promise<Result<T>> {
  if (response.ok) return { outcome: 'ok', value: (await response.json()) as T };
  if (response.status === 409 || response.status === 422) {
    const { state, errors } = (await response.json()) as ProblemDetails;
    const messages = (errors ?? []).map(({ message }) => message);
    if (state !== undefined) return { outcome: 'conflict', state, messages };
    if (messages.length > 0) return { outcome: 'invalid', messages };
  }
  return { outcome: 'failed', failure: failureOf[response.status] ?? 'failed' };
}
