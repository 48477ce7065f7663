import { defineConfig } from 'vitest/config';

/** Tests that start something beside themselves: a database, a browser, a whole Puente. */
const services = [
  'test/journeys/**',
  'test/faults/**',
  'test/browser/**',
  'test/local/**',
  'test/infra/**',
  'test/shared/adapters/dynamodb/**',
  'test/shared/adapters/s3/**',
  'test/shared/mail/**/*.browser.test.ts',
  'test/web/**/*.browser.test.ts',
];

const common = {
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
} as const;

export default defineConfig({
  test: {
    projects: [
      {
        ...common,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: services,
          // Doubles are constructed and nothing is patched, so files can share what they import.
          isolate: false,
          maxWorkers: '100%',
        },
      },
      {
        ...common,
        test: {
          name: 'services',
          include: services.map((path) => (path.endsWith('**') ? `${path}/*.test.{ts,tsx}` : path)),
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
