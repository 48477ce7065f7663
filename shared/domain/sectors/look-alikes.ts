export interface LookAlike {
  readonly number: number;
  /** Above 0 to 1; 1 only for the stem itself. */
  readonly likeness: number;
}

const gramLength = 3;
/** Of what two stems have in common: less is chance. */
const leastOverlap = 0.55;
const mostAlike = 6;
/** What the nearest possible other stem counts. */
const discount = 0.9;
const remembered = 5000;

/**
 * Finds stems that are written much like one: typing errors, compounds, endings that stemming does not know. Likeness
 * is the share of runs of three letters in common (Dice), squared; the first letter must be the same.
 */
export function lookAlikes(stems: readonly string[]): (stem: string) => readonly LookAlike[] {
  const byGram = new Map<string, number[]>();
  const gramCounts = stems.map((stem, number) => {
    const grams = gramsOf(stem);
    for (const gram of grams) {
      const numbers = byGram.get(gram);
      if (numbers === undefined) byGram.set(gram, [number]);
      else numbers.push(number);
    }
    return grams.size;
  });
  const common = new Uint8Array(stems.length);
  const search = (stem: string): readonly LookAlike[] => {
    const grams = gramsOf(stem);
    const touched: number[] = [];
    for (const gram of grams) {
      for (const number of byGram.get(gram) ?? []) {
        const count = common[number] ?? 0;
        if (count === 0) touched.push(number);
        common[number] = count + 1;
      }
    }
    const found: LookAlike[] = [];
    for (const number of touched) {
      const overlap = (2 * (common[number] ?? 0)) / (grams.size + (gramCounts[number] ?? 0));
      common[number] = 0;
      const other = stems[number] ?? '';
      if (other === stem) found.push({ number, likeness: 1 });
      else if (overlap >= leastOverlap && other[0] === stem[0]) {
        found.push({ number, likeness: discount * overlap ** 2 });
      }
    }
    return found.sort((a, b) => b.likeness - a.likeness || a.number - b.number).slice(0, mostAlike);
  };
  return remembering(search);
}

/** Texts repeat their words, and people repeat each other. What was remembered longest is forgotten first. */
function remembering(search: (stem: string) => readonly LookAlike[]): (stem: string) => readonly LookAlike[] {
  const known = new Map<string, readonly LookAlike[]>();
  return (stem) => {
    const found = known.get(stem) ?? search(stem);
    known.delete(stem);
    known.set(stem, found);
    const [oldest] = known.keys();
    if (known.size > remembered && oldest !== undefined) known.delete(oldest);
    return found;
  };
}

function gramsOf(stem: string): Set<string> {
  const edged = ` ${stem} `;
  const grams = new Set<string>();
  for (let start = 0; start + gramLength <= edged.length; start += 1) {
    grams.add(edged.slice(start, start + gramLength));
  }
  return grams;
}
