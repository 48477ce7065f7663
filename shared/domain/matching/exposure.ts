import { weights } from './weights.ts';

/** With fewer leads a member on average, a single lead would count as many. */
const leastMeanLoad = 3;

/**
 * What is left of a score for a member with `load` leads when members have `meanLoad` on average: 1 for a member with
 * none, at least 1 − λ. So that the same three firms do not get everything.
 */
export function exposureFactor(load: number, meanLoad: number, lambda: number = weights.exposure): number {
  return 1 - (lambda * load) / (load + Math.max(meanLoad, leastMeanLoad));
}
