import * as z from 'zod';
import { instantSchema } from '../domain/ids.ts';
import { BadCursor } from '../domain/ports.ts';

const maxLimit = 100;

/** A sort key that begins with a time. */
const positionSchema = z
  .string()
  .max(400)
  .refine((text) => instantSchema.safeParse(text.split('#', 1)[0]).success);

const cursorSchema = z.strictObject({ after: positionSchema, of: z.string() });

/** An opaque cursor for what comes after the item at `after` in the list named `of`. */
export function pageCursor(of: string, after: string): string {
  return Buffer.from(JSON.stringify({ after, of })).toString('base64url');
}

/**
 * The position after which a page of the list `of` begins; undefined for the first page. Throws `RangeError` for a limit
 * outside 1 to 100, `BadCursor` for a cursor that is broken or of another list.
 */
export function positionAfter(
  of: string,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string },
): string | undefined {
  if (!Number.isInteger(limit) || limit < 1 || limit > maxLimit) throw new RangeError(`limit ${limit}`);
  if (cursor === undefined) return undefined;
  const parsed = cursorSchema.safeParse(jsonIn(cursor));
  // Made again and compared, so that no two spellings stand for one cursor.
  if (!parsed.success || parsed.data.of !== of || pageCursor(of, parsed.data.after) !== cursor)
    throw new BadCursor('not a cursor of this list');
  return parsed.data.after;
}

function jsonIn(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
