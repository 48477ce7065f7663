import { arequipaCluster } from './arequipa.ts';
import { metalCluster } from './podlaskie.ts';

/** Who can sign in to a demonstration: one coordinator for each cluster, one administrator, one region office. */
export const demoPeople = [
  {
    email: 'koordynator@klaster.example',
    name: 'Koordynator Klastra Obróbki Metali (demo)',
    groups: ['coordinator', `cluster:${metalCluster.id}`],
  },
  {
    email: 'coordinadora@conglomerado.example',
    name: 'Coordinadora del Conglomerado de Arequipa (demo)',
    groups: ['coordinator', `cluster:${arequipaCluster.id}`],
  },
  { email: 'admin@puente.example', name: 'Admin (demo)', groups: ['admin'] },
  { email: 'biuro@podlaskie.example', name: 'Biuro regionu (demo)', groups: ['office'] },
] as const;
