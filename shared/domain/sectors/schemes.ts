/**
 * The classifications that a sector may be declared in: CIIU Rev. 4 (= ISIC Rev. 4, Peru), PKD 2007 and PKD 2025
 * (Poland), NACE Rev. 2 and NACE Rev. 2.1 (European Union).
 */
export const schemes = ['ciiu4', 'pkd2007', 'pkd2025', 'nace2', 'nace21'] as const;
export type Scheme = (typeof schemes)[number];

/** What each classification is called, in every language. */
export const schemeNames: Readonly<Record<Scheme, string>> = {
  ciiu4: 'CIIU Rev. 4',
  pkd2007: 'PKD 2007',
  pkd2025: 'PKD 2025',
  nace2: 'NACE Rev. 2',
  nace21: 'NACE Rev. 2.1',
};
