import type { DemoMember } from './directory.ts';

export const metalCluster = {
  id: 'klaster-obrobki-metali',
  name: 'Klaster Obróbki Metali',
  country: 'PL',
  region: 'Podlaskie',
  coordinators: [
    { name: 'Koordynator (demo)', email: 'koordynator@klaster.example', language: 'pl' },
    { name: 'Zastępca koordynatora (demo)', email: 'zastepca@klaster.example', language: 'pl' },
  ],
} as const;

/**
 * The seven members that the delegation from Arequipa visited in October 2018. Their lines of business are as publicly
 * known; addresses are reserved ones (`.example`, RFC 2606) and people are not named, so nobody real can be written to.
 */
export const metalMembers: readonly DemoMember[] = [
  {
    id: 'samasz',
    name: 'SaMASZ',
    description:
      'Maszyny rolnicze: kosiarki dyskowe i bębnowe, przetrząsacze, zgrabiarki do siana, kosiarki komunalne oraz pługi do śniegu.',
    sectors: ['28.30.Z'],
    certificates: ['ISO 9001'],
    email: 'eksport@samasz.example',
  },
  {
    id: 'promotech',
    name: 'Promotech',
    description:
      'Elektronarzędzia i maszyny dla przemysłu: wiertarki z podstawą elektromagnetyczną, ukosowarki do blach i rur, wózki spawalnicze.',
    sectors: ['28.24.Z', '28.41.Z', '28.29.Z'],
    certificates: ['ISO 9001'],
    email: 'eksport@promotech.example',
  },
  {
    id: 'chm',
    name: 'ChM',
    description:
      'Implanty ortopedyczne i instrumentarium dla chirurgii kości: płytki, gwoździe, stabilizacja kręgosłupa.',
    sectors: ['32.50.B'],
    certificates: ['ISO 13485'],
    email: 'eksport@chm.example',
  },
  {
    id: 'ac-sa',
    name: 'AC SA',
    description:
      'Instalacje gazowe LPG i CNG do samochodów (STAG), elektronika samochodowa, wiązki elektryczne do haków holowniczych.',
    sectors: ['29.31.Z', '29.32.Z'],
    certificates: ['IATF 16949'],
    email: 'eksport@ac-sa.example',
  },
  {
    id: 'white-hill',
    name: 'White Hill',
    description:
      'Obróbka mechaniczna metali, spawanie oraz budowa maszyn i konstrukcji stalowych na zamówienie.',
    sectors: ['25.53.Z', '25.11.Z', '28.99.Z'],
    certificates: [],
    email: 'eksport@white-hill.example',
  },
  {
    id: 'experteam',
    name: 'Experteam',
    description:
      'Obróbka skrawaniem na obrabiarkach CNC, elementy i podzespoły metalowe według dokumentacji klienta.',
    sectors: ['25.53.Z'],
    certificates: [],
    email: 'eksport@experteam.example',
  },
  {
    id: 'agwo-serwis',
    name: 'Agwo-Serwis',
    description: 'Naprawa i konserwacja maszyn, remonty urządzeń przemysłowych i usługi obróbki metali.',
    sectors: ['33.12.Z', '25.53.Z'],
    certificates: [],
    email: 'eksport@agwo-serwis.example',
  },
];
