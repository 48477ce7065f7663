/** What stands where something was taken away. */
export const mark = '[…]';

/*
 * Every pattern here is bounded, so that it is linear on any text. Between a way to reach somebody and a size, a price
 * or a code the shape decides, and where it does not, what stands beside it.
 */

const linkLike = /\b(?:https?:\/\/|www\.)\S{1,300}/giu;

/** `ventas@misti.pe`, `@talleresmisti`, `ventas@misti`. */
const addressLike =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}_.+-]{0,64}@[\p{L}\p{N}_-]{2,63}(?:\.[\p{L}\p{N}_-]{1,63}){0,5}/gu;

/** Ends of names that are hardly anything else, and those that are words too, which count in lower case. */
const endings =
  'com|net|org|info|biz|eu|pe|pl|gob|gov|edu|shop|store|tienda|online|site|app|dev|lat|ly|io|tech|cloud|example';
const wordEndings =
  'es|de|me|co|cl|mx|ar|br|uk|us|fr|it|ai|pro|tv|cc|ca|ch|at|cz|nl|ec|bo|ua|lt|sk|bio|group';
const label = '[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,62}';
const path = '(?:/[^\\s,;)]{0,300})?';

/** `ventas [at] misti [dot] pe`, `compras arroba misti punto com`, `biuro małpa zywnosc kropka pl`. */
const spelledAddressLike =
  /[\p{L}\p{N}_.+-]{1,64}\s{0,2}(?:[([{]\s?(?:at|arroba|małpa|malpa|@)\s?[)\]}]|\s(?:arroba|małpa|malpa)\s)\s{0,2}[\p{L}\p{N}_-]{1,63}(?:\s{0,2}(?:\.|[([{]\s?(?:dot|punto|kropka|\.)\s?[)\]}]|\s(?:dot|punto|kropka)\s)\s{0,2}[\p{L}\p{N}-]{2,63}){0,4}/giu;
/** `ventas at misti dot pe`: ordinary words, so only before the end of a name. */
const wordedAddressLike = new RegExp(
  `[\\p{L}\\p{N}_.+-]{1,64}\\sat\\s(?:${label}\\sdot\\s){1,4}(?:${endings}|${wordEndings})(?![\\p{L}\\p{N}-])`,
  'giu',
);
const domainLike = new RegExp(
  `(?<![\\p{L}\\p{N}@.-])(?:${label}\\.){1,4}(?:${endings})(?:\\.p[el])?(?![\\p{L}\\p{N}-])${path}`,
  'giu',
);
const wordDomainLike = new RegExp(
  `(?<![\\p{L}\\p{N}@.-])(?:${label}\\.){1,4}(?:(?:${wordEndings})(?![\\p{L}\\p{N}-])|[a-z]{2,10}(?=/\\w))${path}`,
  'gu',
);

const services =
  'telegram|skype|whatsapp|wsp|wechat|viber|messenger|facebook|fb|instagram|ig|linkedin|tiktok';
/** `skype: live:ana`, `Telegram: misti_pe`: the service stays, who is found there does not. */
const namedHandle = new RegExp(`\\b(${services})(\\s?[:=]\\s?)[^\\s,;)]{4,80}`, 'giu');
/** `fb/misti`, but not `Facebook/Instagram`. */
const slashedHandle = new RegExp(
  `\\b(fb|facebook|ig|instagram)(/)(?!(?:${services}|e-?mail|correo|web)\\b)[^\\s,;)/]{4,80}`,
  'giu',
);
/** `skype juan.perez`, `Instagram misti_textiles`: a word with a mark or a digit in it. */
const bareHandle = new RegExp(
  `\\b(${services})(\\s)(?=[^\\s,;)]{0,79}\\p{L})(?=[^\\s,;)]{0,79}[\\d_.:][^\\s,;)])[^\\s,;)]{4,80}`,
  'giu',
);

