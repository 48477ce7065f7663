import type { ClusterId, LeadId } from '../../../shared/domain/ids.ts';
import type { LeadIn, LeadStatus } from '../../../shared/domain/lead.ts';
import { clusterIdOf } from '../../builders/ids.ts';
import { leadIn } from '../../builders/lead.ts';
import type { Subject } from './store-subject.ts';

export const metal = clusterIdOf('klaster-obrobki-metali');
export const food = clusterIdOf('klaster-spozywczy');

/** Stores a lead of a new interest, and gives its id. */
export async function putLead<S extends LeadStatus>(
  subject: Pick<Subject, 'put'>,
  status: S,
  clusterId: ClusterId,
  overrides: Partial<LeadIn<S>> = {},
): Promise<LeadId> {
  const lead = leadIn(status, overrides, { clusterId });
  await subject.put('LEAD', lead);
  return lead.id;
}
