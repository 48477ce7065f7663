import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { languageSchema } from '../../shared/domain/language-schema.ts';
import type { LabelledText } from './dev-sets.ts';

const path = fileURLToPath(new URL('../../test/fixtures/interests/own-set.jsonl', import.meta.url));

const rowSchema = z.object({
  language: languageSchema,
  description: z.string(),
  sectors: z.array(z.string()),
  kind: z.string(),
});

export interface OwnText extends LabelledText {
  /** What is hard about it: `typos`, `trap`, …; `plain` when nothing is. */
  readonly kind: string;
}

/** Interests as people write them, by somebody who saw neither the lexicon nor the development sets. */
export function ownSet(): readonly OwnText[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { language, description, sectors, kind } = rowSchema.parse(JSON.parse(line));
      return { text: description, language, labels: sectors, kind };
    });
}
