import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signedCapabilities } from '../../../../shared/adapters/secrets/capabilities.ts';
import type { SecretReader } from '../../../../shared/adapters/secrets/secret-reader.ts';
import { leadIdOf } from '../../../../shared/domain/ids.ts';
import type { Capability } from '../../../../shared/domain/ports.ts';
import { memberIdOf, newInterestId } from '../../../builders/ids.ts';
import { secretOf } from '../../../doubles/secret.ts';

const [oldest, older, newer] = ['a', 'b', 'c'].map((letter) => letter.repeat(40)) as [string, string, string];

const capabilities = signedCapabilities(secretOf(newer, older));
const purposes = ['interest', 'introduction', 'stop'] as const;
const interestId = newInterestId();

const expiries = fc
  .date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2099-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());
const leadIds = fc
  .stringMatching(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/)
  .map((name) => leadIdOf(interestId, memberIdOf(name)));
const anyCapability: fc.Arbitrary<Capability> = fc.oneof(
  fc.constant(undefined).map(() => ({ purpose: 'interest' as const, interestId: newInterestId() })),
  fc.record({
    purpose: fc.constantFrom('introduction' as const, 'stop' as const),
    leadId: leadIds,
    expiresAt: expiries,
  }),
);

/** `expiresAt` in the whole seconds that a link holds. */
function inSeconds(capability: Capability): Capability {
  if (capability.purpose === 'interest') return capability;
  const seconds = Math.ceil(Date.parse(capability.expiresAt) / 1000);
  return { ...capability, expiresAt: new Date(seconds * 1000).toISOString() };
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~+/= %\n\u0000é';

describe('a capability', () => {
  it('can be read again for its purpose, to the second, and for no other', async () => {
    await fc.assert(
      fc.asyncProperty(anyCapability, async (capability) => {
        const token = await capabilities.sign(capability);
        expect(token).toMatch(/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/);
        for (const purpose of purposes) {
          const read = await capabilities.read(purpose, token);
          expect(read).toEqual(purpose === capability.purpose ? inSeconds(capability) : undefined);
        }
      }),
    );
  });

  it('never lasts less than it should', async () => {
    const expiresAt = '2026-12-03T10:00:00.001Z';
    const token = await capabilities.sign({
      purpose: 'stop',
      leadId: leadIdOf(interestId, memberIdOf('chm')),
      expiresAt,
    });
    expect((await capabilities.read('stop', token))?.expiresAt).toBe('2026-12-03T10:00:01.000Z');
  });

  it('is refused with any one character changed, left out or put in', async () => {
    const token = await capabilities.sign({ purpose: 'interest', interestId });
    for (let at = 0; at <= token.length; at += 1) {
      const [before, here, after] = [token.slice(0, at), token.slice(at, at + 1), token.slice(at + 1)];
      const forged = [...alphabet]
        .filter((letter) => letter !== here)
        .map((letter) => before + letter + after);
      for (const text of [...forged, before + after, `${before}A${here}${after}`]) {
        if (text !== token) expect(await capabilities.read('interest', text)).toBeUndefined();
      }
    }
  });

  it('cannot be made from the parts of two', async () => {
    const a = await capabilities.sign({ purpose: 'interest', interestId });
    const b = await capabilities.sign({ purpose: 'interest', interestId: newInterestId() });
    const [claim] = a.split('.');
    const [, mac] = b.split('.');
    for (const text of [
      `${claim}.${mac}`,
      `${claim}.`,
      `.${mac}`,
      `${claim}`,
      `${a}.${mac}`,
      `${a}.`,
      `.${a}`,
      `${a} `,
    ]) {
      expect(await capabilities.read('interest', text)).toBeUndefined();
    }
  });

  it('is refused when it was signed with a key that is not ours, though it names ours', async () => {
    const token = await capabilities.sign({ purpose: 'interest', interestId });
    const [claim = ''] = token.split('.');
    const mac = createHmac('sha256', oldest).update(claim).digest('base64url');
    expect(await capabilities.read('interest', `${claim}.${mac}`)).toBeUndefined();
  });

  it.each([
    '',
    '.',
    '..',
    'null',
    'undefined',
    '~~~',
    'a.b',
    '__proto__.x',
    '\u0000',
    '💥.💥',
    '%2e',
    '='.repeat(50),
  ])('is not %j', async (text) => {
    for (const purpose of purposes) expect(await capabilities.read(purpose, text)).toBeUndefined();
  });

  it('is no garbage of any kind, and none throws', async () => {
    const claims = fc.string({ maxLength: 60 }).map((text) => Buffer.from(`i~${text}`).toString('base64url'));
    const garbage = fc.oneof(
      fc.string({ maxLength: 80 }),
      fc.tuple(claims, fc.base64String()).map((parts) => parts.join('.')),
    );
    await fc.assert(
      fc.asyncProperty(garbage, fc.constantFrom(...purposes), async (text, purpose) => {
        expect(await capabilities.read(purpose, text)).toBeUndefined();
      }),
      { numRuns: 300 },
    );
    expect(await capabilities.read('stop', 'A'.repeat(5_000_000))).toBeUndefined();
    expect(await capabilities.read('stop', '.'.repeat(5_000_000))).toBeUndefined();
  });
});

describe('the rotation of the key', () => {
  const capability: Capability = { purpose: 'interest', interestId };

  it('leaves links of the key before valid, and those of older ones not', async () => {
    const token = await signedCapabilities(secretOf(older, oldest)).sign(capability);
    expect(await signedCapabilities(secretOf(newer, older)).read('interest', token)).toEqual(capability);
    expect(await signedCapabilities(secretOf('d'.repeat(40), newer)).read('interest', token)).toBeUndefined();
    expect(await signedCapabilities(secretOf(newer)).read('interest', token)).toBeUndefined();
  });

  it('signs with the key in force', async () => {
    const token = await capabilities.sign(capability);
    expect(await signedCapabilities(secretOf(newer)).read('interest', token)).toEqual(capability);
    expect(await signedCapabilities(secretOf(older)).read('interest', token)).toBeUndefined();
  });

  it('reads a link of a key that was put in force a moment ago', async () => {
    const token = await signedCapabilities(secretOf(newer, older)).sign(capability);
    const behind = signedCapabilities(secretOf(older, oldest, newer));
    expect(await behind.read('interest', token)).toEqual(capability);
  });

  it('asks for the key before only when the key in force is not meant', async () => {
    let asked = 0;
    const secret: SecretReader = {
      ...secretOf(newer),
      previous: async () => {
        asked += 1;
        return undefined;
      },
    };
    const one = signedCapabilities(secret);
    await one.read('interest', await one.sign(capability));
    expect(asked).toBe(0);
    await one.read('interest', 'x.y');
    expect(asked).toBe(1);
  });

  it('is a fault, and no refusal, when the secret cannot be read', async () => {
    const broken: SecretReader = {
      current: async () => {
        throw new Error('no secret');
      },
      previous: async () => undefined,
      latest: async () => newer,
    };
    await expect(signedCapabilities(broken).read('interest', 'x.y')).rejects.toThrow('no secret');
    await expect(signedCapabilities(broken).sign(capability)).rejects.toThrow('no secret');
  });

  it('tells nothing of the key in a link', async () => {
    const token = await capabilities.sign(capability);
    const text = Buffer.from(token.split('.')[0] ?? '', 'base64url').toString();
    expect(text).not.toContain(newer.slice(0, 16));
    expect(text.split('~')).toEqual(['i', interestId, '0', expect.stringMatching(/^[0-9a-f]{8}$/)]);
  });
});
