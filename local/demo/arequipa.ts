import type { DemoMember } from './directory.ts';

export const arequipaCluster = {
  id: 'conglomerado-ficticio-arequipa',
  name: 'Conglomerado Exportador de Arequipa (ficticio)',
  country: 'PE',
  region: 'Arequipa',
  coordinators: [
    { name: 'Coordinadora (demo)', email: 'coordinadora@conglomerado.example', language: 'es' },
    { name: 'Segundo coordinador (demo)', email: 'segundo@conglomerado.example', language: 'es' },
  ],
} as const;

/** Plainly invented firms, so named, in the lines that Arequipa is known for. */
export const arequipaMembers: readonly DemoMember[] = [
  {
    id: 'alpaca-ficticia',
    name: 'Alpaca Ficticia del Misti SAC',
    description:
      'Hilados y prendas de punto de fibra de alpaca: chompas, chalinas y mantas para exportación.',
    sectors: ['1311', '1430', '1391'],
    certificates: ['OEKO-TEX'],
    email: 'exportaciones@alpaca-ficticia.example',
  },
  {
    id: 'paprika-ficticia',
    name: 'Páprika Ficticia de Majes SAC',
    description: 'Páprika seca en vaina y molida, orégano y otras especias de los valles de Majes y La Joya.',
    sectors: ['1079', '0128'],
    certificates: ['HACCP', 'GlobalG.A.P.'],
    email: 'exportaciones@paprika-ficticia.example',
  },
  {
    id: 'hortalizas-ficticias',
    name: 'Hortalizas Ficticias de La Joya SAC',
    description: 'Cebolla roja, ajo, alcachofa y quinua; hortalizas frescas y en conserva.',
    sectors: ['0113', '1030'],
    certificates: ['GlobalG.A.P.'],
    email: 'exportaciones@hortalizas-ficticias.example',
  },
  {
    id: 'boratos-ficticios',
    name: 'Boratos Ficticios del Sur SAC',
    description: 'Ácido bórico y boratos para vidrio, cerámica y agricultura.',
    sectors: ['2011', '0891'],
    certificates: ['ISO 9001'],
    email: 'exportaciones@boratos-ficticios.example',
  },
  {
    id: 'carmin-ficticio',
    name: 'Carmín Ficticio Arequipa SAC',
    description: 'Cochinilla y carmín: colorantes naturales para alimentos y cosmética.',
    sectors: ['2011', '2029'],
    certificates: ['HACCP'],
    email: 'exportaciones@carmin-ficticio.example',
  },
  {
    id: 'metal-mineria-ficticia',
    name: 'Metalmecánica Minera Ficticia SAC',
    description: 'Estructuras metálicas, repuestos y mantenimiento de equipos para la minería del cobre.',
    sectors: ['2511', '2592', '3312'],
    certificates: [],
    email: 'exportaciones@metal-mineria-ficticia.example',
  },
];
