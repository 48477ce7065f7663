import type { Instant } from '../../shared/domain/ids.ts';
import type { Language } from '../../shared/domain/language.ts';
import { formatMoment } from '../format.ts';

/** A date and time, for people and for machines. */
export function Moment({ at, language }: { readonly at: Instant; readonly language: Language }) {
  return <time dateTime={at}>{formatMoment(at, language)}</time>;
}