const phoneLike = /\+?\(?\d[\d \t\u00a0\u2009\u202f().\u2010-\u2015-]{6,25}\d/g;
/** `601/234/567`, `987·654·321`: marks that stand between other numbers too, so only as mobile numbers begin. */
const markedPhoneLike = /(?<!\d)(?:4[5]|5[0137]|6[069]|7[2389]|88|9\d)\d([/*·_,])\d{3}\1\d{3}(?!\d)/g;
/** `tel. 234567`, `llame al 234567`: a word before it tells what a short number is. */
const announcedNumber =
  /\b(tel|teléf|telef|teléfono|telefono|telefon|fono|cel\.|celular|móvil|movil|kom\.|whatsapp|wsp|llame|llamar|dzwonić)([.:]?\s{1,2}(?:(?:al|es|nr|nro|número|numer)[.:]?\s)?)\+?\(?\d[\d \t\u00a0().-]{4,20}\d/giu;

/**
 * A text without ways to reach anybody: links, addresses (also spelled out), names of websites, accounts of messengers
 * and telephone numbers are replaced by `[…]`. Years, dates, sizes, quantities, prices, standards and customs codes can
 * be read.
 */
export function withholdWaysToReach(text: string): string {
  const named = withholdSpelled(text).replace(domainLike, mark).replace(wordDomainLike, mark);
  return withholdRest(named);
}

/** The same, but names of websites stay: a firm may be called like one. */
export function withholdAddresses(text: string): string {
  return withholdRest(withholdSpelled(text));
}

/** What holds names of websites in it, so that none of it is left behind when those are taken away. */
function withholdSpelled(text: string): string {
  return narrow(text)
    .replace(linkLike, mark)
    .replace(spelledAddressLike, mark)
    .replace(wordedAddressLike, mark)
    .replace(addressLike, mark);
}

function withholdRest(text: string): string {
  return text
    .replace(namedHandle, `$1$2${mark}`)
    .replace(slashedHandle, `$1$2${mark}`)
    .replace(bareHandle, `$1$2${mark}`)
    .replace(announcedNumber, (found, word: string, between: string, at: number, whole: string) =>
      isMeasure(whole, at + found.length) ? found : `${word}${between}${mark}`,
    )
    .replace(markedPhoneLike, (found, _mark, at: number, whole: string) =>
      isMeasure(whole, at + found.length) || isRound(found) ? found : mark,
    )
    .replace(phoneLike, (found, at: number, whole: string) =>
      isPhone(found) && !isMeasure(whole, at + found.length) ? mark : found,
    );
}

/**
 * Full-width letters, digits and marks (U+FF01 to U+FF5E) as ASCII, and nothing invisible between digits, so that they
 * are seen for what they are.
 */
function narrow(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/(?<=\d)[\u00ad\u200c\u200d]{1,9}(?=\d)/g, '');
}

const unit =
  /^\s{0,2}(?:[%€$°"”]|(?:kg|ton|tn|mm|cm|m[23²³]|km|ml|hl|ha|szt|pcs|uds?|und|unid|unidades|piezas|cajas|toneladas|ton|kilos|metros|sztuk|EUR|USD|PEN|PLN|zł|soles|dólares|euros|euro|kW|kV|Hz|rpm|bar|psi)(?![\p{L}\p{N}]))/iu;

/** True when what follows makes a number one of something: `100 000 000 kg`. */
function isMeasure(text: string, end: number): boolean {
  return unit.test(text.slice(end, end + 14));
}

/** Sizes are round: `600/400/300`. */
function isRound(found: string): boolean {
  return found.split(/\D/).every((group) => group.endsWith('0'));
}

const year = '(?:19|20)\\d{2}';
const grouped = '\\d{1,3}(?:[ .\\u00a0]\\d{3})*';
const dash = '\\s?[\\u2010-\\u2015-]\\s?';
/** Shapes of numbers that reach nobody. */
const otherNumbers = [
  // Years, and days with their year.
  `${year}(?:\\D{1,3}${year})*`,
  `\\d{1,2}[.-]\\d{1,2}[.-]${year}(?:\\D{1,3}\\d{1,2}[.-]\\d{1,2}[.-]${year})*`,
  // Customs codes of eight and ten digits, as in Peru.
  '\\d{4}\\.\\d{2}\\.\\d{2}(?:\\.?\\d{2})?',
  // From one quantity to another.
  `${grouped}${dash}${grouped}`,
  `\\d{4,6}${dash}\\d{4,6}`,
].map((shape) => new RegExp(`^${shape}$`));
/** An area code of two digits and a number of six, as in Peru: `54 234567`. */
const areaAndNumber = /^\d{2}[ \u00a0.-]\d{6}$/;

/**
 * Nine digits or more in no other shape; eight when they begin as a telephone number does or are grouped like one.
 */
function isPhone(found: string): boolean {
  if (otherNumbers.some((shape) => shape.test(found)) || isRisingRow(found)) return false;
  const digits = found.replace(/\D/g, '').length;
  return digits >= 9 || (digits === 8 && (/^[+(0]/.test(found) || areaAndNumber.test(found)));
}

/** Sizes in a row: `36-38-40-42-44`, `1000 1500 2000`. A number in three groups of three is a telephone's. */
function isRisingRow(found: string): boolean {
  if (/^[+(0]/.test(found)) return false;
  const groups = found.split(/\D{1,3}/);
  const enough = groups.length >= 4 || (groups.length === 3 && groups.every((group) => group.length === 4));
  return enough && groups.every((group, index) => index === 0 || Number(group) > Number(groups[index - 1]));
}
