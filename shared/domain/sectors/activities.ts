import { sectorCodes } from './sector.ts';

/** What is left of a class that is about doing something with goods when the text does not say that anybody does it. */
const unsaid = 0.55;

interface Activity {
  /** Headings whose classes are about this activity. */
  readonly headings: RegExp;
  /** Beginnings of the words that say so, in any of the three languages, without diacritics. */
  readonly words: RegExp;
}

const activities: readonly Activity[] = [
  {
    headings: /^4[67]/,
    words:
      /^(?:vent|vend|comerc|mayor|minor|distrib|tiend|almacen|ferreter|bodeg|import|export|sprzed|hurt|detal|sklep|handl|dystryb|eksport|wholesal|retail|shop|stor|trad|deal|sale|sell|merchant|grifo|gasolin|farmac|botic|aptek|pharmac|libreri|ksiegarn|quiosc|kiosk|mercad|supermercad|market|stacj|salon|komis|antykwar)/,
  },
  {
    headings: /^(?:33\.1|95)/,
    words:
      /^(?:repar|manten|retapiz|restaur|reacond|conserv|napraw|konserw|serwis|regener|renow|remont|maint|servic|overhaul|refurb|mend|taller|warsztat|workshop|garage|fix)/,
  },
  { headings: /^33\.2/, words: /^(?:instal|mont|ensambl|install|assembl|erect)/ },
  {
    headings: /^77/,
    words:
      /^(?:alquil|arrend|renta|leasing|lease|wynaj|wypozycz|dzierzaw|najem|najm|rent|hire|hiring|charter|franquic|franczyz|licenc|licens|patent)/,
  },
];

/** What is left of a class that makes goods when the text says that it is about a service. */
const goodsAmongServices = 0.8;
const serviceWords = /^(?:uslug|servici|service)/;
/** Makers of goods; treating metal, printing and finishing textiles are services as often. */
const makersOfGoods = /^(?:1(?!8|3\.30)|2(?!5\.5)|3[0-2])\d?/;

interface Kind {
  readonly activity: Activity | undefined;
  readonly makesGoods: boolean;
}

/** By position in `sectorCodes()`. */
let kinds: readonly Kind[] | undefined;

/**
 * Whoever names a good speaks of making it, unless a word says that it is traded, repaired, installed or hired out;
 * whoever speaks of a service hardly means a maker. For each class what its score is multiplied by, above 0 to 1, by
 * position in `sectorCodes()`. `plain`: the words of the text.
 */
export function activityFactors(plain: readonly string[]): Float32Array {
  kinds ??= sectorCodes().map((code) => ({
    activity: activities.find(({ headings }) => headings.test(code)),
    makesGoods: makersOfGoods.test(code),
  }));
  const said = new Set(activities.filter(({ words }) => plain.some((word) => words.test(word))));
  const goods = plain.some((word) => serviceWords.test(word)) ? goodsAmongServices : 1;
  return Float32Array.from(kinds, ({ activity, makesGoods }) => {
    if (activity !== undefined && !said.has(activity)) return unsaid;
    return makesGoods ? goods : 1;
  });
}
