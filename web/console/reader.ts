import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../../shared/domain/language.ts';
import { locales } from '../format.ts';
import { ownNames } from '../texts/site.ts';

const memory = 'puente.language';

/** The language chosen before in this browser; else the first of the browser's that Puente speaks; else English. */
export function firstLanguage(): Language {
  const wanted = [localStorage.getItem(memory) ?? '', ...navigator.languages];
  return wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en';
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(memory, language);
}

function isLanguage(text: string): text is Language {
  return Object.hasOwn(ownNames, text);
}

const ReaderLanguage = createContext<Language>('en');
export const LanguageProvider = ReaderLanguage.Provider;

/** The language of whoever reads the console. */
export function useLanguage(): Language {
  return useContext(ReaderLanguage);
}

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How far an instant is from `nowMs`, in words: `in 2 days`, `3 hours ago`. */
export function formatDistance(instant: string, nowMs: number, language: Language): string {
  const distanceMs = Date.parse(instant) - nowMs;
  const [unit, unitMs] = units.find(([, ms]) => Math.abs(distanceMs) >= ms) ?? ['minute', 60_000];
  return new Intl.RelativeTimeFormat(locales[language]).format(Math.trunc(distanceMs / unitMs), unit);
}

export function formatPercent(share: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], { style: 'percent' }).format(share);
}
