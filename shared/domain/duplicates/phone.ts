import type { Country } from '../region.ts';

/** Country codes (ITU-T E.164), and the digits of a national number after them: Peru 8 or 9, Poland 9. */
const plans: Readonly<Record<Country, { readonly code: string; readonly national: readonly number[] }>> = {
  PE: { code: '51', national: [8, 9] },
  PL: { code: '48', national: [9] },
};

/**
 * A telephone number as it is rung from abroad, digits only: `+51 54 123456`, `0051 54 123456` and, of a firm in Peru,
 * `(054) 123456` are `5154123456`. Undefined for what is no such number (ITU-T E.164: 15 digits at most).
 */
export function phoneDigits(phone: string, country: Country): string | undefined {
  const digits = phone.replace(/\D/g, '');
  const { code, national } = plans[country];
  const international = phone.trim().startsWith('+') ? digits : withoutTrunk(digits, '00');
  const whole = international === undefined ? completed(digits, code, national) : international;
  // `+51 (0)54 …`: the zero is rung inside the country only.
  const rung = Object.values(plans).reduce(
    (number, plan) => number.replace(new RegExp(`^${plan.code}0`), plan.code),
    whole,
  );
  return rung.length >= 8 && rung.length <= 15 && /[1-9]/.test(rung) ? rung : undefined;
}

function withoutTrunk(digits: string, trunk: string): string | undefined {
  return digits.startsWith(trunk) ? digits.slice(trunk.length) : undefined;
}

/** With the country's code before it, unless it is there already. */
function completed(digits: string, code: string, national: readonly number[]): string {
  if (digits.startsWith(code) && national.includes(digits.length - code.length)) return digits;
  return code + (withoutTrunk(digits, '0') ?? digits);
}
