import { validate as validateRuc } from 'stdnum/lib/cjs/pe/ruc.js';
import { validate as validateNip } from 'stdnum/lib/cjs/pl/nip.js';
import * as z from 'zod';
import { type InterestForm, interestFormSchema } from '../../domain/interest.ts';
import type { Language } from '../../domain/language.ts';
import { companySchema } from '../../domain/profile.ts';
import { type Checked, check, type Fault, fault } from '../faults.ts';
import { formParts } from './form-parts.ts';

const taxPartSchema = z.object({ company: companySchema.pick({ country: true, taxId: true }) });

/** The form in a body, or every fault of it at once, in the reader's language. */
export function checkInterestForm(body: unknown, language: Language): Checked<InterestForm> {
  const checked = check(interestFormSchema, withParts(body), language);
  const faults = [...(checked.ok ? [] : checked.faults), ...taxFaults(body, language)];
  return checked.ok && faults.length === 0 ? checked : { ok: false, faults };
}

/** A form as JSON, with what was understood and nothing else. */
export function asSent(form: InterestForm): z.input<typeof interestFormSchema> {
  return z.encode(interestFormSchema, form);
}

/** With an empty group of fields for one that is missing, so that the fault is found at each field and not at the group. */
function withParts(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const missing = formParts.filter((part) => !Object.hasOwn(body, part)).map((part) => [part, {}] as const);
  return { ...body, ...Object.fromEntries(missing) };
}

/** Looked at apart from the rest, so that it is told together with the other faults. */
function taxFaults(body: unknown, language: Language): Fault[] {
  const part = taxPartSchema.safeParse(body);
  if (!part.success || part.data.company.taxId === undefined) return [];
  const { country, taxId } = part.data.company;
  return isTaxNumber(country, taxId) ? [] : [fault('company.taxId', 'invalidTaxId', language)];
}

/** RUC in Peru, NIP in Poland (with or without the prefix PL), check digit included; zeros alone are nobody's. */
export function isTaxNumber(country: InterestForm['company']['country'], taxId: string): boolean {
  const validate = country === 'PE' ? validateRuc : validateNip;
  return validate(taxId).isValid && /[1-9]/.test(taxId);
}
