import type { Language } from '../../shared/domain/language.ts';

/** A file of the prerendered site. */
export interface SiteFile {
  readonly contentType: string;
  readonly body: string;
}

/** The site by path: `es/index.html`, `assets/puente.css`. */
export type Site = ReadonlyMap<string, SiteFile>;

export type PageOutcome =
  | { readonly outcome: 'file'; readonly file: SiteFile; readonly path: string }
  | { readonly outcome: 'elsewhere'; readonly path: string }
  | { readonly outcome: 'unknown' };

/**
 * The file at a path. `/` leads to the form in the reader's language. Only files that were there when the function
 * started are ever shown, so no path can climb out of the site.
 */
export function showPage(site: Site, rawPath: string, language: Language): PageOutcome {
  if (rawPath === '/') return { outcome: 'elsewhere', path: `/${language}/` };
  const path = rawPath.replace(/^\//, '');
  for (const candidate of [path, `${path}index.html`, `${path}/index.html`]) {
    const file = site.get(candidate);
    if (file !== undefined) return { outcome: 'file', file, path: candidate };
  }
  return { outcome: 'unknown' };
}
