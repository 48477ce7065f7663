import * as z from 'zod';
import { languages, type Texts } from '../../shared/domain/language.ts';
import { languageSchema } from '../../shared/domain/language-schema.ts';
import { toSectorCodes, translate } from '../../shared/domain/sectors/correspondence.ts';
import { type Scheme, schemes } from '../../shared/domain/sectors/schemes.ts';
import { parseCode, type SectorCode } from '../../shared/domain/sectors/sector.ts';
import type { SectorModel } from '../../shared/domain/sectors/sector-model.ts';
import type { SectorNames } from '../../shared/domain/sectors/sector-names.ts';
import { schemeSchema, sectorCodeSchema } from '../../shared/domain/sectors/sector-schema.ts';
import { suggestSectors } from '../../shared/domain/sectors/suggest.ts';

export interface Deps {
  readonly names: SectorNames;
  readonly model: SectorModel;
}

const defaultLimit = 10;
const maxLimit = 50;

/** A parameter that is there but empty (`?language=&limit=`) counts as absent. */
function given<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (value === '' ? undefined : value), schema);
}

/** The query of `GET /api/sectors`. The text may be as long as a request can be. */
export const suggestionQuerySchema = z.object({
  text: z.string().default(''),
  language: given(languageSchema.optional()),
  limit: given(z.coerce.number().int().min(1).max(maxLimit).default(defaultLimit)),
});
export type SuggestionQuery = z.infer<typeof suggestionQuerySchema>;

const textsSchema = z.object({ es: z.string(), pl: z.string(), en: z.string() });

/** Suggested NACE Rev. 2.1 classes, best first, named in the language of the query, or in English. */
export const suggestionsSchema = z.object({
  items: z.array(
    z.object({
      code: sectorCodeSchema,
      /** About how likely the class is right. */
      score: z.number().min(0).max(1),
      name: z.string(),
      /** The words of the text that speak for the class. */
      terms: z.array(z.string()),
    }),
  ),
});
export type Suggestions = z.infer<typeof suggestionsSchema>;

/** A code of any scheme, the NACE Rev. 2.1 classes that it stands for, and its equivalents, itself included. */
export const sectorViewSchema = z.object({
  scheme: schemeSchema,
  code: z.string(),
  sectors: z.array(z.object({ code: sectorCodeSchema, names: textsSchema })),
  equivalents: z.record(schemeSchema, z.array(z.string())),
});
export type SectorView = z.infer<typeof sectorViewSchema>;

export type ViewSectorOutcome =
  | { readonly outcome: 'found'; readonly sector: SectorView }
  | { readonly outcome: 'unknown' };

/** The sectors that a text speaks of; none for a text without words. */
export function listSectors({ names, model }: Deps, { text, language, limit }: SuggestionQuery): Suggestions {
  const suggestions = suggestSectors(model, text, { language, limit });
  return {
    items: suggestions.map(({ code, score, terms }) => ({
      code,
      score,
      terms: [...terms],
      name: names.nameOf(code, language ?? 'en'),
    })),
  };
}

/** What a code, in any spelling, means in every scheme; `unknown` when there is no such scheme or code. */
export function viewSector({ names }: Deps, path: { scheme: string; code: string }): ViewSectorOutcome {
  const scheme = schemeSchema.safeParse(path.scheme);
  if (!scheme.success) return { outcome: 'unknown' };
  const code = parseCode(scheme.data, path.code);
  if (code === undefined) return { outcome: 'unknown' };
  const declared = { scheme: scheme.data, code };
  return {
    outcome: 'found',
    sector: {
      ...declared,
      sectors: toSectorCodes(declared).map((sector) => ({ code: sector, names: namesOf(names, sector) })),
      equivalents: equivalentsOf(declared),
    },
  };
}

function equivalentsOf(declared: { scheme: Scheme; code: string }): Record<Scheme, string[]> {
  return Object.fromEntries(schemes.map((scheme) => [scheme, [...translate(declared, scheme)]])) as Record<
    Scheme,
    string[]
  >;
}

function namesOf(names: SectorNames, code: SectorCode): Texts {
  return Object.fromEntries(languages.map((language) => [language, names.nameOf(code, language)])) as Texts;
}
