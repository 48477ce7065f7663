import { jaroWinkler } from './jaro-winkler.ts';

/**
 * Legal forms of Peru (Ley 26887, Ley General de Sociedades; DL 21621 for the E.I.R.L.) and of Poland (Kodeks spółek
 * handlowych; S.C. of the Kodeks cywilny), as people write them at the end of a name, with or without full stops.
 */
const forms = [
  's a c',
  's a a',
  's a',
  'e i r l',
  's r l',
  's c r l',
  'sp z o o',
  'sp j',
  'sp k',
  's k a',
  'p s a',
  's c',
];
const formsInFull = [
  'sociedad anonima cerrada',
  'sociedad anonima abierta',
  'sociedad anonima',
  'sociedad(?: comercial)? de responsabilidad limitada',
  'empresa individual de responsabilidad limitada',
  'spolka z ograniczona odpowiedzialnoscia',
  'spolka (?:akcyjna|jawna|komandytowa|cywilna|komandytowo akcyjna)',
  'prosta spolka akcyjna',
];
/** What Polish one-man firms put before their name: production, trade and services, by their initials. */
const prefixes = ['p p h u', 'p h u', 'p p u h', 'p u h', 'f h u', 'p p h', 'p h', 'f u h'];
/** Where it is at home tells no two firms of one country apart. */
const countryNames = '(?:del )?peru|polska|poland';

const endings = new RegExp(` (?:${[...forms.map(loose), ...formsInFull, countryNames].join('|')})$`);
const beginnings = new RegExp(`^(?:${prefixes.map(loose).join('|')}) `);

/** Characters: one letter may fold to many (NFKD), and a name is kept in an item. */
const longest = 200;

/** `s a c` also as `sac`, `sa c`: full stops were taken for blanks, and may be missing. */
function loose(form: string): string {
  return form.replaceAll(' ', ' ?');
}

/**
 * What two spellings of one company's name have in common: letters and digits of its words in lower case, without
 * accents, legal form and country. Empty only for a name without a letter or digit.
 */
export function normalisedName(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replace(/['’`´]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return withoutForms([...words].slice(0, longest).join('').trim());
}

/** As often as one follows another (`Sp. z o.o. Sp. k.`), but never the whole name. */
function withoutForms(words: string): string {
  let rest = words;
  for (;;) {
    const shorter = rest.replace(beginnings, '').replace(endings, '');
    if (shorter === rest || shorter === '') return rest;
    rest = shorter;
  }
}

/**
 * Only names that begin alike are compared: the country's and the first three letters of the first word in the
 * alphabet, so that the order of words does not matter.
 */
export function nameBlock(country: string, name: string): string {
  const [first = ''] = wordsOf(name);
  return `${country} ${[...first].slice(0, 3).join('')}`;
}

/**
 * How alike two normalised names are, 0 to 1: as alike as the least alike of their words. A whole name is too long a
 * measure: what tells two firms apart is one word beside others that half of a trade bears (`metalurgica`, `talleres`).
 * A word that only one of them has tells them apart.
 */
export function nameLikeness(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  if (a.replaceAll(' ', '') === b.replaceAll(' ', '')) return 1;
  const [left, right] = [wordsOf(a), wordsOf(b)];
  if (left.length !== right.length) return 0;
  return Math.min(...left.map((word, index) => jaroWinkler(word, right[index] ?? '')));
}

/**
 * From here on two names may be one: with a letter too many, or two exchanged, in a word of five, or with another
 * letter in a word of eight. Below lie `misti` and `mistico` (0.943), `mistiano` (0.925), `narew` and `narva`.
 */
export const likelyTheSame = 0.945;

function wordsOf(name: string): string[] {
  return name.split(' ').sort();
}
