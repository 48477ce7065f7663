/**
 * Every figure that decides how good a match is. `docs/matching.md` explains each to a coordinator; `npm run bench`
 * shows what a change does to the development sets, the only texts they were tuned on.
 */
export const weights = {
  /** How the parts share in the score. A part that nobody stated anything about is left out, the others take its share. */
  sector: 0.6,
  text: 0.25,
  certificates: 0.08,
  languages: 0.07,

  /** Of the part `sector`: the share of the sector that is met best; the rest is the mean over all sectors sought. */
  bestSector: 0.7,
  /** Classes that are less alike than this say nothing about each other (Lin similarity, 0 to 1). */
  leastProximity: 0.25,
  /** What a link of the value chain counts against the same class. */
  valueChain: 0.7,
  /** What a sector counts that was read from a text and not declared, beside the square root of how sure the reading is. */
  readFromText: 0.8,
  /** A code that covers at most so many classes counts in full: CIIU is coarser than NACE, and who declares it cannot say more. */
  narrowCodeClasses: 4,

  /** Of the part `text`: the share of the words sought, by their rarity, from which on further words tell less. */
  halfOfWords: 0.4,

  /** What is left of the score when the member is not in the region that the submitter named. */
  otherRegion: 0.7,
  /** What a member gains at least that states what it seeks, when the submitter does something else. */
  leastGain: 0.25,
  /** λ: what a member with very many leads loses of its score against one without any. */
  exposure: 0.25,

  /** Below this two firms have nothing to do with each other. */
  leastScore: 0.005,
  /** Nothing below this is proposed to a coordinator. */
  leastProposed: 0.2,
} as const;

/** At most this many members hear of one interest. */
export const maxLeadsPerInterest = 10;
