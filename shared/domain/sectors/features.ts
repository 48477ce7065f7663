/** Letters that Unicode does not decompose into a base letter and a mark. */
const undecomposed: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe' };

const tag = /<[^<>]*>/g;
const gramLength = 4;
const stemLength = 5;

/** The words of a text, lower case and without diacritics or mark-up; numbers are no words. */
function wordsOf(text: string): string[] {
  const plain = text
    .replace(tag, ' ')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Mn}+/gu, '')
    .replace(/[łøđßæœ]/g, (letter) => undecomposed[letter] ?? letter);
  return plain.match(/\p{L}+/gu) ?? [];
}

/**
 * How often each trait of its words occurs in a text: the first letters of each word and every run of four
 * characters, so that obróbka and obróbki, or máquina and maquinaria, have most traits in common.
 */
export function featuresOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (feature: string) => counts.set(feature, (counts.get(feature) ?? 0) + 1);
  for (const word of wordsOf(text)) {
    count(`^${word.slice(0, stemLength)}`);
    const edged = ` ${word} `;
    for (let start = 0; start + gramLength <= edged.length; start += 1) {
      count(edged.slice(start, start + gramLength));
    }
  }
  return counts;
}
