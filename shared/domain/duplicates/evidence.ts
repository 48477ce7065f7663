import * as z from 'zod';
import { likelyTheSame, nameLikeness } from './company-name.ts';
import { type CompanyTraits, type TraitKind, traitKinds } from './traits.ts';

/** What two forms have in common; `likeness` (0 to 1) of names only, which need not be equal. */
export const evidenceSchema = z.object({
  by: z.enum(traitKinds),
  likeness: z.number().min(0).max(1).optional(),
  /** The tax numbers differ, or it is a website, which anybody may state: enough to look at, not to hold back. */
  unsure: z.literal(true).optional(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/**
 * Why two forms may be from one company, strongest first; empty when nothing speaks for it. Two different tax numbers
 * of one country are two companies, however alike their names; a domain, mailbox or telephone in common is told all the same.
 */
export function evidenceOf(a: CompanyTraits, b: CompanyTraits): Evidence[] {
  const differ = sameTaxId(a, b) === false;
  const found: Record<TraitKind, Evidence | undefined> = {
    taxId: when(sameTaxId(a, b) === true, 'taxId'),
    address: when(a.address === b.address, 'address', differ),
    domain: when(
      a.domains.some((domain) => b.domains.includes(domain)),
      'domain',
      differ || hostOf(a.address) !== hostOf(b.address),
    ),
    phone: when(a.phone !== undefined && a.phone === b.phone, 'phone'),
    name: sameTaxId(a, b) === false ? undefined : nameEvidence(a, b),
  };
  return traitKinds.map((kind) => found[kind]).filter((evidence) => evidence !== undefined);
}

function when(holds: boolean, by: TraitKind, unsure = false): Evidence | undefined {
  return holds ? { by, ...(unsure && { unsure }) } : undefined;
}

function hostOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

/** Undefined when one of them gave none, or they are of two countries. */
function sameTaxId(a: CompanyTraits, b: CompanyTraits): boolean | undefined {
  if (a.country !== b.country || a.taxId === undefined || b.taxId === undefined) return undefined;
  return a.taxId === b.taxId;
}

function nameEvidence(a: CompanyTraits, b: CompanyTraits): Evidence | undefined {
  const likeness = a.country === b.country ? nameLikeness(a.name, b.name) : 0;
  return likeness >= likelyTheSame ? { by: 'name', likeness: Math.round(likeness * 1000) / 1000 } : undefined;
}

/** What makes it sure enough that a member is not asked twice: a name, a telephone or a website alone does not. */
const certain: ReadonlySet<TraitKind> = new Set(['taxId', 'address', 'domain']);

export function isCertain(evidence: readonly Evidence[]): boolean {
  return evidence.some(({ by, unsure }) => certain.has(by) && unsure !== true);
}
