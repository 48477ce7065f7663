import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type Checked, fault } from '../contracts/faults.ts';
import type { HttpRequest } from './http.ts';

export interface Idempotency {
  readonly key: string;
  /** SHA-256 of the body in lower-case hexadecimal. */
  readonly bodyHash: string;
  /** True for a key that the form itself made: once what it made has ended, the same form makes a new one. */
  readonly renewable: boolean;
}

const keySchema = z.uuid().toLowerCase();

/**
 * Under what a request is known should it come again: the client's `Idempotency-Key` (a UUID), undefined when a
 * program gave none. A plain HTML form cannot send one: there the form itself, on its day, is the key, so that a
 * double click makes one record. Fault: `invalidUuid`.
 */
export function idempotencyOf(request: HttpRequest, now: string): Checked<Idempotency | undefined> {
  const { event, body, language } = request;
  const text = body.kind === 'none' ? '' : body.text;
  const bodyHash = sha256(text);
  const header = event.headers['idempotency-key'];
  if (header === undefined) {
    const ofForm = { key: sha256(`${now.slice(0, 10)}\n${text}`), bodyHash, renewable: true };
    return { ok: true, value: body.kind === 'form' ? ofForm : undefined };
  }
  const parsed = keySchema.safeParse(header.trim());
  return parsed.success
    ? { ok: true, value: { key: parsed.data, bodyHash, renewable: false } }
    : { ok: false, faults: [fault('Idempotency-Key', 'invalidUuid', language)] };
}

/**
 * Under what a form is known that came without a key and is no plain HTML form: what it says, in whatever order and
 * with whatever blanks it was written. `content` is JSON as it was understood.
 */
export function idempotencyOfContent(content: unknown): Idempotency {
  const hash = sha256(JSON.stringify(content, sorted));
  return { key: `content.${hash}`, bodyHash: hash, renewable: true };
}

/** The fields of each object by name, so that their order says nothing; an absent field and an undefined one are one. */
function sorted(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
