import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePattern } from '../../../local/events/filter.ts';

const matches = (pattern: unknown, event: unknown) => parsePattern(pattern)(event);

describe('rules of Lambda’s event filters', () => {
  it.each<[string, unknown, unknown, boolean]>([
    ['equal', { a: ['x'] }, { a: 'x' }, true],
    ['not equal', { a: ['x'] }, { a: 'X' }, false],
    ['one of several', { a: ['x', 'y'] }, { a: 'y' }, true],
    ['null', { a: [null] }, { a: null }, true],
    ['null is not absent', { a: [null] }, {}, false],
    ['number is not text', { a: [1] }, { a: '1' }, false],
    ['empty text', { a: [''] }, { a: '' }, true],
    [
      'nested',
      { dynamodb: { NewImage: { kind: { S: ['OUTBOX'] } } } },
      { dynamodb: { NewImage: { kind: { S: 'OUTBOX' } } } },
      true,
    ],
    ['nested and absent', { dynamodb: { OldImage: { kind: { S: ['OUTBOX'] } } } }, { dynamodb: {} }, false],
    ['prefix', { a: [{ prefix: 'OUT' }] }, { a: 'OUTBOX' }, true],
    ['prefix of a number', { a: [{ prefix: '1' }] }, { a: 12 }, false],
    ['suffix', { a: [{ suffix: 'BOX' }] }, { a: 'OUTBOX' }, true],
    ['any case', { a: [{ 'equals-ignore-case': 'outBOX' }] }, { a: 'OUTbox' }, true],
    ['exists', { a: [{ exists: true }] }, { a: null }, true],
    ['exists, but absent', { a: [{ exists: true }] }, {}, false],
    ['absent as wanted', { a: [{ exists: false }] }, {}, true],
    ['absent, but there', { a: [{ exists: false }] }, { a: 0 }, false],
    ['exists sees leaves only', { a: [{ exists: true }] }, { a: { b: 1 } }, false],
    ['numeric equal', { a: [{ numeric: ['=', 5] }] }, { a: 5.0 }, true],
    ['numeric range', { a: [{ numeric: ['>', 0, '<=', 5] }] }, { a: 5 }, true],
    ['outside the range', { a: [{ numeric: ['>', 0, '<=', 5] }] }, { a: 0 }, false],
    ['numeric knows no text', { a: { N: [{ numeric: ['>', 0] }] } }, { a: { N: '1' } }, false],
    ['anything but', { a: [{ 'anything-but': ['x', 'y'] }] }, { a: 'z' }, true],
    ['anything but, hit', { a: [{ 'anything-but': 'x' }] }, { a: 'x' }, false],
    ['anything but, absent', { a: [{ 'anything-but': 'x' }] }, {}, false],
    ['anything but a prefix', { a: [{ 'anything-but': { prefix: 'x' } }] }, { a: 'yx' }, true],
    ['any value of a list', { a: ['x'] }, { a: ['y', 'x'] }, true],
    ['objects in a list', { a: { b: ['x'] } }, { a: [{ b: 'y' }, { b: 'x' }] }, true],
    ['every field must match', { a: ['x'], b: ['y'] }, { a: 'x', b: 'z' }, false],
    ['$or', { $or: [{ a: ['x'] }, { b: ['y'] }] }, { b: 'y' }, true],
    ['$or, none', { $or: [{ a: ['x'] }, { b: ['y'] }] }, { b: 'z' }, false],
  ])('%s', (_name, pattern, event, expected) => {
    expect(matches(pattern, event)).toBe(expected);
  });

  it.each([
    [[]],
    [{ a: [] }],
    [{ a: 'x' }],
    [{ a: [{ cidr: '10.0.0.0/8' }] }],
    [{ a: [{ prefix: 1 }] }],
    [{ a: [{ numeric: ['>'] }] }],
    [{ a: [{ numeric: ['~', 1] }] }],
    [{ a: [{ exists: 'yes' }] }],
    [{ a: [{ prefix: 'x', suffix: 'y' }] }],
    [{ $or: [] }],
  ])('refuses the pattern %j', (pattern) => {
    expect(() => parsePattern(pattern)).toThrow();
  });
});

describe('for any event', () => {
  const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
  const { event: anyEvent } = fc.letrec<{ event: Record<string, unknown> }>((tie) => ({
    event: fc.dictionary(
      fc.string({ minLength: 1 }).filter((name) => name !== '$or' && name !== '__proto__'),
      fc.oneof({ depthSize: 'small' }, leaf, tie('event')),
      { minKeys: 1, maxKeys: 4 },
    ),
  }));
  /** The pattern that asks for exactly this event. */
  const exact = (event: Record<string, unknown>): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(event).map(([name, value]) => [
        name,
        typeof value === 'object' && value !== null ? exact(value as Record<string, unknown>) : [value],
      ]),
    );

  it('a pattern made of the event matches it, also with more in it', () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        expect(matches(exact(event), event)).toBe(true);
        expect(matches(exact(event), { ...event, 'another field': 1 })).toBe(true);
      }),
    );
  });

  it('anything-but is the opposite of equality, exists:false of exists:true', () => {
    const scalar = fc.oneof(fc.string(), fc.integer());
    fc.assert(
      fc.property(scalar, scalar, (value, other) => {
        expect(matches({ a: [{ 'anything-but': [other] }] }, { a: value })).toBe(
          !matches({ a: [other] }, { a: value }),
        );
        expect(matches({ a: [{ exists: false }] }, { a: value })).toBe(
          !matches({ a: [{ exists: true }] }, { a: value }),
        );
      }),
    );
  });
});
