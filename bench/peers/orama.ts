import { create, insert, type Results, search } from '@orama/orama';
import type { Peer } from './peer.ts';

interface Document {
  readonly id: string;
  readonly text: string;
}

/** Its English tokenizer splits at what is no Latin letter, which folded texts of all three languages can bear. */
export const orama: Peer = {
  name: 'Orama',
  index(documents) {
    const database = create({ schema: { id: 'string', text: 'string' } as const });
    for (const [number, text] of documents.entries()) insert(database, { id: String(number), text });
    return (text, limit) => {
      const found = search(database, { term: text, properties: ['text'], limit }) as Results<Document>;
      return found.hits.map(({ id }) => Number(id));
    };
  },
};
