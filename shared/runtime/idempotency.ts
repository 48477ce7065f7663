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

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
