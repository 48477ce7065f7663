import type { Instant } from '../shared/domain/ids.ts';
import type { Language, Texts } from '../shared/domain/language.ts';

/** BCP 47 tags of what is written here: for `lang`, and for dates and numbers. */
export const locales: Texts = { es: 'es-PE', pl: 'pl-PL', en: 'en-GB' };

/** The clock on the wall of the reader, by the language read; English readers may be anywhere. */
const zones: Texts = { es: 'America/Lima', pl: 'Europe/Warsaw', en: 'UTC' };
const zoneNames: Texts = { es: 'hora del Perú', pl: 'czasu polskiego', en: 'UTC' };

/** Polish names the year and the hour as such: `4 grudnia 2026 r., godz. 23:07`. */
const afterDay: Texts = { es: ', ', pl: '\u00a0r., godz.\u00a0', en: ', ' };

/** An instant as a date and time of the reader's zone, which is named: `5 December 2026, 15:42 (UTC)`; `p. m.` stays on one line. */
export function formatMoment(instant: Instant, language: Language): string {
  return `${formatDay(instant, language)}${afterDay[language]}${formatTime(instant, language)} (${zoneNames[language]})`;
}

/**
 * The same where the zone is named once for many, and the year goes without saying while it is that of `now`:
 * `5 December, 15:42`.
 */
export function formatMomentBriefly(instant: Instant, language: Language, now: Instant): string {
  const zoned = { timeZone: zones[language] };
  const year = new Intl.DateTimeFormat('en', { ...zoned, year: 'numeric' });
  const ofThisYear = year.format(new Date(instant)) === year.format(new Date(now));
  const dayOfYear = new Intl.DateTimeFormat(locales[language], { ...zoned, day: 'numeric', month: 'long' });
  const day = ofThisYear ? dayOfYear.format(new Date(instant)) : formatDay(instant, language);
  return `${day}${ofThisYear ? ', ' : afterDay[language]}${formatTime(instant, language)}`;
}

/** A time of day, which no line may break: `3:30 a. m.`. */
function formatTime(instant: Instant, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], {
    timeStyle: 'short',
    timeZone: zones[language],
  });
  return format.format(new Date(instant)).replaceAll(/\s/g, '\u00a0');
}

/** The same without the time of day: `5 December 2026`. */
export function formatDay(instant: Instant, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: zones[language] });
  return format.format(new Date(instant));
}

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** A duration in whole seconds, 1 or more, in the largest unit that divides it: `10 minutes`, on one line. */
export function formatDuration(durationSeconds: number, language: Language): string {
  const [unit, unitSeconds] = units.find(([, seconds]) => durationSeconds % seconds === 0) ?? ['second', 1];
  const format = new Intl.NumberFormat(locales[language], { style: 'unit', unit, unitDisplay: 'long' });
  return format.format(durationSeconds / unitSeconds).replaceAll(/\s/g, '\u00a0');
}

/** A Polish duration as it stands after "przez": only the noun of a single one differs, `1 godzinę`. */
export function polishAccusative(duration: string): string {
  return duration.replace(/^(1\s\p{L}+)a$/u, '$1ę');
}

/** `es, pl and en` as words of the reader's language; a code without a name stands for itself. */
export function formatLanguages(codes: readonly string[], language: Language): string {
  const names = new Intl.DisplayNames(locales[language], { type: 'language', fallback: 'code' });
  return formatList(
    codes.map((code) => names.of(code) ?? code),
    language,
  );
}

export function formatList(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(items);
}

/** A text with its first letter in upper case. */
export function capitalised(text: string, language: Language): string {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase(locales[language]) + rest.join('');
}
