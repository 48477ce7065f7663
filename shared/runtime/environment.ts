import type * as z from 'zod';

/** The environment of a function, checked when it starts. Throws naming each variable that is missing or wrong. */
export function parseEnvironment<S extends z.ZodType>(
  schema: S,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): z.infer<S> {
  const parsed = schema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const names = parsed.error.issues.map((issue) => issue.path.join('.'));
  throw new Error(`The environment lacks or misspells: ${[...new Set(names)].join(', ')}`);
}
