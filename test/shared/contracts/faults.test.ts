import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { check, type FaultCode, fault } from '../../../shared/contracts/faults.ts';
import { languages } from '../../../shared/domain/language.ts';
import { monday } from '../../builders/ids.ts';

/** Every code; one that is missing here or too many does not compile. */
const everyCode: Record<FaultCode, true> = {
  required: true,
  invalidType: true,
  tooLong: true,
  tooMany: true,
  unsupportedValue: true,
  controlCharacters: true,
  invalidEmail: true,
  invalidUrl: true,
  invalidPhone: true,
  invalidLanguage: true,
  invalidId: true,
  invalidTaxId: true,
  invalidUuid: true,
  invalidCursor: true,
  unknownSector: true,
  consentRequired: true,
  keyReused: true,
  heldBack: true,
  neverAgain: true,
  outOfRange: true,
  invalid: true,
};
const codes = Object.keys(everyCode) as FaultCode[];

function faultsOf(schema: z.ZodType, sent: unknown) {
  const checked = check(schema, sent, 'en');
  return checked.ok ? [] : checked.faults.map(({ path, code }) => `${path}: ${code}`);
}

describe('fault', () => {
  it.each(codes)('has words of its own for %s in each language', (code) => {
    const messages = languages.map(
      (language) => fault('a.b', code, language, { maximum: 7, options: ['x', 'y'], until: monday }).message,
    );
    for (const message of messages) {
      expect(message.length).toBeGreaterThan(10);
      expect(message).not.toBe(code);
      expect(message).not.toContain('undefined');
    }
    expect(new Set(messages).size).toBe(languages.length);
  });

  it('tells the limit and the choices', () => {
    for (const language of languages) {
      expect(fault('a', 'tooLong', language, { maximum: 4000 }).message).toContain('4000');
      expect(fault('a', 'tooMany', language, { maximum: 10 }).message).toContain('10');
      const { message } = fault('a', 'unsupportedValue', language, { options: ['es', 'pl', 'en'] });
      for (const option of ['es', 'pl', 'en']) expect(message).toContain(option);
    }
    expect(fault('a.0.b', 'required', 'pl')).toMatchObject({ path: 'a.0.b', code: 'required' });
  });
});

describe('check', () => {
  const schema = z.object({
    text: z.string().min(2).max(3),
    list: z.array(z.string()).min(1).max(2),
    number: z.number().min(1).max(3),
    choice: z.enum(['a', 'b']),
    flag: z.literal(true, 'consentRequired'),
    id: z.string().regex(/^x$/, 'invalidId'),
    any: z.string().regex(/^x$/),
  });
  const right = { text: 'ab', list: ['a'], number: 2, choice: 'a', flag: true, id: 'x', any: 'x' };

  it('asks for a choice where one of several is missing, and for an entry elsewhere', () => {
    const messageOf = (sent: object, path: string) => {
      const checked = check(schema, sent, 'es');
      return checked.ok ? undefined : checked.faults.find((one) => one.path === path)?.message;
    };
    expect(messageOf({}, 'choice')).toBe('Elija una opción.');
    expect(messageOf({}, 'text')).toBe('Este dato es obligatorio.');
  });

  it('gives what the schema made of it', () => {
    expect(check(schema, { ...right, more: 1 }, 'es')).toEqual({ ok: true, value: right });
  });

  it('finds everything that is missing at once', () => {
    expect(faultsOf(schema, {})).toEqual([
      'text: required',
      'list: required',
      'number: required',
      'choice: required',
      'flag: consentRequired',
      'id: required',
      'any: required',
    ]);
  });

  it.each<[string, object, string]>([
    ['a long text', { text: 'abcd' }, 'text: tooLong'],
    ['a short text', { text: '' }, 'text: required'],
    ['another type', { text: 5 }, 'text: invalidType'],
    ['null', { text: null }, 'text: invalidType'],
    ['too many', { list: ['a', 'b', 'c'] }, 'list: tooMany'],
    ['none', { list: [] }, 'list: required'],
    ['a wrong one of several', { list: ['a', 5] }, 'list.1: invalidType'],
    ['a great number', { number: 4 }, 'number: outOfRange'],
    ['a small number', { number: 0 }, 'number: outOfRange'],
    ['no choice of ours', { choice: 'c' }, 'choice: unsupportedValue'],
    ['a refused consent', { flag: false }, 'flag: consentRequired'],
    ['a consent in words', { flag: 'true' }, 'flag: consentRequired'],
    ['a named rule', { id: 'y' }, 'id: invalidId'],
    ['a rule without a name', { any: 'y' }, 'any: invalid'],
  ])('names %s', (_what, wrong, expected) => {
    expect(faultsOf(schema, { ...right, ...wrong })).toEqual([expected]);
  });

  it('tells one fault for each place', () => {
    const twice = z.object({ a: z.string().min(5).regex(/^x/, 'invalidId') });
    expect(faultsOf(twice, { a: 'y' })).toEqual(['a: required']);
  });

  it('tells of a union why its nearest branch does not fit', () => {
    const union = z.object({
      inner: z.union([z.object({ a: z.string(), b: z.string() }), z.object({ a: z.number() })]),
    });
    expect(faultsOf(union, { inner: { a: true } })).toEqual(['inner.a: invalidType']);
  });

  it('tells the choices of a union that is told apart by a field', () => {
    const union = z.discriminatedUnion('answer', [
      z.object({ answer: z.literal('accept') }),
      z.object({ answer: z.literal('decline') }),
    ]);
    expect(check(union, {}, 'en')).toMatchObject({
      ok: false,
      faults: [{ path: 'answer', code: 'required' }],
    });
    for (const sent of [{ answer: 'maybe' }, { answer: ['accept'] }]) {
      const checked = check(union, sent, 'en');
      expect(checked).toMatchObject({ ok: false, faults: [{ path: 'answer', code: 'unsupportedValue' }] });
      expect(JSON.stringify(checked)).toContain('accept or decline');
    }
  });

  it('does not take a name of every object for a code', () => {
    const odd = z.object({ a: z.string().refine(() => false, 'constructor') });
    expect(faultsOf(odd, { a: 'x' })).toEqual(['a: invalid']);
  });
});
