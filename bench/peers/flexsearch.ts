import { Index } from 'flexsearch';
import type { Peer } from './peer.ts';

/** With `suggest`, without which every word of the query would have to be there. */
export const flexSearch: Peer = {
  name: 'FlexSearch',
  index(documents) {
    const index = new Index({ tokenize: 'strict' });
    for (const [number, text] of documents.entries()) index.add(number, text);
    return (text, limit) => index.search(text, { limit, suggest: true }) as number[];
  },
};
