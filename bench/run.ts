import { measureBundles } from './bundles.ts';
import { matchingResults, measureMatching } from './matching.ts';
import { writeResults } from './results.ts';
import { measureSectors, sectorResults } from './sectors.ts';
import { measureStory } from './story.ts';

/**
 * `npm run bench`: what was measured on this machine, written to `bench/results/`. Times are of one machine on one
 * day and never asserted in a test.
 */

writeResults(
  { name: 'story', title: 'From form to connection on one machine' },
  await measureStory({ stories: 20, starts: 5 }),
);
writeResults({ name: 'bundles', title: 'What is deployed' }, await measureBundles());
writeResults(sectorResults, await measureSectors());
writeResults(matchingResults, await measureMatching());
