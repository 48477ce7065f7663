import type { InterestForm } from '../interest.ts';
import type { Country } from '../region.ts';
import { nameBlock, normalisedName } from './company-name.ts';
import { phoneDigits } from './phone.ts';
import { isSharedHost } from './shared-hosts.ts';

/** So many interests with one trait are looked at, the newest: only how a name begins is shared by more. */
export const maxTraits = 100;

/** By what the same company is known again, strongest first. */
export const traitKinds = ['taxId', 'address', 'domain', 'phone', 'name'] as const;
export type TraitKind = (typeof traitKinds)[number];

/** Of a form, what tells which company it is from, each in one spelling. */
export interface CompanyTraits {
  readonly country: Country;
  /** Digits of the RUC or NIP, whose check digit was looked at when the form came in. */
  readonly taxId?: string | undefined;
  /** The contact's mailbox. */
  readonly address: string;
  /** Hosts of website and mailbox, but for those that many firms share. */
  readonly domains: readonly string[];
  readonly phone?: string | undefined;
  readonly name: string;
}

/** RUC in Peru, NIP in Poland. */
const taxIdDigits: Readonly<Record<Country, number>> = { PE: 11, PL: 10 };

export function traitsOf({ company, contact }: Pick<InterestForm, 'company' | 'contact'>): CompanyTraits {
  const { country } = company;
  const address = contact.email.canonical();
  const hosts = [hostOf(company.website), address.slice(address.lastIndexOf('@') + 1)];
  const taxId = company.taxId?.replace(/\D/g, '');
  return {
    country,
    taxId: taxId?.length === taxIdDigits[country] ? taxId : undefined,
    address,
    domains: [...new Set(hosts)].filter((host) => host !== undefined).filter((host) => !isSharedHost(host)),
    phone: contact.phone === undefined ? undefined : phoneDigits(contact.phone, country),
    name: normalisedName(company.name),
  };
}

function hostOf(website: string | undefined): string | undefined {
  if (website === undefined) return undefined;
  return URL.parse(website)
    ?.hostname.toLowerCase()
    .replace(/^www\./, '');
}

/** One thing to look for: companies that share it may be one. `value` is to be hashed, never stored. */
export interface TraitToFind {
  readonly by: TraitKind;
  readonly value: string;
}

/** Under what a company is found again: each trait by itself, the name by how it begins. */
export function traitsToFind(traits: CompanyTraits): readonly TraitToFind[] {
  const { country, taxId, address, domains, phone, name } = traits;
  return [
    ...(taxId === undefined ? [] : [{ by: 'taxId' as const, value: `${country} ${taxId}` }]),
    { by: 'address', value: address },
    ...domains.map((value) => ({ by: 'domain' as const, value })),
    ...(phone === undefined ? [] : [{ by: 'phone' as const, value: phone }]),
    ...(name === '' ? [] : [{ by: 'name' as const, value: nameBlock(country, name) }]),
  ];
}
