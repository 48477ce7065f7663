import { spawnSync } from 'node:child_process';
import { type Language, languages } from '../../shared/domain/language.ts';
import type { SectorModel } from '../../shared/domain/sectors/sector-model.ts';
import { suggestSectors } from '../../shared/domain/sectors/suggest.ts';
import { writtenWords } from '../../shared/domain/sectors/words.ts';
import { median, seededRandom, shuffled } from '../statistics.ts';
import { ms, table } from '../table.ts';
import { type Speed, timed, timedBeside } from '../timing.ts';
import type { Suggester } from './suggesters.ts';

interface Asked {
  readonly text: string;
  readonly language: Language;
}

const queries = 2500;
const longWords = 400;

/** Times of `suggestSectors` for texts, for words while they are typed, for long texts, and of libraries beside it. */
export function speedTable(
  model: SectorModel,
  texts: readonly Asked[],
  others: readonly Suggester[],
): string {
  const random = seededRandom(5);
  const ours = ({ text, language }: Asked) => suggestSectors(model, text, { language, limit: 10 });
  const whole = filled(shuffled(texts, random));
  const typed = filled(shuffled(texts.flatMap(keyPresses), random));
  const long = filled(longTexts(texts, random));
  const rowOf = (name: string, { p50, p99, count }: Speed, ratio = '1') => [
    name,
    count,
    ms(p50),
    ms(p99),
    ratio,
  ];
  return table(
    ['ms for ten suggestions', 'queries in a pass', 'p50', 'p99', 'times ours at p50'],
    [
      rowOf('`suggestSectors`, development texts', timed(whole, ours)),
      rowOf('`suggestSectors`, one word while it is typed', timed(typed, ours), '–'),
      rowOf(`\`suggestSectors\`, ${longWords} words`, timed(long, ours), '–'),
      ...others.map((other) => {
        const ask = ({ text, language }: Asked) => other.suggest(text, language);
        for (const language of languages) other.suggest('', language);
        const { speed, ratio } = timedBeside(whole, ask, ours);
        return rowOf(`${other.name}, development texts`, speed, ratio.toFixed(2));
      }),
    ],
  );
}

function filled(some: readonly Asked[]): Asked[] {
  return Array.from({ length: queries }, (_, at) => some[at % some.length] as Asked);
}

/** What stands in the field after each key press of a word, from the second letter on. */
function keyPresses({ text, language }: Asked): Asked[] {
  return writtenWords(text)
    .filter((word) => word.length >= 4)
    .slice(0, 3)
    .flatMap((word) =>
      Array.from({ length: word.length - 1 }, (_, more) => ({ text: word.slice(0, more + 2), language })),
    );
}

/** Texts of one language one after another until there are enough words. */
function longTexts(texts: readonly Asked[], random: () => number): Asked[] {
  return languages.flatMap((language) => {
    const words = shuffled(
      texts.filter((text) => text.language === language),
      random,
    ).flatMap(({ text }) => text.split(/\s+/));
    return Array.from({ length: Math.floor(words.length / longWords) }, (_, at) => ({
      text: words.slice(at * longWords, (at + 1) * longWords).join(' '),
      language,
    }));
  });
}

const newProcesses = 5;

/** What the first suggestion waits for: the vocabulary of a language is opened, then its look-alikes are made ready. */
export function openingTable(): string {
  const runs = languages.map((language) => Array.from({ length: newProcesses }, () => openingOf(language)));
  const cell = (some: readonly Opening[], part: keyof Opening) =>
    ms(median(some.map((times) => times[part])));
  return table(
    [`ms, median of ${newProcesses} new processes`, ...languages],
    [
      ['opening the vocabulary', ...runs.map((some) => cell(some, 'open'))],
      ['first suggestion after that', ...runs.map((some) => cell(some, 'first'))],
    ],
  );
}

interface Opening {
  readonly open: number;
  readonly first: number;
}

function openingOf(language: Language): Opening {
  const program = `
    const { sectorModel } = await import('./shared/adapters/sector-model/sector-model.ts');
    const { suggestSectors } = await import('./shared/domain/sectors/suggest.ts');
    const only = { ...sectorModel, vocabulary: (asked) => (asked === '${language}' ? sectorModel.vocabulary(asked) : undefined) };
    const startMs = performance.now();
    sectorModel.vocabulary('${language}');
    const openMs = performance.now();
    suggestSectors(only, 'metal', { language: '${language}', limit: 10 });
    process.stdout.write(JSON.stringify({ open: openMs - startMs, first: performance.now() - openMs }));`;
  const { stdout, status, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', program],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Opening;
}
