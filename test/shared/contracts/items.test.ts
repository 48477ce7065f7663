import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Item,
  type ItemKind,
  itemOf,
  keyOf,
  type Records,
  recordOf,
} from '../../../shared/contracts/items.ts';
import { interestDueAt } from '../../../shared/domain/interest.ts';
import { leadDueAt } from '../../../shared/domain/lead.ts';
import { outboxDueAt } from '../../../shared/domain/outbox.ts';
import { BrokenItem } from '../../../shared/domain/ports.ts';
import { anyInterest, anyLead, anyMember, anyOutboxEntry } from '../../builders/arbitraries.ts';
import { cluster, member } from '../../builders/directory.ts';
import { later, monday } from '../../builders/ids.ts';
import { interestIn } from '../../builders/interest.ts';
import { leadIn } from '../../builders/lead.ts';
import { breaker, idempotencyRecord, suppression, trait } from '../../builders/marks.ts';
import { outboxEntryIn } from '../../builders/outbox.ts';

/** What the wire does to an item: absent fields are gone, nothing is shared. */
function throughTheWire(item: Item): Record<string, unknown> {
  return JSON.parse(JSON.stringify(item));
}

function expectRoundTrip<K extends ItemKind>(kind: K, record: Records[K]): void {
  const item = itemOf(kind, record);
  const read = recordOf(kind, throughTheWire(item));
  expect(itemOf(kind, read)).toEqual(item);
  expect(Object.keys(read).sort()).toEqual(Object.keys(record).sort());
  expect(keyOf(kind, record)).toEqual({ pk: item.pk, sk: item.sk });
}

/** Everything in an item that is part of a key. */
function keyText({ pk, sk, gsi1pk, gsi1sk, gsi2pk, gsi2sk }: Item): string {
  return [pk, sk, gsi1pk, gsi1sk, gsi2pk, gsi2sk].join(' ').toLowerCase();
}

