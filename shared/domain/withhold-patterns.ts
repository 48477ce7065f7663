/** What stands where something was taken away. */
export const mark = '[…]';

/** Every pattern here is bounded, so that it is linear on any text. */

const linkLike = /\b(?:https?:\/\/|www\.)\S{1,300}/giu;

/** `ventas@misti.pe`, `@talleresmisti`, `ventas@misti`. */
const addressLike =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}_.+-]{0,64}@[\p{L}\p{N}_-]{2,63}(?:\.[\p{L}\p{N}_-]{1,63}){0,5}/gu;

/** `ventas [at] misti [dot] pe`, `compras arroba misti punto com`, `biuro małpa zywnosc kropka pl`. */
const spelledAddressLike =
  /[\p{L}\p{N}_.+-]{1,64}\s{0,2}(?:[([{]\s?(?:at|arroba|małpa|malpa|@)\s?[)\]}]|\s(?:arroba|małpa|malpa)\s)\s{0,2}[\p{L}\p{N}_-]{1,63}(?:\s{0,2}(?:\.|[([{]\s?(?:dot|punto|kropka|\.)\s?[)\]}]|\s(?:dot|punto|kropka)\s)\s{0,2}[\p{L}\p{N}-]{2,63}){0,4}/giu;

/** Ends of names that are hardly anything else, and those that are words too, which count in lower case or before `/`. */
const endings =
  'com|net|org|info|biz|eu|pe|pl|gob|gov|edu|shop|store|tienda|online|site|app|dev|lat|ly|io|tech|cloud|example';
const wordEndings = 'es|de|me|co|cl|mx|ar|br|uk|us|fr|it';
const label = '[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,62}';
const domainLike = new RegExp(
  `(?<![\\p{L}\\p{N}@.-])(?:${label}\\.){1,4}(?:${endings})(?:\\.p[el])?(?![\\p{L}\\p{N}-])(?:/[^\\s,;)]{0,300})?`,
  'giu',
);
const wordDomainLike = new RegExp(
  `(?<![\\p{L}\\p{N}@.-])(?:[a-z0-9-]{1,63}\\.){1,4}(?:(?:${wordEndings})(?![\\p{L}\\p{N}-])|[a-z]{2,10}(?=/\\w))(?:/[^\\s,;)]{0,300})?`,
  'gu',
);

/** `skype: live:ana`, `Telegram: misti_pe`, `fb/misti`: the service stays, who is found there does not. */
const handleLike =
  /\b(telegram|skype|whatsapp|wsp|wechat|viber|signal|messenger|facebook|fb|instagram|ig|linkedin|tiktok)(\s?[:/=]\s?)[^\s,;)]{3,80}/giu;

const phoneLike = /\+?\(?\d[\d \t\u00a0\u2009\u202f().\u2010-\u2015-]{6,25}\d/g;
/** `601/234/567`, `601*234*567`: marks that stand between other numbers too, so only in this one form. */
const markedPhoneLike = /(?<!\d)\d{3}([/*])\d{3}\1\d{3}(?!\d|\s?(?:[mc]?m|k?g)\b)/g;
/** `tel. 234567`, `llame al 234567`: a word before it tells what a short number is. */
const announcedNumber =
  /\b(tel|teléf|telef|teléfono|telefono|telefon|fono|cel|celular|móvil|movil|kom|whatsapp|wsp|llame al|llamar al|dzwonić)(\.?:?\s{1,2})\+?\(?\d[\d \t\u00a0().-]{4,20}\d/giu;

/**
 * A text without ways to reach anybody: links, addresses (also spelled out), names of websites, accounts of messengers
 * and telephone numbers are replaced by `[…]`. Years, sizes, quantities, standards and customs codes can be read.
 */
export function withholdWaysToReach(text: string): string {
  return narrow(text)
    .replace(linkLike, mark)
    .replace(spelledAddressLike, mark)
    .replace(addressLike, mark)
    .replace(domainLike, mark)
    .replace(wordDomainLike, mark)
    .replace(handleLike, `$1$2${mark}`)
    .replace(announcedNumber, `$1$2${mark}`)
    .replace(markedPhoneLike, mark)
    .replace(phoneLike, (found) => (isPhone(found) ? mark : found));
}

/** Full-width letters, digits and marks (U+FF01 to U+FF5E) as ASCII, so that they are seen for what they are. */
function narrow(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

const years = /^(?:19|20)\d{2}(?:\D{1,3}(?:19|20)\d{2})*$/;
/** An area code of two digits and a number of six, as in Peru: `54 234567`. */
const areaAndNumber = /^\d{2}[ \u00a0.-]\d{6}$/;

/**
 * Nine digits or more, but for a row of years; eight when they begin as a telephone number does or are grouped like
 * one, and a customs code, two years or a quantity are not.
 */
function isPhone(found: string): boolean {
  if (years.test(found)) return false;
  const digits = found.replace(/\D/g, '').length;
  return digits >= 9 || (digits === 8 && (/^[+(0]/.test(found) || areaAndNumber.test(found)));
}
