import { parseArgs } from 'node:util';
import { writeResults } from '../../bench/results.ts';
import { report } from './report.ts';
import { type Exhausted, exhaust } from './simulation/exhaustive.ts';
import { liveTogether, newTally, type Tally } from './simulation/forms.ts';
import { newStormTally, type StormTally, sendInStorm } from './simulation/storm.ts';

/**
 * `npm run faults`: the sending protocol among faults, in full counts; the report is written to
 * `bench/results/faults.md`. Fails when anything was breached. `--seed N` makes the same run again; a breach names the
 * seed of its world, and `--seed N --forms 25` (or `--entries 100`) with `--only` of its part makes that world alone.
 */

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    forms: { type: 'string', default: '10000' },
    entries: { type: 'string', default: '10000' },
    only: { type: 'string' },
  },
});
const seed = wholeNumber('seed', values.seed);
const formCount = wholeNumber('forms', values.forms);
const entryCount = wholeNumber('entries', values.entries);

/** Forms that live in one world, and entries that are sent in one. */
const formsTogether = 25;
const entriesTogether = 100;

let tenths = 0;
const startedMs = performance.now();
const lives = wanted('lives') ? await allStrokes() : undefined;
const forms = wanted('forms') ? await allForms() : undefined;
const storm = wanted('storm') ? await allStorms() : undefined;
const seconds = Math.round((performance.now() - startedMs) / 1000);
process.stderr.write('\n');

const breaches = [lives, forms, storm].flatMap((part) => part?.breaches ?? []);
const body = report({ seed, seconds, lives, forms, storm });
if (values.only === undefined && formCount === 10_000 && entryCount === 10_000)
  writeResults({ name: 'faults', title: 'The sending protocol among faults', by: 'npm run faults' }, body);
else console.log(body);
if (breaches.length > 0) console.log(breaches.slice(0, 100).join('\n'));
process.exitCode = breaches.length === 0 ? 0 : 1;

function wanted(part: 'lives' | 'forms' | 'storm'): boolean {
  return values.only === undefined || values.only === part;
}

function allStrokes(): Promise<Exhausted> {
  return exhaust(seed, 'every call', (done, all) => progress('strokes', done, all));
}

async function allForms(): Promise<Tally> {
  const tally = newTally();
  for (let world = seed; tally.forms < formCount; world += 1) {
    await liveTogether(world, Math.min(formsTogether, formCount - tally.forms), tally);
    progress('forms', tally.forms, formCount, tally.breaches.length);
  }
  return tally;
}

async function allStorms(): Promise<StormTally> {
  const tally = newStormTally();
  for (let world = seed; tally.entries < entryCount; world += 1) {
    const entries = Math.min(entriesTogether, entryCount - tally.entries);
    await sendInStorm({ seed: world, entries, redeliveries: 10, workers: 25 }, tally);
    progress('entries', tally.entries, entryCount, tally.breaches.length);
  }
  return tally;
}

/** A line that tells how far it is; where no terminal shows it, one for each tenth. */
function progress(what: string, done: number, all: number, breached = 0): void {
  const line = `${done} of ${all} ${what}${breached > 0 ? `, ${breached} breaches` : ''}`;
  if (process.stderr.isTTY) process.stderr.write(`\r${line.padEnd(60)}`);
  else if (done === all || Math.floor((done / all) * 10) > tenths) process.stderr.write(`${line}\n`);
  tenths = done === all ? 0 : Math.floor((done / all) * 10);
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new Error(`--${name} is a whole number, not ${text}`);
}
