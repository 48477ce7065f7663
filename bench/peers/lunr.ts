import lunr from 'lunr';
import type { Peer } from './peer.ts';

export const lunrPeer: Peer = {
  name: 'lunr',
  index(documents, { english }) {
    const index = lunr((builder) => {
      if (!english) {
        builder.pipeline.remove(lunr.stemmer);
        builder.pipeline.remove(lunr.stopWordFilter);
        builder.searchPipeline.remove(lunr.stemmer);
      }
      builder.ref('id');
      builder.field('text');
      for (const [id, text] of documents.entries()) builder.add({ id, text });
    });
    // A query of its own, because `search` takes signs such as ':' for orders.
    return (text, limit) =>
      index
        .query((query) => query.term(lunr.tokenizer(text), {}))
        .slice(0, limit)
        .map(({ ref }) => Number(ref));
  },
};
