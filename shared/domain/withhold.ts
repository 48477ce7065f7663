import type { InterestForm } from './interest.ts';
import type { Member } from './member.ts';
import type { Contact } from './profile.ts';
import { mark, withholdAddresses, withholdWaysToReach } from './withhold-patterns.ts';

/** A shorter name stays: it tells of nobody, and the text must not grow past its limit. */
const shortestOwnLength = mark.length;
/** So many last digits of a telephone number are enough to ring it from the same town. */
const localDigits = 6;

/** What is the submitter's own and leads to it. */
type Own = Contact & { readonly website?: string | undefined };

/**
 * A text as a stranger may read it: without ways to reach anybody (see `withhold-patterns.ts`), and without the
 * contact's own name, address, telephone number, website and their domains, as the form gives them. Nobody can find
 * every way that people have to write a number: a coordinator reads each proposal before it is sent.
 */
export function withholdContactData(text: string, own: Own): string {
  const parts = ownParts(own).filter((part) => part.length >= shortestOwnLength);
  const rest = parts.reduce((left, part) => left.replace(wholeWords(part), mark), withholdWaysToReach(text));
  return own.phone === undefined ? rest : withholdNumber(rest, own.phone);
}

function ownParts({ name, email, phone, website }: Own): string[] {
  const address = email.reveal();
  const host = website === undefined ? undefined : URL.parse(website)?.hostname.replace(/^www\./, '');
  return [address, website, host, address.slice(address.lastIndexOf('@') + 1), phone, name].filter(
    (part) => part !== undefined,
  );
}

/** The last digits of `phone`, however they are grouped, with whatever digits stand before them. */
function withholdNumber(text: string, phone: string): string {
  const digits = phone.replace(/\D/g, '').slice(-localDigits);
  if (digits.length < localDigits) return text;
  const pattern = [...digits].join('[ \\t\\u00a0\\u202f()./,*-]{0,2}');
  return text.replace(
    new RegExp(`\\+?(?:\\d[ \\t\\u00a0\\u202f()./,*-]{0,2}){0,9}${pattern}(?!\\d)`, 'gu'),
    mark,
  );
}

/** `part` in any case and with any blanks between its words, but not inside a longer word. */
function wholeWords(part: string): RegExp {
  const words = part.split(/\s+/).map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join('\\s+')}(?![\\p{L}\\p{N}])`, 'giu');
}

/** What a member says that it offers, without its own contact data. */
export function withheldOffer({
  contact,
  company,
  offers,
}: Pick<Member, 'contact' | 'company' | 'offers'>): string {
  return withholdContactData(offers.description, { ...contact, website: company.website });
}

/** A firm as a member may see it before the connection. Its name stays even where it is a person's or a website's. */
export function withheldFirm({ name, country, region, sectors }: InterestForm['company']) {
  return {
    name: withholdAddresses(name),
    country,
    region: region === undefined ? undefined : withholdWaysToReach(region),
    sectors,
  };
}

/** What a form seeks, as a member may read it before the connection. */
export function withheldWare({ contact, company, sought }: InterestForm): InterestForm['sought'] {
  const own = { ...contact, website: company.website };
  return {
    ...sought,
    description: withholdContactData(sought.description, own),
    certificates: sought.certificates?.map((text) => withholdContactData(text, own)),
    requiredCertificates: sought.requiredCertificates?.map((text) => withholdContactData(text, own)),
  };
}
