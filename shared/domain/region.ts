import * as z from 'zod';

/** The two sides of the bridge, by ISO 3166-1 country. */
export const countries = ['PE', 'PL'] as const;

export const countrySchema = z.enum(countries);
export type Country = z.infer<typeof countrySchema>;

/** The side on which an interest from `country` looks for members. */
export function otherSide(country: Country): Country {
  return country === 'PE' ? 'PL' : 'PE';
}

/** Two region names are the same when they differ only in case, accents or outer spaces. */
export function sameRegion(a: string, b: string): boolean {
  return regionKey(a) === regionKey(b);
}

/** What two names of the same region have in common. */
export function regionKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .trim()
    .toLowerCase();
}
