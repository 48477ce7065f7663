import { createHash, randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { plusSeconds } from '../../shared/domain/clocks.ts';
import {
  type AddressHash,
  type AttemptId,
  addressHashSchema,
  attemptIdSchema,
  type ClusterId,
  clusterIdSchema,
  type Instant,
  type InterestId,
  interestIdSchema,
  type MemberId,
  memberIdSchema,
} from '../../shared/domain/ids.ts';

/** A Monday morning in Arequipa: when the builders' records were made. */
export const monday: Instant = '2026-11-23T14:00:00.000Z';

/** `seconds` after `monday`. */
export function later(seconds: number): Instant {
  return plusSeconds(monday, seconds);
}

export function newInterestId(): InterestId {
  return interestIdSchema.parse(v7());
}

export function newAttemptId(): AttemptId {
  return attemptIdSchema.parse(v7());
}

export function memberIdOf(name: string): MemberId {
  return memberIdSchema.parse(name);
}

export function clusterIdOf(name: string): ClusterId {
  return clusterIdSchema.parse(name);
}

/** A hash of no address in particular. */
export function newAddressHash(): AddressHash {
  return addressHashSchema.parse(createHash('sha256').update(randomUUID()).digest('hex'));
}
