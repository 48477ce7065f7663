import { type Cluster, clusterSchema, type Member, memberSchema } from '../../shared/domain/member.ts';
import type { Scheme } from '../../shared/domain/sectors/schemes.ts';
import { arequipaCluster, arequipaMembers } from './arequipa.ts';
import { metalCluster, metalMembers } from './podlaskie.ts';

/** What differs from one demo member to the next. */
export interface DemoMember {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** PKD 2025 in Poland, CIIU Rev. 4 in Peru. */
  readonly sectors: readonly string[];
  readonly certificates: readonly string[];
  readonly email: string;
}

const consent = {
  version: '2026-11',
  contactByEmail: true,
  at: '2026-11-01T09:00:00Z',
  source: 'cluster',
} as const;

function membersOf(
  cluster: typeof metalCluster | typeof arequipaCluster,
  members: readonly DemoMember[],
  local: { readonly scheme: Scheme; readonly language: 'es' | 'pl'; readonly contactName: string },
): Member[] {
  return members.map(({ id, name, description, sectors, certificates, email }) =>
    memberSchema.decode({
      id,
      language: local.language,
      company: { name, country: cluster.country, region: cluster.region },
      contact: { name: local.contactName, email },
      offers: {
        description,
        sectors: sectors.map((code) => ({ scheme: local.scheme, code })),
        certificates: [...certificates],
        languages: [local.language, 'en'],
      },
      clusters: [cluster.id],
      consent,
    }),
  );
}

/** The clusters and members of a demonstration. */
export function demoDirectory(): { clusters: Cluster[]; members: Member[] } {
  return {
    clusters: [clusterSchema.parse(metalCluster), clusterSchema.parse(arequipaCluster)],
    members: [
      ...membersOf(metalCluster, metalMembers, {
        scheme: 'pkd2025',
        language: 'pl',
        contactName: 'Dział eksportu',
      }),
      ...membersOf(arequipaCluster, arequipaMembers, {
        scheme: 'ciiu4',
        language: 'es',
        contactName: 'Área de exportaciones',
      }),
    ],
  };
}
