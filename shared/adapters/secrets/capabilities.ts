import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { instantSchema, interestIdSchema, leadIdSchema } from '../../domain/ids.ts';
import type { Capabilities, Capability, CapabilityOf } from '../../domain/ports.ts';
import type { SecretReader } from './secret-reader.ts';

const letters = { interest: 'i', introduction: 'a', stop: 's' } as const satisfies Record<
  Capability['purpose'],
  string
>;
const separator = '~';

/**
 * Capability links: `<what is allowed>.<HMAC-SHA256>`, both base64url. What is allowed names the purpose, the
 * interest or lead, the expiry in epoch seconds and the key, so that nothing needs to be stored. Signed with the
 * current key; links of the key before it still hold. Compared in constant time.
 */
export function signedCapabilities(secret: SecretReader): Capabilities {
  return {
    async sign(capability) {
      const key = await secret.current();
      const claim = Buffer.from(claimOf(capability, keyIdOf(key))).toString('base64url');
      return `${claim}.${macOf(claim, key)}`;
    },

    async read<P extends Capability['purpose']>(
      purpose: P,
      token: string,
    ): Promise<CapabilityOf<P> | undefined> {
      const [claim, mac, ...rest] = token.length > 1000 ? [] : token.split('.');
      if (claim === undefined || mac === undefined || rest.length > 0) return undefined;
      const fields = Buffer.from(claim, 'base64url').toString('utf8').split(separator);
      const key = await keyNamed(secret, fields[3]);
      if (key === undefined || !sameMac(macOf(claim, key), mac)) return undefined;
      return capabilityOf(purpose, fields);
    },
  };
}

function claimOf(capability: Capability, keyId: string): string {
  const subject = capability.purpose === 'interest' ? capability.interestId : capability.leadId;
  const expirySeconds =
    capability.purpose === 'interest' ? 0 : Math.ceil(Date.parse(capability.expiresAt) / 1000);
  return [letters[capability.purpose], subject, expirySeconds, keyId].join(separator);
}

function capabilityOf<P extends Capability['purpose']>(
  purpose: P,
  fields: string[],
): CapabilityOf<P> | undefined {
  const [letter, subject, expirySeconds] = fields;
  if (letter !== letters[purpose]) return undefined;
  if (purpose === 'interest') {
    return { purpose, interestId: interestIdSchema.parse(subject) } as CapabilityOf<P>;
  }
  const expiresAt = instantSchema.parse(new Date(Number(expirySeconds) * 1000).toISOString());
  return { purpose, leadId: leadIdSchema.parse(subject), expiresAt } as CapabilityOf<P>;
}

async function keyNamed(secret: SecretReader, keyId: string | undefined): Promise<string | undefined> {
  for (const read of [secret.current, secret.previous, secret.latest]) {
    const key = await read();
    if (key !== undefined && keyIdOf(key) === keyId) return key;
  }
  return undefined;
}

/** Names a key without telling anything of it. */
function keyIdOf(key: string): string {
  return createHash('sha256').update(`key id of ${key}`).digest('hex').slice(0, 8);
}

function macOf(claim: string, key: string): string {
  return createHmac('sha256', key).update(claim).digest('base64url');
}

/** As texts: several base64url texts stand for the same bytes, and only one of them was given out. */
function sameMac(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
