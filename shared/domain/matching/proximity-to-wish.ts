import type { Intent } from '../intent.ts';
import { type SectorCode, sectionOf, sectorCodes } from '../sectors/sector.ts';
import { type Proximity, positionOf } from './proximity.ts';
import { supplyStrength } from './value-chain.ts';
import { weights } from './weights.ts';

/** What of the value chain serves an intent: who sells looks for customers, who buys is served by a trader too. */
const chainOf: Readonly<Record<Intent, 'customers' | 'traders' | 'none'>> = {
  buy: 'traders',
  sell: 'customers',
  distribute: 'traders',
  subcontract: 'none',
  research: 'none',
  invest: 'none',
  learn: 'none',
};

/** How one class meets another: by its place in the tree, or by the value chain where that says more. */
export interface Nearness {
  readonly value: number;
  readonly by: 'tree' | 'buysSought' | 'tradesInSought';
}

/** How near a class that a member offers comes to one that is sought, 0 to 1; below `weights.leastProximity` it is 0. */
export function nearness(
  proximity: Proximity,
  intent: Intent,
  sought: SectorCode,
  offered: SectorCode,
): Nearness {
  const near = proximity(positionOf(sought))[positionOf(offered)] ?? 0;
  const tree: Nearness = { value: near < weights.leastProximity ? 0 : near, by: 'tree' };
  const chain = chainNearness(intent, sought, offered);
  return chain.value > tree.value ? chain : tree;
}

function chainNearness(intent: Intent, sought: SectorCode, offered: SectorCode): Nearness {
  const trades = sectionOf(offered) === 'G';
  const way = chainOf[intent];
  if (way === 'none' || (way === 'traders' && !trades)) return { value: 0, by: 'tree' };
  return {
    value: supplyStrength(sought, offered) * weights.valueChain,
    by: trades ? 'tradesInSought' : 'buysSought',
  };
}

const rows = new WeakMap<Proximity, Map<string, Float32Array>>();

/** The nearness of every class to one that is sought, by position in `sectorCodes()`; worked out once for each index. */
export function nearnessRow(proximity: Proximity, intent: Intent, sought: SectorCode): Float32Array {
  const known = rows.get(proximity) ?? new Map<string, Float32Array>();
  rows.set(proximity, known);
  const key = `${chainOf[intent]} ${sought}`;
  const row =
    known.get(key) ??
    Float32Array.from(sectorCodes(), (offered) => nearness(proximity, intent, sought, offered).value);
  known.set(key, row);
  return row;
}
