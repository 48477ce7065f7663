import { bootstrapMean } from '../statistics.ts';
import { share, table } from '../table.ts';
import { devSets, type LabelledText } from './dev-sets.ts';
import type { OwnText } from './own-set.ts';
import type { Suggester } from './suggesters.ts';

/** Of each text whether its right class is first, and whether it is among ten, as 1 and 0. */
function hits(suggester: Suggester, texts: readonly LabelledText[]) {
  const found = texts.map(({ text, language, labels }) =>
    suggester.suggest(text, language).map((code) => labels.includes(code)),
  );
  return {
    first: found.map(([right]) => (right ? 1 : 0)),
    inTen: found.map((ten) => (ten.includes(true) ? 1 : 0)),
  };
}

function quality(suggester: Suggester, texts: readonly LabelledText[]): readonly [string, string] {
  const { first, inTen } = hits(suggester, texts);
  return [share(bootstrapMean(first)), share(bootstrapMean(inTen))];
}

/** Every way to suggest, on every development set. */
export function devTable(suggesters: readonly Suggester[]): string {
  const sets = devSets();
  const header = [
    'right class first / in ten',
    ...sets.flatMap(({ name, texts }) => [`${name} (n = ${texts.length}) first`, 'in ten']),
  ];
  const rows = suggesters.map((suggester) => [
    suggester.name,
    ...sets.flatMap(({ texts }) => quality(suggester, texts)),
  ]);
  return table(header, rows);
}

/** Ours on the own set, whole, by language and by what is hard about the text. */
export function ownTable(suggester: Suggester, texts: readonly OwnText[]): string {
  const groups: readonly (readonly [string, readonly OwnText[]])[] = [
    ['**all**', texts],
    ...Map.groupBy(texts, ({ language }) => language),
    ...Map.groupBy(texts, ({ kind }) => `kind \`${kind}\``),
  ];
  return table(
    ['texts', 'n', 'right class first', 'in ten'],
    groups.map(([name, some]) => [name, some.length, ...quality(suggester, some)]),
  );
}

/** Every way to suggest, on some texts as a whole, and how far the first way is ahead of it, text by text. */
export function comparison(
  name: string,
  suggesters: readonly Suggester[],
  texts: readonly LabelledText[],
): string {
  const all = suggesters.map((suggester) => ({ suggester, ...hits(suggester, texts) }));
  const ahead = (right: readonly number[]) =>
    share(bootstrapMean(right.map((own, at) => (all[0]?.first[at] ?? 0) - own)));
  return table(
    [`${name}, n = ${texts.length}`, 'right class first', 'in ten', 'ours ahead by, first'],
    all.map(({ suggester, first, inTen }, order) => [
      suggester.name,
      share(bootstrapMean(first)),
      share(bootstrapMean(inTen)),
      order === 0 ? '–' : ahead(first),
    ]),
  );
}
