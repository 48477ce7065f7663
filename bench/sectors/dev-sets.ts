import type { Language } from '../../shared/domain/language.ts';
import { translate } from '../../shared/domain/sectors/correspondence.ts';
import { referenceRows } from '../reference.ts';

/** A text with the classes that are right for it. */
export interface LabelledText {
  readonly text: string;
  readonly language: Language;
  /** NACE Rev. 2.1. */
  readonly labels: readonly string[];
}

interface DevSet {
  readonly name: string;
  readonly language: Language;
  readonly texts: readonly LabelledText[];
}

const files = [
  ['A_goods_es', 'es'],
  ['A_goods_en', 'en'],
  ['B_products_pl', 'pl'],
  ['C_activities_es', 'es'],
] as const;

/** The labelled texts to develop with. Labels are NACE Rev. 2; every class that one leads to is right. */
export function devSets(): readonly DevSet[] {
  return files.map(([name, language]) => ({
    name,
    language,
    texts: referenceRows(`dev/${name}.csv`).map(({ text = '', nace2 = '' }) => ({
      text,
      language,
      labels: nace2.split(' ').flatMap((code) => translate({ scheme: 'nace2', code }, 'nace21')),
    })),
  }));
}

const tenderLanguages = ['es', 'pl', 'en'] as const;

/** A public tender; `cpv` is its code in the procurement vocabulary. */
export interface Tender {
  readonly id: string;
  readonly language: Language;
  readonly title: string;
  readonly text: string;
  readonly cpv: string;
}

export function tenders(): readonly Tender[] {
  return tenderLanguages.flatMap((language) =>
    referenceRows(`dev/E_tenders_${language}.csv`).map(({ id = '', title = '', descr = '', cpv = '' }) => ({
      id,
      language,
      title,
      text: `${title}. ${descr}`,
      cpv,
    })),
  );
}
