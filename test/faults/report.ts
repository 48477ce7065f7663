import { table } from '../../bench/table.ts';
import type { Exhausted } from './simulation/exhaustive.ts';
import type { Tally } from './simulation/forms.ts';
import type { StormTally } from './simulation/storm.ts';

interface Parts {
  readonly seed: number;
  readonly seconds: number;
  readonly lives: Exhausted | undefined;
  readonly forms: Tally | undefined;
  readonly storm: StormTally | undefined;
}

/** What a run has shown, as Markdown. */
export function report({ seed, seconds, lives, forms, storm }: Parts): string {
  const parts = [
    `Seed ${seed}; the same seed strikes the same calls in the same order. ${seconds} s. ` +
      'What is simulated, and what this does not prove: `test/faults/README.md`.',
    ...(lives === undefined ? [] : [livesReport(lives)]),
    ...(forms === undefined ? [] : [formsReport(forms)]),
    ...(storm === undefined ? [] : [stormReport(storm)]),
  ];
  return parts.join('\n\n');
}

function livesReport({ strokes, calls, breaches, byFault, ends }: Exhausted): string {
  return [
    '## One life, every call, every fault',
    `A form that leads to a connection makes ${calls} calls of AWS. Each of them met every fault that it can meet, ` +
      `before and after it was done, each in a life of its own: ${strokes} lives, ${breaches.length} breaches.`,
    counts('fault', byFault),
    counts('how lives ended', ends),
  ].join('\n\n');
}

function formsReport(tally: Tally): string {
  const lost = tally.breaches.filter((breach) => breach.includes('acknowledged and lost')).length;
  return [
    '## Forms among faults as they come',
    `${tally.forms} forms, ${tally.acknowledged} acknowledgements, ${lost} of them lost; ${tally.mails} mails accepted, ` +
      `${tally.calls} calls of AWS, ${sum(tally.struck)} of them struck; ${tally.setAside} messages and stream records ` +
      `set aside, and all but those that nobody can read redriven. **${tally.breaches.length} breaches.**`,
    counts('25 forms in a world with', tally.worlds),
    counts('fault', byFirstWord(tally.struck)),
    counts('call that was struck', byRest(tally.struck)),
    counts('what became of interests, leads and mails', tally.ends),
    counts('what senders and sweeps did', tally.steps),
  ].join('\n\n');
}

function stormReport(storm: StormTally): string {
  return [
    '## Entries in a storm',
    `${storm.entries} entries, ${storm.deliveries} messages to 25 workers at once; after its acceptance each of reset, ` +
      'no answer and status 500 befalls one call of twenty, and two of a hundred other calls meet any fault. In the end ' +
      `every message comes once more. ${storm.acceptances} acceptances, **${storm.acceptedTwice} entries accepted twice, ` +
      `${storm.breaches.length} breaches**. ${storm.doubtedAccepted} entries are \`unknown\` although their mail was ` +
      'accepted: nobody sent them again.',
    counts('what became of entries', storm.ends),
    counts('fault', byFirstWord(storm.struck)),
    counts('call that was struck', byRest(storm.struck)),
  ].join('\n\n');
}

function counts(what: string, given: ReadonlyMap<string, number>): string {
  const rows = [...given].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, times]) => [name, times] as const);
  return table([what, 'times'], rows);
}

function byFirstWord(struck: ReadonlyMap<string, number>): Map<string, number> {
  return grouped(struck, (name) => name.slice(0, name.indexOf(' ')));
}

function byRest(struck: ReadonlyMap<string, number>): Map<string, number> {
  return grouped(struck, (name) => name.slice(name.indexOf(' ') + 1));
}

function grouped(given: ReadonlyMap<string, number>, groupOf: (name: string) => string): Map<string, number> {
  const groups = new Map<string, number>();
  for (const [name, times] of given) groups.set(groupOf(name), (groups.get(groupOf(name)) ?? 0) + times);
  return groups;
}

function sum(counted: ReadonlyMap<string, number>): number {
  return [...counted.values()].reduce((total, times) => total + times, 0);
}
