import type { DeclaredSector } from './declared-sector.ts';
import { schemeNames } from './schemes.ts';

/** A sector by the code it was declared with, in one piece at the end of a line: `CIIU Rev. 4 2821`. */
export function declaredInWords({ scheme, code }: DeclaredSector): string {
  return `${schemeNames[scheme]} ${code}`.replaceAll(' ', '\u00a0');
}
