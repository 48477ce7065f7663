import type { SectorCode } from '../sectors/sector.ts';

/**
 * Who buys what: one line for what is supplied, then the customers, each a class, group or division of NACE Rev. 2.1,
 * and last how strong the link is, 0 to 1. Ours, from what such firms do; a line is meant to be read and disputed by
 * coordinators (`docs/matching.md` says how it counts).
 */
const supplies = `
01.1 : 10.3 10.6 10.4 46.31 46.21 47.21 | 0.7
01.2 : 10.3 11.02 10.83 46.31 46.37 47.21 | 0.7
01.28 : 10.84 10.13 20.4 21.2 46.37 | 0.8
01.4 : 10.1 10.5 46.23 | 0.7
01.45 : 13.1 46.23 | 0.8
01.48 : 13.1 20.12 20.4 | 0.6
02 : 16 17.1 31 | 0.6
03 : 10.2 46.38 47.23 56.11 | 0.7
07.29 : 24.4 46.82 | 0.8
07 : 24 46.82 | 0.6
08.91 : 20.1 23 | 0.7
08.1 : 23 42 43 41 | 0.6
10 : 46.3 47.1 56 | 0.6
10.1 : 46.32 47.22 56 | 0.7
10.2 : 46.38 47.23 56 | 0.7
10.3 : 46.31 47.21 10.8 10.5 | 0.7
10.4 : 46.33 10.8 10.7 | 0.7
10.5 : 46.33 10.7 10.82 56 | 0.7
10.6 : 10.7 46.21 10.9 | 0.7
10.8 : 46.3 47.2 56 | 0.7
10.84 : 10.1 10.2 10.3 10.7 10.85 46.37 | 0.8
10.9 : 01.4 46.21 | 0.7
11 : 46.34 47.25 56 | 0.7
13.1 : 13.2 13.91 14 | 0.8
13.2 : 14 13.9 31 46.41 | 0.7
13.9 : 14 31 46.41 | 0.6
14 : 46.42 47.71 | 0.7
15 : 46.42 47.72 15 | 0.6
16 : 31 41 43 46.83 | 0.7
16.24 : 46.31 49.41 52 | 0.5
17 : 18.1 46.7 10 | 0.5
17.2 : 10 11 20 21 46 | 0.5
20.15 : 01.1 01.2 46.85 | 0.8
20.2 : 01.1 01.2 46.85 | 0.8
20.13 : 20 23 24 07 | 0.5
20.1 : 20 21 22 13 | 0.6
20.3 : 25.5 31 41 43 | 0.6
20.4 : 46.45 46.44 47.75 81.2 | 0.7
20.51 : 07 08 | 0.8
21 : 46.46 47.73 86 | 0.8
22 : 28 29 41 46 | 0.5
22.22 : 10 11 20 21 | 0.6
23 : 41 42 43 46.83 | 0.7
24 : 25 28 29 30 | 0.7
24.4 : 25 26 27 28 | 0.7
25.1 : 41 42 43 | 0.8
25.2 : 10 11 20 | 0.6
25.3 : 28 29 30 | 0.8
25.4 : 28 29 30 | 0.8
25.5 : 28 29 30 27 | 0.8
25.6 : 25 28 29 43 46.83 | 0.6
25.9 : 10 28 41 46.8 | 0.5
26.5 : 07 08 20 21 35 36 | 0.6
26.6 : 86 46.46 | 0.8
27 : 35 41 43 28 46.6 | 0.6
28.11 : 35.1 30.1 07 | 0.6
28.1 : 28 36 37 20 07 | 0.6
28.2 : 10 20 52 41 | 0.5
28.22 : 52 41 42 07 08 24 | 0.7
28.25 : 10 46.3 47.1 | 0.7
28.3 : 01 02 46.61 | 0.9
28.91 : 24 | 0.9
28.92 : 05 06 07 08 09 41 42 46.63 46.64 | 0.9
28.93 : 10 11 12 | 0.9
28.94 : 13 14 15 | 0.9
28.95 : 17 | 0.9
28.96 : 22 | 0.9
28.4 : 25 28 29 30 | 0.8
28.99 : 16 18 22 23 | 0.6
29 : 46.71 46.72 47.81 49.4 | 0.7
29.3 : 29.1 29.2 46.72 95.31 | 0.8
30 : 49 50 51 | 0.6
31 : 46.47 47.55 55 41 | 0.7
32.1 : 46.48 47.77 | 0.8
32.5 : 86 46.46 47.74 | 0.9
33.1 : 05 06 07 08 10 20 24 28 | 0.6
33.2 : 07 08 10 20 35 | 0.7
35.1 : 07 10 20 24 | 0.5
38 : 24 17.1 22 | 0.5
41 : 68 55 | 0.6
42 : 84 49 35 36 | 0.6
43 : 41 42 68 | 0.7
43.21 : 35 41 | 0.7
46.2 : 10 01 | 0.6
46.3 : 47.1 47.2 56 | 0.7
46.6 : 01 10 25 28 41 07 | 0.5
46.8 : 25 41 43 20 | 0.5
49.4 : 10 46 07 01 | 0.5
52 : 10 46 07 49 50 | 0.5
58.2 : 25 28 46 52 86 | 0.4
62 : 25 28 46 52 64 86 | 0.5
71 : 07 41 42 35 25 | 0.6
72 : 21 20 26 28 01 07 | 0.5
74.9 : 01 07 10 | 0.4
`;

interface Link {
  readonly supplied: string;
  readonly customers: readonly string[];
  readonly strength: number;
}

/** Every line of the table, in its order. */
export const supplyLinks: readonly Link[] = supplies
  .trim()
  .split('\n')
  .map((line) => {
    const [supplied = '', customers = '', strength = ''] = line.split(/ [:|] /);
    return { supplied, customers: customers.split(' '), strength: Number(strength) };
  });

/** How much firms of `customer` are customers for what `supplied` makes, 0 to 1; the strongest line counts. */
export function supplyStrength(supplied: SectorCode, customer: SectorCode): number {
  let strongest = 0;
  for (const link of linksOf(supplied)) {
    if (link.strength > strongest && link.customers.some((heading) => customer.startsWith(heading))) {
      strongest = link.strength;
    }
  }
  return strongest;
}

const known = new Map<SectorCode, readonly Link[]>();

function linksOf(supplied: SectorCode): readonly Link[] {
  const links = known.get(supplied) ?? supplyLinks.filter((link) => supplied.startsWith(link.supplied));
  known.set(supplied, links);
  return links;
}
