import { type ClusterId, leadIdOf } from '../../shared/domain/ids.ts';
import type { HeldInterest } from '../../shared/domain/interest.ts';
import type { LeadIn, LeadStatus } from '../../shared/domain/lead.ts';
import type { Member } from '../../shared/domain/member.ts';
import { sectorCodeSchema } from '../../shared/domain/sectors/sector-schema.ts';
import { cluster, member } from './directory.ts';
import { later } from './ids.ts';
import { interestIn } from './interest.ts';

const daySeconds = 86_400;
const farmMachines = sectorCodeSchema.parse('28.30');

/** Whom a lead pairs, and whose coordinators look after it. */
interface Pair {
  readonly interest: HeldInterest;
  readonly member: Member;
  readonly clusterId: ClusterId;
}

function common(pair: Pair) {
  const { interest, member: recipient, clusterId } = pair;
  return {
    id: leadIdOf(interest.id, recipient.id),
    revision: 1,
    createdAt: later(3605),
    updatedAt: later(3605),
    clusterId,
    member: { id: recipient.id, name: recipient.company.name, language: recipient.language },
  };
}

function matter(pair: Pair) {
  const { id, form } = pair.interest;
  const { name, country, region, sectors } = form.company;
  return {
    ...common(pair),
    score: 0.83,
    reasons: [
      {
        code: 'sameClass' as const,
        sought: farmMachines,
        offered: farmMachines,
        declared: { scheme: 'pkd2025' as const, code: '28.30.Z' },
        soughtFrom: 'form' as const,
      },
      { code: 'intentWelcome' as const, intent: form.intent },
      { code: 'targetRegion' as const, region: 'Podlaskie' },
    ],
    interest: {
      id,
      language: form.language,
      company: {
        name,
        country,
        ...(region !== undefined && { region }),
        ...(sectors !== undefined && { sectors }),
      },
      intent: form.intent,
      sought: form.sought,
    },
  };
}

function approved(pair: Pair) {
  return {
    ...matter(pair),
    decidedAt: later(2 * 3600),
    decidedBy: '6f1c1d5e-coordinator',
    message: 'Firma z Arequipy, którą poznaliśmy podczas wizyty delegacji.',
  };
}

function introduced(pair: Pair) {
  return { ...approved(pair), introducedAt: later(3 * 3600), answerBy: later(10 * daySeconds) };
}

function answered(pair: Pair) {
  return {
    ...introduced(pair),
    answeredAt: later(daySeconds),
    answerMessage: 'Chętnie porozmawiamy po angielsku.',
  };
}

const variants: { readonly [S in LeadStatus]: (pair: Pair) => LeadIn<S> } = {
  proposed: (pair) => ({ ...matter(pair), status: 'proposed', decideBy: later(2 * daySeconds) }),
  rejected: (pair) => ({ ...approved(pair), status: 'rejected', reasonCode: 'alreadyInContact' }),
  approved: (pair) => ({ ...approved(pair), status: 'approved' }),
  undeliverable: (pair) => ({
    ...approved(pair),
    status: 'undeliverable',
    cause: 'suppressed',
    failedAt: later(7300),
  }),
  introduced: (pair) => ({ ...introduced(pair), status: 'introduced' }),
  accepted: (pair) => ({ ...answered(pair), status: 'accepted', discloseAt: later(daySeconds + 600) }),
  connected: (pair) => ({ ...answered(pair), status: 'connected', connectedAt: later(daySeconds + 601) }),
  declined: (pair) => ({ ...answered(pair), status: 'declined', reasonCode: 'noCapacity' }),
  deferred: (pair) => ({ ...answered(pair), status: 'deferred' }),
  expired: (pair) => ({ ...introduced(pair), status: 'expired', expiredAt: later(10 * daySeconds) }),
  withdrawn: (pair) => ({
    ...matter(pair),
    status: 'withdrawn',
    withdrawnAt: later(4 * daySeconds),
    introduced: true,
  }),
  erased: (pair) => ({ ...common(pair), status: 'erased', erasedAt: later(5 * daySeconds) }),
};

export const leadStatuses = Object.keys(variants) as LeadStatus[];

/** A lead in `status`; without a pair, of a new interest of Talleres Misti and SaMASZ. */
export function leadIn<S extends LeadStatus>(
  status: S,
  overrides: Partial<LeadIn<S>> = {},
  pair: Partial<Pair> = {},
): LeadIn<S> {
  const whole = { interest: interestIn('matched'), member: member(), clusterId: cluster().id, ...pair };
  return { ...variants[status](whole), ...overrides };
}
