import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';

/** What a run of a bench is called, and where it is written. */
export interface Results {
  /** Of the file in `bench/results/`, without `.md`. */
  readonly name: string;
  readonly title: string;
  /** How to run it again, when not only by `npm run bench`. */
  readonly alone?: string;
  /** What measures it, when `npm run bench` does not. */
  readonly by?: string;
}

/** Writes what was measured, with the day and the machine, and prints it. */
export function writeResults({ name, title, alone, by = 'npm run bench' }: Results, body: string): void {
  const command = alone === undefined ? `\`${by}\`` : `\`${by}\` (alone: \`${alone}\`)`;
  const day = new Date().toISOString().slice(0, 10);
  const text = `# ${title}\n\nMeasured ${day} by ${command} on ${machine()}.\n\n${body}\n`;
  mkdirSync('bench/results', { recursive: true });
  writeFileSync(`bench/results/${name}.md`, text);
  console.log(text);
}

function machine(): string {
  const memoryGiB = Math.round(totalmem() / 2 ** 30);
  return `Node ${process.version}, ${process.platform} ${process.arch}, ${availableParallelism()} cores, ${memoryGiB} GiB`;
}
