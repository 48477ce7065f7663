import { useEffect, useState } from 'preact/hooks';
import type { LeadStatus } from '../../shared/domain/lead.ts';
import { leadStatusNames } from '../texts/lead-words.ts';

/** What the console shows, as its address says after the `#`. */
export type Route =
  | { readonly page: 'list'; readonly status: LeadStatus | 'all' }
  | { readonly page: 'lead'; readonly id: string };

export function listAddress(status: LeadStatus | 'all'): string {
  return `#/leads?status=${status}`;
}

export function leadAddress(id: string): string {
  return `#/leads/${encodeURIComponent(id)}`;
}

/** The route of an address; what is to be decided for one that is not known. */
function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.slice(1).split('?');
  const [, id] = /^\/leads\/([^/]+)$/.exec(path) ?? [];
  if (id !== undefined) return { page: 'lead', id: decodeURIComponent(id) };
  const status = new URLSearchParams(query).get('status');
  if (status === 'all') return { page: 'list', status };
  return { page: 'list', status: status !== null && isStatus(status) ? status : 'proposed' };
}

function isStatus(text: string): text is LeadStatus {
  return Object.hasOwn(leadStatusNames.en, text);
}

/** The route now; renders again when the address changes. */
export function useRoute(): Route {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return routeOf(hash);
}
