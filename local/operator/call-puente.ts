import type { ProblemDetails } from '../../shared/contracts/http/problem.ts';
import { CommandError } from './command-error.ts';

/** Where a Puente is, and who asks. */
export interface Desk {
  /** Address of the API, without a slash at the end. */
  readonly baseUrl: string;
  /** An access token of an administrator. */
  readonly token: string;
}

/**
 * Calls the API as an administrator; with a body it is a POST.
 * @throws {CommandError} for any answer but a 2xx, in words that say what to do
 */
export async function callPuente(desk: Desk, path: string, body?: unknown): Promise<unknown> {
  const response = await send(desk, path, body);
  const text = await response.text();
  const value = jsonIn(text);
  if (response.ok && value !== undefined) return value;
  throw new CommandError(refusal(response.status, (value ?? {}) as Partial<ProblemDetails>, desk.baseUrl));
}

async function send({ baseUrl, token }: Desk, path: string, body: unknown): Promise<Response> {
  const headers = { authorization: `Bearer ${token}`, 'accept-language': 'en' };
  try {
    if (body === undefined) return await fetch(baseUrl + path, { headers });
    return await fetch(baseUrl + path, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch (error) {
    throw new CommandError(`Nothing answers at ${baseUrl}. PUENTE_URL says where Puente is.`, {
      cause: error,
    });
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refusal(status: number, problem: Partial<ProblemDetails>, baseUrl: string): string {
  const faults = (problem.errors ?? []).map(({ path, message }) => `\n  ${path}: ${message}`).join('');
  switch (status) {
    case 401:
      return 'The token is missing or has run out. PUENTE_TOKEN must hold an access token of an administrator.';
    case 403:
      return 'This account may not do that: it takes the role admin.';
    case 404:
      return 'There is no such mail.';
    case 409:
      return `Nothing was done: its state is now “${problem.state}”.${faults}`;
    case 422:
      return `Puente refuses this:${faults}`;
    default:
      return problem.title === undefined
        ? `${baseUrl} is no Puente: it answered ${status}.`
        : `Puente answered ${status}: ${problem.title}`;
  }
}
