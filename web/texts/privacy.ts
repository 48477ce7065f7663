import type { Texts } from '../../shared/domain/language.ts';
import { typeset } from '../../shared/domain/typeset.ts';
import type { ClockTexts } from './landing.ts';
import { en } from './privacy/en.ts';
import { es } from './privacy/es.ts';
import { pl } from './privacy/pl.ts';

/** What the notice must tell: GDPR art. 13 and 14; Peru, Ley 29733 art. 18 and DS 016-2024-JUS. */
export const privacySections = [
  'who',
  'data',
  'source',
  'purpose',
  'matching',
  'recipients',
  'transfer',
  'retention',
  'rights',
  'stop',
  'devices',
] as const;

export interface PrivacyText {
  readonly title: string;
  readonly lead: string;
  readonly version: string;
  readonly contents: string;
  readonly sections: Record<(typeof privacySections)[number], PrivacySection>;
}

interface PrivacySection {
  readonly title: string;
  /** Paragraphs; an inner list is a list. */
  readonly body: (clocks: ClockTexts) => readonly (string | readonly string[])[];
}

export const privacyTexts: Texts<PrivacyText> = typeset({ es, pl, en });
