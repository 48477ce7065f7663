import * as z from 'zod';
import { instantSchema, leadIdSchema } from '../domain/ids.ts';
import { BadCursor, type LeadQuery } from '../domain/ports.ts';

/** What a cursor belongs to: pages of one walk differ in nothing but their size. */
type Scope = Pick<LeadQuery, 'clusters' | 'statuses'>;

const maxLimit = 100;

const positionSchema = z.string().refine((text) => {
  const [time = '', leadId] = text.split('#');
  return instantSchema.safeParse(time.replace(/^~/, '')).success && leadIdSchema.safeParse(leadId).success;
});

const cursorSchema = z.strictObject({ after: positionSchema, of: z.string() });

/** An opaque cursor for the leads of `scope` that come after the lead at position `after`. */
export function leadCursor(scope: Scope, after: string): string {
  return Buffer.from(JSON.stringify({ after, of: fingerprint(scope) })).toString('base64url');
}

/**
 * The position after which the page of `query` begins; undefined for the first page. Throws `RangeError` for a limit
 * outside 1 to 100, `BadCursor` for a cursor that is broken, foreign or of another query.
 */
export function cursorPosition(query: LeadQuery): string | undefined {
  const { limit } = query;
  if (!Number.isInteger(limit) || limit < 1 || limit > maxLimit) throw new RangeError(`limit ${limit}`);
  if (query.cursor === undefined) return undefined;
  const parsed = cursorSchema.safeParse(jsonIn(query.cursor));
  // Made again and compared, so that no two spellings stand for one cursor.
  if (!parsed.success || leadCursor(query, parsed.data.after) !== query.cursor) {
    throw new BadCursor('not a cursor of this query');
  }
  return parsed.data.after;
}

function fingerprint({ clusters, statuses }: Scope): string {
  return [clusters, statuses].map((names) => [...new Set<string>(names)].sort().join()).join(';');
}

function jsonIn(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
