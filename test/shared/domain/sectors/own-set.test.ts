import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { sectorModel } from '../../../../shared/adapters/sector-model/sector-model.ts';
import { intentSchema } from '../../../../shared/domain/intent.ts';
import { languageSchema } from '../../../../shared/domain/language-schema.ts';
import { countrySchema } from '../../../../shared/domain/region.ts';
import { sectorCodeSchema } from '../../../../shared/domain/sectors/sector-schema.ts';
import { suggestSectors } from '../../../../shared/domain/sectors/suggest.ts';

const rowSchema = z.strictObject({
  id: z.string(),
  language: languageSchema,
  country: countrySchema,
  intent: intentSchema,
  description: z.string().min(1),
  /** Each is a right answer. */
  sectors: z.array(sectorCodeSchema).min(1).max(3),
  kind: z.string(),
});

const file = new URL('../../../fixtures/interests/own-set.jsonl', import.meta.url);
const rows = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => rowSchema.parse(JSON.parse(line)));

describe('the own set of interests', () => {
  it('holds at least 200, each once, from both sides, in three languages', () => {
    expect(rows.length).toBeGreaterThanOrEqual(200);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(new Set(rows.map(({ description }) => description)).size).toBe(rows.length);
    for (const traits of [
      ['es', 'pl', 'en'],
      ['PE', 'PL'],
    ]) {
      for (const trait of traits) {
        expect(
          rows.filter(({ language, country }) => [language, country].includes(trait as never)).length,
        ).toBeGreaterThan(50);
      }
    }
  });

  it('is read about as well as it has been, though nothing was tuned on it', () => {
    const found = (limit: number) =>
      rows.filter(({ description, language, sectors }) =>
        suggestSectors(sectorModel, description, { language, limit }).some(({ code }) =>
          sectors.includes(code),
        ),
      ).length / rows.length;
    expect(found(1)).toBeGreaterThanOrEqual(0.7);
    expect(found(10)).toBeGreaterThanOrEqual(0.93);
  });
});
