import { type Language, languages } from '../../shared/domain/language.ts';
import { detectLanguage } from '../../shared/domain/sectors/detect-language.ts';
import type { SectorModel } from '../../shared/domain/sectors/sector-model.ts';
import { bootstrapMean } from '../statistics.ts';
import { decimals, table } from '../table.ts';

interface Written {
  readonly text: string;
  readonly language: Language;
}

/** How often the language is right by the first words of a text, all of them, and by language. */
export function languageTable(
  model: SectorModel,
  sets: readonly (readonly [name: string, texts: readonly Written[]])[],
): string {
  const groups = sets.flatMap(([name, texts]) => [
    [`**${name}, all**`, texts] as const,
    ...languages.map(
      (language) => [`${name}, ${language}`, texts.filter((text) => text.language === language)] as const,
    ),
  ]);
  return table(
    ['texts', 'n', 'by the first three words', 'by the first five', 'by the whole text'],
    groups.map(([name, texts]) => [
      name,
      texts.length,
      ...[3, 5, Number.POSITIVE_INFINITY].map((words) => rightShare(model, texts, words)),
    ]),
  );
}

function rightShare(model: SectorModel, texts: readonly Written[], words: number): string {
  const right = texts.map(({ text, language }) =>
    detectLanguage(model, text.trim().split(/\s+/).slice(0, words).join(' ')) === language ? 1 : 0,
  );
  const { mean, low, high } = bootstrapMean(right);
  return `${decimals(mean, 3)} [${decimals(low, 3)}–${decimals(high, 3)}]`;
}
