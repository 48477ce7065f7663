import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildWeb } from '../../web/build.ts';

let folder = '';
let files: ReadonlyMap<string, Buffer>;

async function built(): Promise<ReadonlyMap<string, Buffer>> {
  await buildWeb(folder);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      paths.sort().map(async (path) => [path.slice(folder.length + 1), await readFile(path)] as const),
    ),
  );
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'puente-web-'));
  files = await built();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('makes every static page and asset, and nothing else', () => {
  expect([...files.keys()]).toEqual([
    'assets/console.js',
    'assets/favicon.svg',
    'assets/puente.css',
    'console/index.html',
    'en/index.html',
    'en/privacy/index.html',
    'es/index.html',
    'es/privacy/index.html',
    'pl/index.html',
    'pl/privacy/index.html',
    'robots.txt',
  ]);
});

it('makes the same bytes again, and leaves nothing of an earlier build', async () => {
  await writeFile(join(folder, 'stale.html'), 'old');
  expect(await built()).toEqual(files);
});

it('stays small for slow phones', () => {
  const gzippedBytes = (name: string) => gzipSync(files.get(name) ?? '').length;
  // In one piece, with what only administrators see: pieces of two deployments, cached for minutes, would not fit together.
  expect(gzippedBytes('assets/console.js')).toBeLessThan(46_000);
  expect(gzippedBytes('assets/puente.css') + gzippedBytes('es/index.html')).toBeLessThan(12_000);
});

it('holds nothing of other origins', () => {
  for (const name of ['assets/puente.css', 'es/index.html', 'console/index.html']) {
    expect(files.get(name)?.toString()).not.toMatch(/(?:src|href|url\()=?["']?(?:https?:)?\/\//);
  }
  const shell = files.get('console/index.html')?.toString() ?? '';
  expect(shell.match(/<script[^>]*>[^<]*/g)).toEqual(['<script type="module" src="/assets/console.js">']);
});
