import * as z from 'zod';
import { parseCode } from './sector.ts';
import { schemeSchema } from './sector-schema.ts';

/** A code of 7 characters, a section letter and separators, with room for blanks around them. */
const maxSpellingLength = 20;

/**
 * A sector as somebody declares it: a code of one of the schemes, in any spelling that `parseCode` reads. What comes
 * out is in the scheme's own spelling. Fault: `unknownSector` at `code`.
 */
export const declaredSectorSchema = z
  .object({ scheme: schemeSchema, code: z.string().max(maxSpellingLength) })
  .refine(({ scheme, code }) => parseCode(scheme, code) !== undefined, {
    path: ['code'],
    error: 'unknownSector',
    abort: true,
  })
  .overwrite(({ scheme, code }) => ({ scheme, code: parseCode(scheme, code) ?? code }));

export type DeclaredSector = z.infer<typeof declaredSectorSchema>;
