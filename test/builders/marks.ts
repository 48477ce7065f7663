import { createHash, randomUUID } from 'node:crypto';
import type { Breaker, IdempotencyRecord, Suppression } from '../../shared/domain/ports.ts';
import { later, monday, newAddressHash, newInterestId } from './ids.ts';

export function idempotencyRecord(overrides: Partial<IdempotencyRecord> = {}): IdempotencyRecord {
  const bodyHash = createHash('sha256').update(randomUUID()).digest('hex');
  return { key: randomUUID(), bodyHash, interestId: newInterestId(), createdAt: monday, ...overrides };
}

export function suppression(overrides: Partial<Suppression> = {}): Suppression {
  return { addressHash: newAddressHash(), because: 'unsubscribed', at: later(60), ...overrides };
}

export function breaker(overrides: Partial<Breaker> = {}): Breaker {
  return { state: 'open', because: 'account paused', at: later(60), ...overrides };
}
