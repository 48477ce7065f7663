import { type Language, languages } from '../../domain/language.ts';
import { languageSchema } from '../../domain/language-schema.ts';

/**
 * The first of the given choices that is a language of Puente; else the best of an `Accept-Language` header
 * (RFC 9110, section 12.5.4); else English.
 */
export function chooseLanguage(choices: readonly unknown[], acceptLanguage?: string): Language {
  for (const choice of choices) {
    const parsed = languageSchema.safeParse(choice);
    if (parsed.success) return parsed.data;
  }
  return preferred(acceptLanguage ?? '') ?? 'en';
}

function preferred(header: string): Language | undefined {
  let best: { language: Language; weight: number } | undefined;
  for (const range of header.slice(0, 500).split(',')) {
    const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const language = languages.find((known) => tag === known || tag.startsWith(`${known}-`));
    const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
    const weight = Number(quality);
    if (language !== undefined && weight > 0 && weight > (best?.weight ?? 0)) best = { language, weight };
  }
  return best?.language;
}
