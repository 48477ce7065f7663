/** What the source has that the official publication has not, by language-independent text. */
const errata: readonly (readonly [wrong: string, right: string])[] = [
  ['ENERGIA ELECTRICA', 'ENERGÍA ELÉCTRICA'],
  ['GOODS - AND', 'GOODS- AND'],
  ['surówki żelazostopów', 'surówki, żelazostopów'],
];

/** A name as people should read it: known slips put right, single spaces, NFC, and sentence case where it was all capitals. */
export function cleanName(raw: string): string {
  const spaced = raw.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const name = errata.reduce((text, [wrong, right]) => text.replaceAll(wrong, right), spaced);
  return name === name.toUpperCase() ? name.slice(0, 1) + name.slice(1).toLowerCase() : name;
}
