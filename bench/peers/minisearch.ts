import MiniSearch, { type SearchOptions } from 'minisearch';
import type { Peer } from './peer.ts';

/** BM25+ as it comes. */
export const miniSearch = peerWith('MiniSearch', {});

/** With beginnings of words and typing errors, as its documentation recommends for people who type. */
export const miniSearchFuzzy = peerWith('MiniSearch, prefix and fuzzy', { prefix: true, fuzzy: 0.2 });

function peerWith(name: string, options: SearchOptions): Peer {
  return {
    name,
    index(documents) {
      const index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
      index.addAll(documents.map((text, id) => ({ id, text })));
      return (text, limit) =>
        index
          .search(text, options)
          .slice(0, limit)
          .map(({ id }) => id as number);
    },
  };
}
