import PostalMime, { type Email } from 'postal-mime';
import * as z from 'zod';

/** Where a running Puente is reached: all that a journey knows of it. */
export interface Addresses {
  readonly baseUrl: string;
  readonly mailUrl: string;
}

const patienceMs = 20_000;
const betweenLooksMs = 50;

/** Looks again until there is something, at most for twenty seconds. */
export async function eventually<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  const untilMs = Date.now() + patienceMs;
  do {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, betweenLooksMs));
  } while (Date.now() < untilMs);
  throw new Error(`Nothing came of it in ${patienceMs / 1000} s: ${what}`);
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON of the kind that the caller expects; the expectations of the test say whether it is. */
  json<T>(): T;
}

/** A person, or a program, that talks to Puente over HTTP. */
export function caller({ baseUrl }: Addresses, headers: Record<string, string> = {}) {
  async function call(
    method: string,
    path: string,
    body?: unknown,
    more: Record<string, string> = {},
  ): Promise<Answer> {
    const form = body instanceof URLSearchParams;
    const reply = await fetch(new URL(path, baseUrl), {
      method,
      redirect: 'manual',
      headers: {
        ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
        ...headers,
        ...more,
      },
      ...(body === undefined ? {} : { body: form || typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await reply.text();
    return { status: reply.status, headers: reply.headers, text, json: () => JSON.parse(text) };
  }
  return {
    get: (path: string, more?: Record<string, string>) => call('GET', path, undefined, more),
    head: (path: string) => call('HEAD', path),
    post: (path: string, body?: unknown, more?: Record<string, string>) => call('POST', path, body, more),
  };
}

interface ProblemBody {
  readonly status: number;
  readonly errors?: readonly { readonly path: string; readonly code: string; readonly message: string }[];
}

/** Sends a form; `problem` is there when the answer is an object, refused or not. */
export async function submitTo(addresses: Addresses, body: unknown, headers: Record<string, string> = {}) {
  const answer = await caller(addresses).post('/api/interests', body, headers);
  return { answer, problem: answer.text.startsWith('{') ? answer.json<ProblemBody>() : undefined };
}

/** `path: code` of every fault, in alphabetical order. */
export function faultsOf(problem: ProblemBody | undefined): string[] {
  return (problem?.errors ?? []).map(({ path, code }) => `${path}: ${code}`).sort();
}

const listingSchema = z.array(
  z.object({
    id: z.string(),
    envelope: z.object({ to: z.array(z.object({ address: z.string() })) }).optional(),
  }),
);

/** The local inbox, through its API: every mail that anybody was sent. */
export function inbox({ mailUrl }: Addresses) {
  async function all(): Promise<Email[]> {
    const listing = listingSchema.parse(await (await fetch(new URL('/email', mailUrl))).json());
    return Promise.all(
      listing.map(async ({ id }) => {
        const source = await fetch(new URL(`/email/${id}/source`, mailUrl));
        return PostalMime.parse(await source.arrayBuffer());
      }),
    );
  }
  async function to(address: string): Promise<Email[]> {
    return (await all()).filter((mail) => mail.to?.some((recipient) => recipient.address === address));
  }
  return {
    all,
    to,
    /** The one mail to `address` whose text holds `words`, once it has come. */
    mail: (address: string, words: RegExp) =>
      eventually(`a mail to ${address} with ${words}`, async () =>
        (await to(address)).find((mail) => words.test(mail.text ?? '') || words.test(mail.subject ?? '')),
      ),
    empty: async () => {
      await fetch(new URL('/email/all', mailUrl), { method: 'DELETE' });
    },
  };
}

export function headerOf(mail: Email, name: string): string | undefined {
  return mail.headers.find((header) => header.key === name.toLowerCase())?.value;
}

/** The first address in the text of a mail that matches, as a person would copy it. */
export function linkIn(mail: Email, pattern: RegExp): URL {
  const found = (mail.text ?? '').match(/https?:\/\/\S+/g)?.find((link) => pattern.test(link));
  if (found === undefined) throw new Error(`No link like ${pattern} in “${mail.subject}”`);
  return new URL(found);
}

/** An access token of the local identity provider, as `npm run token` asks for it. */
export async function tokenOf({ baseUrl }: Addresses, email: string, groups: string[]): Promise<string> {
  const body = new URLSearchParams({ grant_type: 'password', username: email, groups: groups.join(',') });
  const reply = await fetch(new URL('/identity/token', baseUrl), { method: 'POST', body });
  return z.object({ access_token: z.string() }).parse(await reply.json()).access_token;
}

/** The form of a workshop in Arequipa that seeks a maker of farm machinery. */
export function workshopForm(changes: Record<string, unknown> = {}) {
  return {
    language: 'es',
    company: {
      name: 'Talleres Misti SAC',
      country: 'PE',
      region: 'Arequipa',
      taxId: '20999990003',
      website: 'https://misti.example',
      sectors: [{ scheme: 'ciiu4', code: '2822' }],
    },
    contact: { name: 'Lucía Quispe', email: 'compras@misti.example', phone: '+51 54 123456' },
    intent: 'buy',
    sought: {
      description: 'Buscamos fabricante de segadoras y rastrillos para alfalfa en el valle de Majes.',
      sectors: [{ scheme: 'nace21', code: '28.30' }],
      certificates: ['ISO 9001'],
      languages: ['es', 'en'],
    },
    consent: { version: '2026-11', contactByEmail: true, shareOnAcceptance: true },
    targetRegion: 'Podlaskie',
    ...changes,
  };
}
