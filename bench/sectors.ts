import { readySectorModel, readySectorNames } from '../local/sector-files.ts';
import { peers } from './peers/peers.ts';
import { hasReference, noReference } from './reference.ts';
import { type Results, writeResults } from './results.ts';
import { sizeTable } from './sectors/browser-size.ts';
import { calibrationTable } from './sectors/calibration.ts';
import { devSets, tenders } from './sectors/dev-sets.ts';
import { languageTable } from './sectors/language.ts';
import { ownSet } from './sectors/own-set.ts';
import { comparison, devTable, ownTable } from './sectors/quality.ts';
import { openingTable, speedTable } from './sectors/speed.ts';
import { otherSuggesters, ourSuggesters, type Suggester } from './sectors/suggesters.ts';

export const sectorResults: Results = {
  name: 'sectors',
  title: 'Sectors from texts',
  alone: 'node --import tsx bench/sectors.ts',
};

const intervals = 'In brackets the 95 % interval of 1,000 bootstrap resamples, seed fixed.';

const devNote = `\
Texts to develop with (\`../shared/data/dev\`): the constants of scoring and the chance that a score states were fitted
to them, so they flatter ours. An answer is right when \`nace2_nace21.csv\` leads from a label to it. The libraries search
one text a class; so that they are not hampered by letters with marks, they get everything without; "in our stems" means
that they get our stems instead of words, as text and as query, so that only the retrieval differs. Libraries are as they
come; Orama takes every word for the beginning of others, so that "de" finds everything, and no setting of it that was
tried helps more than to .46 / .87 (A_goods_es, stems, its \`relevance\`). ${intervals}`;

const ownNote = `\
\`test/fixtures/interests/own-set.jsonl\` was written by somebody who saw neither the lexicon nor the development sets,
and nothing was tuned on it. Right is any class that its author named; how far ours is ahead is reckoned text by text.
${intervals}`;

const calibrationNote = `\
All suggestions of every text (up to ten each) by what they said of themselves, and how many of them were right. The
chance was fitted to the development sets and to nothing of the own set, which has texts with more than one right class.`;

const languageNote = `\
Words are what blanks separate. Texts of the development sets and titles of the tenders; the own set beside them.
${intervals}`;

const speedNote = `\
One run after the other in one process, medians of three passes. A library is timed with a pass of ours after each of
its own, and the ratio is the median of the three.`;

const sizeNote = `\
A page loads the script, the vocabulary of its own language and the letter patterns, each compressed by itself. No page
of Puente does so yet.`;

/** Quality, calibration, language, speed and size of what finds sectors in texts. */
export async function measureSectors(): Promise<string> {
  const [names, model] = [await readySectorNames(), await readySectorModel()];
  const ours = ourSuggesters(model);
  const others = otherSuggesters(names);
  const own = ownSet();
  const [told] = ours as [Suggester];
  const sections: [title: string, note: string, table: string][] = hasReference()
    ? [['Development sets', devNote, devTable([...ours, ...others])]]
    : [['Development sets', noReference, '']];
  sections.push(
    ['Own set', ownNote, `${ownTable(told, own)}\n\n${comparison('own set', [...ours, ...others], own)}`],
    ['Is a score what it says?', calibrationNote, calibrationTable(model, [...devTexts(), ['own set', own]])],
    ['Language of a text', languageNote, languageTable(model, [...writtenTexts(), ['own set', own]])],
    ['Speed', speedNote, speedTable(model, devTexts()[0]?.[1] ?? own, librariesOf(others))],
    ['Opening the model', 'As after a cold start.', openingTable()],
    ['Size in a browser', sizeNote, sizeTable()],
  );
  return sections.map(([title, note, body]) => `## ${title}\n\n${note}\n\n${body}`.trimEnd()).join('\n\n');
}

/** Those whose speed is worth knowing: libraries as they come. */
function librariesOf(others: readonly Suggester[]): readonly Suggester[] {
  return others.filter(({ name }) => peers.some((peer) => name.startsWith(`${peer.name}: `)));
}

/** All labelled texts to develop with as one set; none where they are not. */
function devTexts() {
  return hasReference() ? [['development sets', devSets().flatMap(({ texts }) => texts)] as const] : [];
}

function writtenTexts() {
  const titles = () => tenders().map(({ title, language }) => ({ text: title, language }));
  return devTexts().map(([name, texts]) => [name, [...texts, ...titles()]] as const);
}

if (import.meta.main) writeResults(sectorResults, await measureSectors());
