import { type Country, countries } from '../domain/region.ts';

/** Where the index of the members of a country lies in its bucket. */
export function indexKey(country: Country): string {
  return `members/${country}`;
}

/** Every object that the bucket of indexes ever holds. */
export const indexKeys: readonly string[] = countries.map(indexKey);
