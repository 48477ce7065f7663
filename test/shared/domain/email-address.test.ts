import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { EmailAddress, emailAddressSchema } from '../../../shared/domain/email-address.ts';
import { contactSchema } from '../../../shared/domain/profile.ts';

const spelled = 'Compras@Misti.example';
const address = new EmailAddress(spelled);

describe('EmailAddress', () => {
  it('shows itself only when it is asked to', () => {
    expect(address.reveal()).toBe(spelled);
    expect(address.canonical()).toBe('compras@misti.example');
  });

  it.each<[string, () => string]>([
    ['String()', () => String(address)],
    ['a template', () => `${address}`],
    ['concatenation', () => `to ${[address, address]}`],
    ['JSON', () => JSON.stringify({ to: address, all: [address] })],
    ['inspect', () => inspect({ to: address }, { depth: 9, showHidden: true })],
    ['inspect without custom inspection', () => inspect(address, { customInspect: false, showHidden: true })],
    ['a spread', () => JSON.stringify({ ...address })],
    ['its own properties', () => JSON.stringify([Object.entries(address), Reflect.ownKeys(address)])],
    ['an error message', () => inspect(new Error(`cannot send to ${address}`, { cause: address }))],
    ['a key', () => Object.keys({ [`${address}`]: 1 }).join()],
    ['toLocaleString', () => address.toLocaleString()],
    ['a structured clone', () => inspect(structuredClone({ ...address }))],
  ])('does not show in %s', (_name, print) => {
    expect(print().toLowerCase()).not.toContain('misti');
  });

  it('does not show in the fault of a schema', () => {
    const refused = z.object({ to: z.string() }).safeParse({ to: address });
    expect(inspect(refused.error, { depth: 9 }).toLowerCase()).not.toContain('misti');
  });
});

const accepted = [
  'compras@misti.example',
  'A.B-c_d+e@Sub.Misti.example',
  "o'neill@misti.example",
  'a@b.co',
  `${'a'.repeat(64)}@misti.example`,
  `a@${'b'.repeat(63)}.example`,
  'a@xn--d-uga.example',
];

const refused = [
  '',
  ' ',
  'misti.example',
  '@misti.example',
  'a@',
  'a@b',
  'a@b.c',
  'a@b..co',
  'a@.b.co',
  'a@b.co.',
  'a@-b.co',
  'a@b-.co',
  'a@[127.0.0.1]',
  'a@127.0.0.1',
  '.a@b.co',
  'a.@b.co',
  'a..b@b.co',
  'a b@b.co',
  'a@b.co b@b.co',
  'a@b.co,c@d.co',
  'a@b.co;c@d.co',
  'a@b@c.co',
  '"a"@b.co',
  '"a b"@b.co',
  'Ana <a@b.co>',
  '<a@b.co>',
  'mailto:a@b.co',
  'a(comment)@b.co',
  'a@(comment)b.co',
  'group:a@b.co;',
  'ñ@b.co',
  'a@ñ.co',
  'ａ@b.co',
  'a%b@c.co',
  'a!b@c.co',
  'a@b.co\r\nBcc: c@d.co',
  'a\r\n@b.co',
  'a\u0000@b.co',
  'a@b.co\u200b',
  'a\u202e@b.co',
  `${'a'.repeat(65)}@misti.example`,
  `a@${'b'.repeat(64)}.example`,
  `a@${`${'b'.repeat(61)}.`.repeat(4)}example`,
];

describe('emailAddressSchema', () => {
  it.each(accepted)('accepts %s', (text) => {
    expect(emailAddressSchema.parse(text).reveal()).toBe(text);
  });

  it.each(refused)('refuses %j', (text) => {
    expect(emailAddressSchema.safeParse(text).success).toBe(false);
  });

  it('trims what a person typed around it', () => {
    expect(emailAddressSchema.parse(' a@b.co\r\n').reveal()).toBe('a@b.co');
  });

  it('takes no other type for an address, not even one of its own', () => {
    for (const value of [undefined, null, 1, {}, ['a@b.co'], address, { reveal: () => 'a@b.co' }]) {
      expect(emailAddressSchema.safeParse(value).success).toBe(false);
    }
  });

  it('encodes to the spelling it was given', () => {
    expect(z.encode(emailAddressSchema, address)).toBe(spelled);
    const contact = { name: 'Lucía Quispe', email: address };
    expect(contactSchema.parse(z.encode(contactSchema, contact)).email.reveal()).toBe(spelled);
  });

  it('lets through nothing that a mail header could take for more than one address', () => {
    const parts = fc.constantFrom(
      'a',
      '@',
      'b.co',
      '<',
      '>',
      '"',
      ',',
      ';',
      ':',
      ' ',
      '\r\n',
      '\n',
      '(',
      ')',
      '\\',
      '.',
      '\t',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 8 }), (tokens) => {
        const parsed = emailAddressSchema.safeParse(tokens.join(''));
        if (parsed.success) expect(parsed.data.reveal()).toMatch(/^[ab.co]+@[ab.co]+$/);
      }),
      { numRuns: 1000 },
    );
  });
});