describe('items', () => {
  it('give back any interest, and hold its address in no key', () => {
    fc.assert(
      fc.property(anyInterest, (interest) => {
        expectRoundTrip('INTEREST', interest);
        const item = itemOf('INTEREST', interest);
        expect('gsi2pk' in item).toBe(interestDueAt(interest) !== undefined);
        expect(keyText(item)).not.toContain('@');
      }),
    );
  });

  it('give back any lead', () => {
    fc.assert(
      fc.property(anyLead, (lead) => {
        expectRoundTrip('LEAD', lead);
        const item = itemOf('LEAD', lead);
        expect('gsi2pk' in item).toBe(leadDueAt(lead) !== undefined);
        expect(keyText(item)).not.toContain('@');
      }),
    );
  });

  it('give back any outbox entry, and hold its address in no key', () => {
    fc.assert(
      fc.property(anyOutboxEntry, (entry) => {
        expectRoundTrip('OUTBOX', entry);
        const item = itemOf('OUTBOX', entry);
        expect(item['to']).toBe(entry.to.reveal());
        expect('gsi2pk' in item).toBe(outboxDueAt(entry) !== undefined);
        expect(keyText(item)).not.toContain('@');
      }),
    );
  });

  it('give back any member, and hold its address in no key', () => {
    fc.assert(
      fc.property(anyMember, (each) => {
        expectRoundTrip('MEMBER', each);
        expect(recordOf('MEMBER', itemOf('MEMBER', each)).contact.email.reveal()).toBe(
          each.contact.email.reveal(),
        );
        expect(keyText(itemOf('MEMBER', each))).not.toContain('@');
      }),
    );
  });

  it('give back a cluster, an idempotency record, a trait, a suppression and a breaker', () => {
    expectRoundTrip('CLUSTER', cluster());
    expectRoundTrip('IDEMPOTENCY', idempotencyRecord());
    expectRoundTrip('TRAIT', trait());
    const { name: _, ...hashed } = trait({ by: 'taxId' });
    expectRoundTrip('TRAIT', hashed);
    expectRoundTrip('SUPPRESSION', suppression());
    expectRoundTrip('BREAKER', breaker());
  });

  it('carry the keys that queries, streams and conditions rest on', () => {
    const interest = interestIn('submitted', { confirmBy: later(9) });
    const pk = `INTEREST#${interest.id}`;
    expect(itemOf('INTEREST', interest)).toMatchObject({
      pk,
      sk: 'INTEREST',
      kind: 'INTEREST',
      schemaVersion: 1,
      status: 'submitted',
      revision: 1,
      gsi2pk: 'DUE#INTEREST',
      gsi2sk: `${later(9)}#${interest.id}`,
    });
    const position = `${later(5)}#${interest.id}.samasz`;
    expect(itemOf('LEAD', leadIn('introduced', { answerBy: later(5) }, { interest }))).toMatchObject({
      pk,
      sk: 'LEAD#samasz',
      kind: 'LEAD',
      gsi1pk: 'LEADS#klaster-obrobki-metali#introduced',
      gsi1sk: position,
      gsi2pk: 'DUE#LEAD',
      gsi2sk: position,
    });
    const approved = leadIn('approved', { updatedAt: later(7) }, { interest });
    expect(itemOf('LEAD', approved)).toMatchObject({ gsi1sk: `~${later(7)}#${approved.id}` });
    const entry = outboxEntryIn('queued', { dueAt: later(3) });
    expect(itemOf('OUTBOX', entry)).toMatchObject({
      pk: `OUTBOX#${entry.id}`,
      sk: 'OUTBOX',
      kind: 'OUTBOX',
      gsi2pk: 'DUE#OUTBOX',
      gsi2sk: `${later(3)}#${entry.id}`,
    });
    expect(itemOf('MEMBER', member())).toMatchObject({
      pk: 'MEMBER#samasz',
      sk: 'MEMBER',
      gsi1pk: 'MEMBERS#PL',
      gsi1sk: 'samasz',
      consent: { contactByEmail: true },
    });
    expect(itemOf('CLUSTER', cluster())).toMatchObject({
      pk: 'CLUSTER#klaster-obrobki-metali',
      sk: 'CLUSTER',
    });
    expect(itemOf('BREAKER', breaker())).toMatchObject({ pk: 'BREAKER', sk: 'BREAKER', state: 'open' });
  });

  it('let an idempotency record go a year after its making', () => {
    const item = itemOf('IDEMPOTENCY', idempotencyRecord({ createdAt: monday }));
    expect(item['ttl']).toBe(Date.parse(monday) / 1000 + 365 * 86_400);
  });
});

describe('a broken item', () => {
  const interest = interestIn('submitted');
  const item = itemOf('INTEREST', interest);
  const name = `INTEREST ${item.pk} INTEREST`;

  it.each([
    ['another version', { ...item, schemaVersion: 2 }, `${name}: schemaVersion invalid_value`],
    ['another kind', { ...item, kind: 'LEAD' }, `${name}: kind invalid_value`],
    ['an unknown status', { ...item, status: 'lost' }, `${name}: status invalid_union`],
    ['a missing field', { ...item, confirmBy: undefined }, `${name}: confirmBy invalid_type`],
    ['an address of two', { ...item, form: twoAddresses() }, `${name}: form.contact.email invalid_format`],
    [
      'no key',
      { kind: 'INTEREST', schemaVersion: 1 },
      'INTEREST undefined undefined: pk invalid_type, sk invalid_type',
    ],
  ])('of %s is named without its values', (_, broken, message) => {
    const reading = () => recordOf('INTEREST', broken);
    expect(reading).toThrow(BrokenItem);
    expect(reading).toThrow(message);
    expect(reading).not.toThrow('misti');
  });

  it('is not written either', () => {
    const lead = leadIn('proposed', { score: 1.5 });
    expect(() => itemOf('LEAD', lead)).toThrow(
      `LEAD INTEREST#${lead.interest.id} LEAD#samasz: score too_big`,
    );
  });

  function twoAddresses() {
    const { contact } = interest.form;
    return { ...interest.form, contact: { ...contact, email: 'compras@misti.example, otro@misti.example' } };
  }
});
