import createEngine from 'wink-bm25-text-search';
import type { Peer } from './peer.ts';

/** BM25 with its own constants; it leaves the cutting into words to whoever uses it. */
export const winkBm25: Peer = {
  name: 'wink-bm25-text-search',
  index(documents) {
    const engine = createEngine();
    engine.defineConfig({ fldWeights: { text: 1 } });
    engine.definePrepTasks([(text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []]);
    for (const [number, text] of documents.entries()) engine.addDoc({ text }, number);
    engine.consolidate();
    return (text, limit) => engine.search(text, limit).map(([id]) => Number(id));
  },
};
