import { createHash, randomUUID } from 'node:crypto';
import type { AuditRecord } from '../../shared/domain/audit.ts';
import type { Breaker, IdempotencyRecord, Pair, Suppression, Trait } from '../../shared/domain/ports.ts';
import { later, monday, newAddressHash, newInterestId } from './ids.ts';
import { leadIn } from './lead.ts';

export function idempotencyRecord(overrides: Partial<IdempotencyRecord> = {}): IdempotencyRecord {
  const bodyHash = createHash('sha256').update(randomUUID()).digest('hex');
  return { key: randomUUID(), bodyHash, interestId: newInterestId(), createdAt: monday, ...overrides };
}

/** The name of Talleres Misti, as a trait of an interest. */
export function trait(overrides: Partial<Trait> = {}): Trait {
  return {
    by: 'name',
    hash: newAddressHash(),
    interestId: newInterestId(),
    name: 'talleres misti',
    ...overrides,
  };
}

export function suppression(overrides: Partial<Suppression> = {}): Suppression {
  return { addressHash: newAddressHash(), because: 'unsubscribed', at: later(60), ...overrides };
}

/** Whoever asked, and SaMASZ. */
export function pair(overrides: Partial<Pair> = {}): Pair {
  const { id } = leadIn('approved');
  return { from: newAddressHash(), to: newAddressHash(), leadId: id, at: later(60), ...overrides };
}

export function breaker(overrides: Partial<Breaker> = {}): Breaker {
  return { state: 'open', because: 'account paused', at: later(60), ...overrides };
}

/** An administrator had a mail sent again. */
export function auditRecord(overrides: Partial<AuditRecord> = {}): AuditRecord {
  return {
    subject: `${newInterestId()}.samasz#member#introduction`,
    at: later(60),
    act: 'sentAgain',
    by: '6f1c1d5e-admin',
    note: 'Zadzwoniliśmy do firmy: nic nie przyszło.',
    before: 'unknown',
    ...overrides,
  };
}
