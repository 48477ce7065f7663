import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { parseEnvironment } from '../../../shared/runtime/environment.ts';

describe('parseEnvironment', () => {
  const schema = z.object({ TABLE_NAME: z.string().min(1), BASE_URL: z.url(), CLOCKS: z.string().min(1) });
  const right = { TABLE_NAME: 'table', BASE_URL: 'https://puente.example', CLOCKS: '{}' };

  it('gives what the schema names and nothing else', () => {
    expect(parseEnvironment(schema, { ...right, HOME: '/root' })).toEqual(right);
  });

  it('names every variable that is missing or wrong, and shows no value', () => {
    fc.assert(
      fc.property(
        fc.subarray(Object.keys(right), { minLength: 1 }),
        fc.constantFrom(undefined, ''),
        (broken, value) => {
          const environment = { ...right, ...Object.fromEntries(broken.map((name) => [name, value])) };
          const act = () => parseEnvironment(schema, environment);
          expect(act).toThrow(`The environment lacks or misspells: ${broken.join(', ')}`);
        },
      ),
    );
    expect(() => parseEnvironment(schema, { ...right, BASE_URL: 'hunter2' })).toThrow(/BASE_URL$/);
  });

  it('reads the environment of the process when none is given', () => {
    expect(parseEnvironment(z.object({ PATH: z.string().min(1) }))).toEqual({ PATH: process.env['PATH'] });
  });
});
