import * as z from 'zod';

/**
 * One e-mail address. It prints as `[address]` wherever it is turned into text or JSON by accident; `reveal()` is
 * the only way to read it, so that every reader can be found.
 */
export class EmailAddress {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The address itself. */
  reveal(): string {
    return this.#value;
  }

  /** What two spellings of one mailbox have in common: lower case. For comparing and hashing only. */
  canonical(): string {
    return this.#value.toLowerCase();
  }

  toString(): string {
    return '[address]';
  }

  toJSON(): string {
    return '[address]';
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[address]';
  }
}

/** RFC 5321 section 4.5.3.1.3: a path holds 256 octets with its brackets. */
const maxAddressLength = 254;
/** RFC 5321 section 4.5.3.1.1. */
const maxLocalLength = 64;

/** What `z.email` leaves open: how long the local part may be, and what a label of a domain looks like. */
function isDeliverable(address: string): boolean {
  const at = address.indexOf('@');
  return at <= maxLocalLength && z.regexes.domain.test(address.slice(at + 1));
}

/** A strict `local@domain` address: no quotes, comments, groups or display names; ASCII only. Fault: `invalidEmail`. */
export const emailAddressSchema = z.codec(
  z.string().trim().max(maxAddressLength).pipe(z.email('invalidEmail').refine(isDeliverable, 'invalidEmail')),
  z.instanceof(EmailAddress),
  { decode: (value) => new EmailAddress(value), encode: (address) => address.reveal() },
);
