import { useEffect, useState } from 'preact/hooks';
import type { MailView } from '../../shared/contracts/http/mail-view.ts';
import type { LeadStatus } from '../../shared/domain/lead.ts';
import { leadStatusNames } from '../texts/lead-words.ts';

/** What the console shows, as its address says after the `#`. */
export type Route =
  | { readonly page: 'list'; readonly status: ListStatus }
  | { readonly page: 'sends'; readonly status: SendStatus }
  /** `from`: the list to go back to. */
  | { readonly page: 'lead'; readonly id: string; readonly from: ListStatus };

/** The leads that a list shows. */
export type ListStatus = LeadStatus | 'all';

/** The mails that a list shows. */
export type SendStatus = MailView['status'];

export function sendsAddress(status: SendStatus): string {
  return `#/sends?status=${status}`;
}

export function listAddress(status: ListStatus): string {
  return `#/leads?status=${status}`;
}

export function leadAddress(id: string, from: ListStatus): string {
  return `#/leads/${encodeURIComponent(id)}?from=${from}`;
}

/** The route of an address; what is to be decided for one that is not known. */
function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.slice(1).split('?');
  const [, id] = /^\/leads\/([^/]+)$/.exec(path) ?? [];
  const parameters = new URLSearchParams(query);
  if (id !== undefined)
    return { page: 'lead', id: decodeURIComponent(id), from: listStatusOf(parameters.get('from')) };
  const status = parameters.get('status');
  if (path === '/sends') return { page: 'sends', status: status === 'failed' ? 'failed' : 'unknown' };
  return { page: 'list', status: listStatusOf(status) };
}

function listStatusOf(text: string | null): ListStatus {
  return text !== null && isListStatus(text) ? text : 'proposed';
}

function isListStatus(text: string): text is ListStatus {
  return text === 'all' || Object.hasOwn(leadStatusNames.en, text);
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
