import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { leftOut } from './left-out.ts';

const root = resolve(import.meta.dirname, '../..');

/** Journeys that need nothing of this machine but an address, and the tests of the deployment itself. */
export default defineConfig({
  root,
  resolve: {
    alias: [
      {
        find: '../../local/start-local.ts',
        replacement: resolve(import.meta.dirname, 'start-deployed.ts'),
      },
    ],
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['test/journeys/*.test.ts', 'test/cloud/*.deployed.ts'],
    testNamePattern: new RegExp(`^(?!.*(?:${leftOut.join('|')}))`),
    testTimeout: 90_000,
    hookTimeout: 30_000,
  },
});
