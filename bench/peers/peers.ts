import { flexSearch } from './flexsearch.ts';
import { lunrPeer } from './lunr.ts';
import { miniSearch } from './minisearch.ts';
import { orama } from './orama.ts';
import type { Peer } from './peer.ts';
import { winkBm25 } from './wink.ts';

/** Every peer as it comes. */
export const peers: readonly Peer[] = [miniSearch, flexSearch, lunrPeer, orama, winkBm25];
