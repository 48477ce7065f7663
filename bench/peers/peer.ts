/** A search library that is measured beside ours, used as its documentation shows. */
export interface Peer {
  readonly name: string;
  /** Numbers the documents from 0. */
  index(documents: readonly string[], options: PeerOptions): PeerIndex;
}

export interface PeerOptions {
  /** English texts are left to a library's own English stemmer and stop words, where it has them. */
  readonly english: boolean;
}

/** The numbers of the best documents for a text, best first; any of its words may be missing. */
export type PeerIndex = (text: string, limit: number) => readonly number[];
