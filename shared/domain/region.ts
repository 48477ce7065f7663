import * as z from 'zod';

/** The two sides of the bridge, by ISO 3166-1 country. */
export const countries = ['PE', 'PL'] as const;

export const countrySchema = z.enum(countries);
export type Country = z.infer<typeof countrySchema>;

/** The side on which an interest from `country` looks for members. */
export function otherSide(country: Country): Country {
  return country === 'PE' ? 'PL' : 'PE';
}

/** Two region names are the same by `regionKey`; a name of no region is the same as none. */
export function sameRegion(a: string, b: string): boolean {
  return regionKey(a) === regionKey(b) && regionKey(a) !== '';
}

/** What stands around the name of a region: `województwo podlaskie`, `Región Arequipa`, `Podlaskie Voivodeship`. */
const framing =
  /^(?:wojewodztwo|woj\.|region|departamento|provincia|voivodato|voivodia)\s+(?:de\s+|del\s+|of\s+)?|\s+(?:voivodeship|province|region|department)$/g;

/** What regions are called beside their official names, in Spanish, Polish and English (ISO 3166-2:PL). */
const otherNames: Readonly<Record<string, string>> = {
  podlasie: 'podlaskie',
  podlachia: 'podlaskie',
  podlaquia: 'podlaskie',
  mazowsze: 'mazowieckie',
  mazovia: 'mazowieckie',
  masovia: 'mazowieckie',
  malopolska: 'malopolskie',
  'lesser poland': 'malopolskie',
  'pequena polonia': 'malopolskie',
  wielkopolska: 'wielkopolskie',
  'greater poland': 'wielkopolskie',
  'gran polonia': 'wielkopolskie',
  slask: 'slaskie',
  silesia: 'slaskie',
  'dolny slask': 'dolnoslaskie',
  'lower silesia': 'dolnoslaskie',
  'baja silesia': 'dolnoslaskie',
  'opole silesia': 'opolskie',
  podkarpacie: 'podkarpackie',
  subcarpathia: 'podkarpackie',
  subcarpacia: 'podkarpackie',
  pomorze: 'pomorskie',
  pomerania: 'pomorskie',
  'pomorze zachodnie': 'zachodniopomorskie',
  'west pomerania': 'zachodniopomorskie',
  'pomerania occidental': 'zachodniopomorskie',
  warmia: 'warminsko-mazurskie',
  mazury: 'warminsko-mazurskie',
  'warmia i mazury': 'warminsko-mazurskie',
  'warmia-masuria': 'warminsko-mazurskie',
};

/** Who names a country names no region in it. */
const wholeCountries = new Set([
  'polonia',
  'polska',
  'poland',
  'peru',
  'todo el peru',
  'toda polonia',
  'cala polska',
]);

/** What names of the same region have in common, whatever the case, accents and framing; empty for a whole country. */
export function regionKey(name: string): string {
  const bare = name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .replace(framing, '');
  return wholeCountries.has(bare) ? '' : (otherNames[bare] ?? bare);
}
