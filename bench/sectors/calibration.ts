import type { SectorModel } from '../../shared/domain/sectors/sector-model.ts';
import { suggestSectors } from '../../shared/domain/sectors/suggest.ts';
import { mean } from '../statistics.ts';
import { decimals, table } from '../table.ts';
import type { LabelledText } from './dev-sets.ts';

/** One suggestion: how sure it was, and whether it was right. */
interface Said {
  readonly score: number;
  readonly right: number;
}

/** What was said beside what was right, by tenth of the score, for each set of texts. */
export function calibrationTable(
  model: SectorModel,
  sets: readonly (readonly [name: string, texts: readonly LabelledText[]])[],
): string {
  const said = sets.map(([, texts]) => texts.flatMap((text) => saidOf(model, text)));
  const rows = Array.from({ length: 10 }, (_, tenth) => [
    `${decimals(tenth / 10, 1)}–${decimals((tenth + 1) / 10, 1)}`,
    ...said.flatMap((all) => cellsOf(all.filter(({ score }) => tenthOf(score) === tenth))),
  ]);
  const gaps = said.flatMap((all) => ['', '', `gap ${decimals(meanGap(all), 3)}`]);
  return table(
    ['score', ...sets.flatMap(([name]) => [`${name}: suggestions`, 'said', 'right'])],
    [...rows, ['all (mean gap over suggestions)', ...gaps]],
  );
}

function saidOf(model: SectorModel, { text, language, labels }: LabelledText): readonly Said[] {
  return suggestSectors(model, text, { language, limit: 10 }).map(({ code, score }) => ({
    score,
    right: labels.includes(code) ? 1 : 0,
  }));
}

function cellsOf(some: readonly Said[]): (string | number)[] {
  return [
    some.length,
    decimals(mean(some.map(({ score }) => score))),
    decimals(mean(some.map(({ right }) => right))),
  ];
}

function tenthOf(score: number): number {
  return Math.min(9, Math.floor(score * 10));
}

/** The expected calibration error: how far a tenth is off, weighted by how many suggestions fall into it. */
function meanGap(all: readonly Said[]): number {
  const tenths = [...Map.groupBy(all, ({ score }) => tenthOf(score)).values()];
  const off = (some: readonly Said[]) => Math.abs(mean(some.map(({ score, right }) => score - right)));
  return tenths.reduce((sum, some) => sum + some.length * off(some), 0) / all.length;
}
