import { readySectorModel } from '../local/sector-files.ts';
import { textReader } from '../shared/domain/sectors/read-text.ts';
import { exposureTable } from './matching/exposure.ts';
import { tenderTable } from './matching/tenders.ts';
import { textIndexTable } from './matching/text-index.ts';
import { wholeMatchTable } from './matching/whole-match.ts';
import { flexSearch } from './peers/flexsearch.ts';
import { hasReference, noReference } from './reference.ts';
import { type Results, writeResults } from './results.ts';

export const matchingResults: Results = {
  name: 'matching',
  title: 'Members for interests',
  alone: 'node --import tsx bench/matching.ts',
};

const tenderNote = `\
Public tenders (\`../shared/data/dev\`) by their text alone, title and description, from one language to another; relevant
is one whose procurement code has the same first three digits. Only tenders are asked for which there is a relevant one:
few, so that the intervals are wide. These are texts to develop with. In brackets the 95 % interval of 1,000 bootstrap
resamples, seed fixed.`;

const textNote = `\
Profiles of 8 to 25 terms of the lexicon, of 1 to 3 classes of one division, in Spanish; queries of 5 to 12. Ours is the
text part of the match (\`visitMet\` without sectors) and the ten best of it. Libraries cut texts into words by themselves and
get them without marks; each pass of theirs is followed by one of ours, and the ratio is the median of three. A pass is
cut off after 40 s. Memory is heap and buffers after a garbage collection; of ours it is the whole index, with what
reasons are made of, and of the others what they hold beside the texts. Overlap: how many of the ten best by BM25 in full
precision are among the ten found (300 queries), over words (k₁ 1.2, b 0.75) and over what ours takes them to mean.`;

const matchNote = `\
Made-up members of Poland, in Polish: a third declares sectors only, a third describes itself only, a third does both;
interests of Peru, in Spanish, every second with declared sectors. With reasons.`;

const exposureNote = `\
1,000 such members and 3,000 interests, one after the other; classes by Zipf’s law, and every lead counts for the interests
after it, to the end of the year. Utility is the sum of the scores of those shown, as they were without regard to
exposure. The goal: at most .05 of the matchable never shown, at no less than .985 of the utility. In the last rows the mean
load, against which a load is measured, is that of the 30 members that score highest, and not of all; no code does so yet.`;

const smallCount = 10_000;
const largeCount = 100_000;

/** How good and how fast the matching of members is, and whom it shows. */
export async function measureMatching(): Promise<string> {
  const read = textReader(await readySectorModel());
  const sections: readonly (readonly [title: string, note: string, table: () => string])[] = [
    hasReference()
      ? ['Tenders from one language to another', tenderNote, () => tenderTable(read)]
      : ['Tenders from one language to another', noReference, () => ''],
    ['A whole match', matchNote, () => wholeMatchTable(smallCount, read)],
    ['Exposure: what is much offered is much sought', exposureNote, () => exposureTable(read, 'same')],
    [
      'Exposure: supply and demand apart',
      'The same, but other classes are much sought.',
      () => exposureTable(read, 'apart'),
    ],
    [
      `Text index, ${smallCount.toLocaleString('en')} members`,
      textNote,
      () => textIndexTable(smallCount, read),
    ],
    [
      `Text index, ${largeCount.toLocaleString('en')} members`,
      ...(process.env['BENCH_LARGE'] === '1'
        ? ([
            'As above, beside the fastest of the others.',
            () => textIndexTable(largeCount, read, [flexSearch]),
          ] as const)
        : (['Left out: it takes ten minutes. `BENCH_LARGE=1` measures it.', () => ''] as const)),
    ],
  ];
  const written = sections.map(([title, note, body]) => `## ${title}\n\n${note}\n\n${body()}`.trimEnd());
  return written.join('\n\n');
}

if (import.meta.main) writeResults(matchingResults, await measureMatching());
