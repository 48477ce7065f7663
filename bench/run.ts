import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { measureBundles } from './bundles.ts';
import { measureStory } from './story.ts';

/**
 * `npm run bench`: what was measured on this machine, written to `bench/results/`. Times are of one machine on one
 * day and never asserted in a test.
 */

const machine = `Node ${process.version}, ${process.platform} ${process.arch}, ${availableParallelism()} cores, ${Math.round(
  totalmem() / 2 ** 30,
)} GiB`;

async function write(name: string, title: string, table: Promise<string>): Promise<void> {
  const text = `# ${title}\n\nMeasured ${new Date().toISOString().slice(0, 10)} by \`npm run bench\` on ${machine}.\n\n${await table}\n`;
  mkdirSync('bench/results', { recursive: true });
  writeFileSync(`bench/results/${name}.md`, text);
  console.log(text);
}

await write('story', 'From form to connection on one machine', measureStory({ stories: 20, starts: 5 }));
await write('bundles', 'What is deployed', measureBundles());
