import type { Instant } from '../domain/ids.ts';
import type { Language, Texts } from '../domain/language.ts';
import type { Country } from '../domain/region.ts';

const locales: Texts = { es: 'es-PE', pl: 'pl-PL', en: 'en-GB' };

/** English is nobody's home here, so its times are in UTC and say so. */
const timeZones: Texts<{ zone: string; label: string }> = {
  es: { zone: 'America/Lima', label: 'hora del Perú' },
  pl: { zone: 'Europe/Warsaw', label: 'czasu polskiego' },
  en: { zone: 'UTC', label: 'UTC' },
};

/** Between the date and the time. */
const timeMarks: Texts = { es: ', ', pl: '\u00a0r., godz.\u00a0', en: ', ' };

/** Day of the week, date and time to the minute, with the time zone in words; `p. m.` stays on one line. */
export function formatInstant(instant: Instant, language: Language): string {
  const { zone: timeZone, label } = timeZones[language];
  const at = new Date(instant);
  const date = new Intl.DateTimeFormat(locales[language], { dateStyle: 'full', timeZone }).format(at);
  const time = new Intl.DateTimeFormat(locales[language], { timeStyle: 'short', timeZone }).format(at);
  return `${date}${timeMarks[language]}${time.replaceAll(/\s/g, '\u00a0')} (${label})`;
}

/** A noun by plural category (Unicode CLDR): Polish has `one`, `few` and `many`; `other` is for all the rest. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** A whole number with its noun: `22 firmy`. */
export function counted(count: number, forms: PluralForms, language: Language): string {
  const category = new Intl.PluralRules(locales[language]).select(count);
  const number = new Intl.NumberFormat(locales[language]).format(count);
  return `${number} ${forms[category] ?? forms.other}`;
}

type TimeUnit = 'day' | 'hour' | 'minute' | 'second';

/** The Polish ones are in the accusative, as in "na odpowiedź czekamy…" and "przez…". */
const unitForms: Texts<Record<TimeUnit, PluralForms>> = {
  es: {
    day: { one: 'día', other: 'días' },
    hour: { one: 'hora', other: 'horas' },
    minute: { one: 'minuto', other: 'minutos' },
    second: { one: 'segundo', other: 'segundos' },
  },
  pl: {
    day: { one: 'dzień', few: 'dni', other: 'dni' },
    hour: { one: 'godzinę', few: 'godziny', other: 'godzin' },
    minute: { one: 'minutę', few: 'minuty', other: 'minut' },
    second: { one: 'sekundę', few: 'sekundy', other: 'sekund' },
  },
  en: {
    day: { one: 'day', other: 'days' },
    hour: { one: 'hour', other: 'hours' },
    minute: { one: 'minute', other: 'minutes' },
    second: { one: 'second', other: 'seconds' },
  },
};

const daySeconds = 86_400;
const unitSeconds: Record<TimeUnit, number> = { day: daySeconds, hour: 3600, minute: 60, second: 1 };

/** A time of a second or more in its largest unit, rounded down so that nothing is promised too long. */
export function formatDuration(durationSeconds: number, language: Language): string {
  const units = ['day', 'hour', 'minute'] as const;
  const unit: TimeUnit = units.find((candidate) => durationSeconds >= unitSeconds[candidate]) ?? 'second';
  const count = Math.floor(durationSeconds / unitSeconds[unit]);
  return counted(count, unitForms[language][unit], language);
}

export function formatDays(days: number, language: Language): string {
  return formatDuration(days * daySeconds, language);
}

/** `a, b and c` in the reader's language. */
export function formatList(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(items);
}

/** Names of working languages (ISO 639-1) as a list; a code without a name stands for itself. */
export function formatLanguages(codes: readonly string[], language: Language): string {
  const display = new Intl.DisplayNames(locales[language], { type: 'language' });
  return formatList(
    codes.map((code) => display.of(code) ?? code),
    language,
  );
}

/** `Arequipa, Perú`; the country alone when no region is known. */
export function formatPlace(
  place: { country: Country; region?: string | undefined },
  language: Language,
): string {
  const country =
    new Intl.DisplayNames(locales[language], { type: 'region' }).of(place.country) ?? place.country;
  return place.region === undefined ? country : `${place.region}, ${country}`;
}

/** With a capital first letter: Polish goes on in lower case after a greeting, but not where none stands before it. */
export function asSentence(text: string, language: Language): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}
