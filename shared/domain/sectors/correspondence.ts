import type { DeclaredSector } from './declared-sector.ts';
import type { Scheme } from './schemes.ts';
import { parseCode, type SectorCode } from './sector.ts';
import { chain } from './tables.ts';

const order: readonly Scheme[] = [chain[0].from, ...chain.map(({ to }) => to)];

/**
 * The codes of `toScheme` that hold something of the declared sector, ascending. The tables are many to many, and the
 * way is CIIU 4 – NACE 2 – PKD 2007 – PKD 2025 – NACE 2.1, so that a PKD subclass leads only where that subclass
 * went. Empty for a code that its scheme does not have, and for what has no counterpart: PKD 2025 46.89.Z (NACE 2.1
 * 46.89) is new, and nothing of the older schemes leads there.
 */
export function translate({ scheme, code }: DeclaredSector, toScheme: Scheme): readonly string[] {
  const canonical = parseCode(scheme, code);
  if (canonical === undefined) return [];
  const from = order.indexOf(scheme);
  const to = order.indexOf(toScheme);
  const steps =
    from <= to
      ? chain.slice(from, to).map(({ forward }) => forward())
      : chain
          .slice(to, from)
          .reverse()
          .map(({ backward }) => backward());
  let reached = new Set([canonical]);
  for (const links of steps) {
    reached = new Set([...reached].flatMap((reachedCode) => links.get(reachedCode) ?? []));
  }
  return [...reached].sort();
}

/** The NACE Rev. 2.1 classes of a declared sector, ascending; empty for an unknown code. */
export function toSectorCodes(sector: DeclaredSector): readonly SectorCode[] {
  return translate(sector, 'nace21') as readonly SectorCode[];
}
