import type { InterestForm } from './interest.ts';
import type { Contact } from './profile.ts';

/** Bounded, so that each pattern is linear on any text. */
const addressLike = /[\p{L}\p{N}_.+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu;
const linkLike = /\b(?:https?:\/\/|www\.)\S{1,300}/gi;
const domainLike =
  /(?<![\p{L}\p{N}@.-])[\p{L}\p{N}-]{2,63}\.(?:com|net|org|info|biz|eu|pe|pl|shop)(?:\.p[el])?(?![\p{L}\p{N}])(?:\/\S{0,300})?/giu;
const phoneLike = /\+?\(?\d[\d \t\u00a0\u2009\u202f().\u2010-\u2015-]{6,25}\d/g;
const mark = '[…]';
/** A shorter name stays: it tells of nobody, and the text must not grow past its limit. */
const shortestOwnLength = mark.length;

/**
 * A text without ways to reach anybody: addresses, links and telephone numbers are replaced by `[…]`. Numbers
 * of fewer than 8 digits stay, so that years, sizes and quantities can be read.
 */
function withholdAddresses(text: string): string {
  return text
    .replace(addressLike, mark)
    .replace(linkLike, mark)
    .replace(domainLike, mark)
    .replace(phoneLike, (found) => (isPhone(found) ? mark : found));
}

/** The same, and without the contact's own name, address and telephone number as the form gives them. */
export function withholdContactData(text: string, contact: Contact): string {
  const own = [contact.email.reveal(), contact.phone, contact.name]
    .filter((part) => part !== undefined)
    .filter((part) => part.length >= shortestOwnLength);
  return own.reduce((rest, part) => rest.replace(wholeWords(part), mark), withholdAddresses(text));
}

/** A firm as a member may see it before the connection. Its name stays even where it is that of a person. */
export function withheldFirm({ name, country, region, sectors }: InterestForm['company']) {
  return {
    name: withholdAddresses(name),
    country,
    region: region === undefined ? undefined : withholdAddresses(region),
    sectors,
  };
}

/** Nine digits or more; eight when they begin as a telephone number does, and a customs code or two years do not. */
function isPhone(found: string): boolean {
  const digits = found.replace(/\D/g, '').length;
  return digits >= 9 || (digits === 8 && /^[+(0]/.test(found));
}

/** `part` in any case and with any blanks between its words, but not inside a longer word. */
function wholeWords(part: string): RegExp {
  const words = part.split(/\s+/).map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join('\\s+')}(?![\\p{L}\\p{N}])`, 'giu');
}

/** What a form seeks, as a member may read it before the connection. */
export function withheldWare(form: InterestForm): InterestForm['sought'] {
  return {
    ...form.sought,
    description: withholdContactData(form.sought.description, form.contact),
    certificates: form.sought.certificates?.map((text) => withholdContactData(text, form.contact)),
  };
}
