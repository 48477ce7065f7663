import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import * as z from 'zod';
import { languages } from '../../shared/domain/language.ts';
import { table } from '../table.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const modelPath = `${root}shared/adapters/sector-model/model.generated.json`;
const modelSchema = z.object({
  es: z.base64(),
  pl: z.base64(),
  en: z.base64(),
  letterPatterns: z.base64(),
});

const script = `
export { suggestSectors } from './shared/domain/sectors/suggest.ts';
export { openSectorModel } from './shared/domain/sectors/sector-model.ts';
`;

/** What a page in each language has to load before it can suggest sectors. */
export function sizeTable(): string {
  const model = modelSchema.parse(JSON.parse(readFileSync(modelPath, 'utf8')));
  const bytes = (base64: string) => Buffer.from(base64, 'base64');
  const [code, letters] = [bundle(), bytes(model.letterPatterns)];
  const rows = languages.map((language) => {
    const parts = [code, bytes(model[language]), letters];
    return [language, ...[...parts.map((part) => [part]), parts].map(sizes)];
  });
  return table(
    [
      'page, bytes: plain / gzip / brotli',
      'script (esbuild, minified)',
      'vocabulary',
      'letter patterns',
      '**all**',
    ],
    rows,
  );
}

function bundle(): Uint8Array {
  const { outputFiles } = buildSync({
    stdin: { contents: script, resolveDir: root, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: ['chrome109', 'firefox115', 'safari16'],
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('esbuild wrote nothing');
  return file.contents;
}

/** Each part is compressed by itself, as it is sent. */
function sizes(parts: readonly Uint8Array[]): string {
  const sum = (sizeOf: (part: Uint8Array) => number) =>
    parts.reduce((total, part) => total + sizeOf(part), 0).toLocaleString('en');
  return [
    sum((part) => part.length),
    sum((part) => gzipSync(part, { level: 9 }).length),
    sum((part) => brotliCompressSync(part).length),
  ].join(' / ');
}
