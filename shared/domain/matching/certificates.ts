/** Certificates that are known by several names, each by the name that is compared. */
const sameCertificates: readonly (readonly [pattern: RegExp, name: string])[] = [
  [
    /^(?:ORGANICO|ORGANICA|ORGANIC|EKOLOGICZN[YAE]|BIO|ECO|EURO(?:PEAN)?LEAF|EUORGANIC|USDAORGANIC)(?:CERT.*)?$/,
    'ORGANIC',
  ],
  [/^(?:BRC|BRCGS)(?:FOOD|GLOBALSTANDARD.*)?$/, 'BRCGS'],
  [/^(?:GLOBALGAP|EUREPGAP)$/, 'GLOBALGAP'],
  [/^(?:FAIRTRADE|COMERCIOJUSTO|SPRAWIEDLIWYHANDEL)$/, 'FAIRTRADE'],
  [/^(?:CE|MARCADOCE|MARCACE|ZNAKCE|CEMARK(?:ING)?)$/, 'CE'],
];

/**
 * A certificate as it is compared: without case, accents, separators, the bodies that adopt a standard (PN-EN ISO)
 * and the year of its edition, so that `ISO 9001:2015`, `PN-EN ISO 9001` and `iso9001` are one. Empty for a name
 * without letters and digits.
 */
export function certificateKey(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{Mn}+/gu, '')
    .toUpperCase()
    .replace(
      /\b(?:CERTIFICAD[OA]S?|CERTIFICACION|CERTIFICATES?|CERTIFIED|CERTIFICATION|CERTYFIKATY?|NORMA|STANDARD)\b/g,
      '',
    )
    .replace(/(?<=\d)\s*[:/ -]\s*(?:19|20)\d\d\b/g, '')
    .replace(/[^A-Z0-9]+/g, '')
    .replace(/^(?:PN|UNE|NTP|DIN|BS)*(?:EN)?(?=ISO\d)/, '');
  return sameCertificates.find(([pattern]) => pattern.test(plain))?.[1] ?? plain;
}
