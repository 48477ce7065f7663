import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Clocks, defaultClocks } from '../shared/domain/clocks.ts';
import { languages } from '../shared/domain/language.ts';
import { favicon } from './components/favicon.tsx';
import { renderConsolePage } from './pages/console-page.tsx';
import { renderFormPage } from './pages/form-page.tsx';
import { renderPrivacyPage } from './pages/privacy-page.tsx';

const here = dirname(fileURLToPath(import.meta.url));

/** Oldest browsers that the console's script and the style sheet are written down to. */
const targets = ['chrome109', 'firefox115', 'safari16'];

/**
 * Prerenders every static page and bundles the assets into `outDir`, which is emptied first. The same sources give the
 * same bytes. `clocks` are those the pages name. Throws when anything cannot be built.
 */
export async function buildWeb(outDir = 'web/dist', clocks: Clocks = defaultClocks): Promise<void> {
  await rm(outDir, { recursive: true, force: true });
  const files = new Map<string, string | Uint8Array>([...(await bundles()), ...pages(clocks)]);
  await Promise.all(
    [...files].map(async ([name, content]) => {
      const path = join(outDir, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
    }),
  );
}

function pages(clocks: Clocks): (readonly [string, string])[] {
  return [
    ...languages.flatMap((language) => [
      [`${language}/index.html`, renderFormPage({ language, clocks })] as const,
      [`${language}/privacy/index.html`, renderPrivacyPage({ language, clocks })] as const,
    ]),
    ['console/index.html', renderConsolePage()],
    ['assets/favicon.svg', favicon()],
    ['robots.txt', robots],
  ];
}

/** Only the form and the privacy notice are for search engines. */
const robots = `User-agent: *
Disallow: /api/
Disallow: /console/
Disallow: /*/interests/
Disallow: /*/introductions/
Disallow: /*/unsubscribe/
`;

/** The console's script and the style sheet, each one minified file. */
async function bundles(): Promise<(readonly [string, Uint8Array])[]> {
  const { outputFiles, warnings } = await build({
    entryPoints: { console: join(here, 'console/main.tsx'), puente: join(here, 'styles/puente.css') },
    absWorkingDir: join(here, '..'),
    outdir: 'assets',
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: targets,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    logLevel: 'silent',
  });
  if (warnings.length > 0) throw new Error(warnings.map(({ text }) => text).join('\n'));
  return outputFiles.map(
    ({ path, contents }) => [join('assets', path.slice(path.lastIndexOf('/'))), contents] as const,
  );
}

if (import.meta.main) await buildWeb();
