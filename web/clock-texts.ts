import { type Clocks, defaultClocks } from '../shared/domain/clocks.ts';
import type { Language } from '../shared/domain/language.ts';
import { formatDuration } from './format.ts';
import type { ClockTexts } from './texts/landing.ts';

/** The clocks in words, so that no page can promise what the lifecycle does not keep. */
export function clockTexts(language: Language, clocks: Clocks = defaultClocks): ClockTexts {
  const { confirm, decide, answer, undo, interest } = clocks;
  const words = (durationSeconds: number) => formatDuration(durationSeconds, language);
  return {
    confirm: words(confirm),
    decide: words(decide),
    answer: words(answer),
    undo: words(undo),
    interest: words(interest),
  };
}
