import { describe, expect, it } from 'vitest';
import {
  addressHashSchema,
  instantSchema,
  interestIdSchema,
  leadIdOf,
  leadIdSchema,
  memberIdSchema,
  outboxIdSchema,
  partsOf,
} from '../../../shared/domain/ids.ts';
import { outboxIdOf } from '../../../shared/domain/outbox.ts';
import { memberIdOf, newInterestId } from '../../builders/ids.ts';

const interestId = newInterestId();

describe('ids', () => {
  it.each(['a', '7', 'samasz', 'a--b', 'a'.repeat(63)])('takes %j for a member', (name) => {
    expect(memberIdSchema.parse(name)).toBe(name);
  });

  it.each(['', '-a', 'a-', 'A', 'a.b', 'a#b', 'a_b', 'ą', 'a b', 'a\n', 'a'.repeat(64), '../a', '__proto__'])(
    'takes %j for no member, and in no lead',
    (name) => {
      expect(memberIdSchema.safeParse(name).success).toBe(false);
      expect(leadIdSchema.safeParse(`${interestId}.${name}`).success).toBe(false);
    },
  );

  it('takes an interest apart from other UUIDs', () => {
    expect(interestIdSchema.safeParse(interestId).success).toBe(true);
    for (const text of [
      '0e7f1a52-9c1f-4c2b-8a54-6f3f5f9e1d11',
      `${interestId} `,
      `${interestId}\n`,
      '',
      'x',
    ]) {
      expect(interestIdSchema.safeParse(text).success).toBe(false);
    }
  });

  it('makes a lead of its two parts and gives them back', () => {
    const leadId = leadIdOf(interestId, memberIdOf('chm'));
    expect(leadId).toBe(`${interestId}.chm`);
    expect(partsOf(leadId)).toEqual({ interestId, memberId: 'chm' });
    for (const text of [interestId, `${leadId}.x`, `.${leadId}`, `chm.${interestId}`, '.']) {
      expect(leadIdSchema.safeParse(text).success).toBe(false);
    }
  });

  it('names one mail to one side by its cause and step', () => {
    const leadId = leadIdOf(interestId, memberIdOf('chm'));
    expect(outboxIdOf(leadId, 'member', 'introduction')).toBe(`${leadId}#member#introduction`);
    expect(outboxIdOf(interestId, 'submitter', 'confirmation')).toBe(`${interestId}#submitter#confirmation`);
    expect(() => outboxIdOf(interestId, 'submitter', 'noMatch')).toThrow();
    for (const text of [
      `${leadId}#other#a`,
      `${leadId}#member`,
      `${leadId}#member#a#b`,
      '#member#a',
      `${leadId}#member#a\n`,
    ]) {
      expect(outboxIdSchema.safeParse(text).success).toBe(false);
    }
  });

  it('takes instants in one spelling only, so that their order is that of time', () => {
    expect(instantSchema.safeParse('2026-11-23T14:00:00.000Z').success).toBe(true);
    for (const text of [
      '2026-11-23T14:00:00Z',
      '2026-11-23T14:00:00.000+01:00',
      '2026-11-23',
      '2026-13-01T00:00:00.000Z',
      '2026-02-30T00:00:00.000Z',
      '+012026-11-23T14:00:00.000Z',
    ]) {
      expect(instantSchema.safeParse(text).success).toBe(false);
    }
  });

  it('takes a hash of an address in lower case only', () => {
    expect(addressHashSchema.safeParse('a'.repeat(64)).success).toBe(true);
    for (const text of ['A'.repeat(64), 'a'.repeat(63), 'a'.repeat(65), `${'a'.repeat(64)}\n`]) {
      expect(addressHashSchema.safeParse(text).success).toBe(false);
    }
  });
});
