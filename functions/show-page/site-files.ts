import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Site, SiteFile } from './show-page.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/** Reads every page and asset below `root`. Throws when there is none, or one of a kind that it does not know. */
export function readSite(root: string): Site {
  const site = new Map<string, SiteFile>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const contentType = contentTypes[extname(entry.name)];
    if (contentType === undefined) throw new Error(`No content type for ${entry.name}`);
    site.set(file.slice(join(root, '/').length), { contentType, body: readFileSync(file, 'utf8') });
  }
  if (site.size === 0) throw new Error(`No page in ${root}`);
  return site;
}
