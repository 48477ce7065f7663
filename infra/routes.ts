import type { FunctionName } from './function-environments.ts';

interface RouteEntry {
  /** As API Gateway writes it: `METHOD /path/{parameter}` or `$default`. */
  readonly key: string;
  readonly function: FunctionName;
  /** `signedIn`: only with a token of the user pool. Everything else is open or guarded by a capability in the request. */
  readonly access: 'public' | 'signedIn';
}

/**
 * Every route of the API; one that is not here does not exist. What links in mails lead to answers HEAD as well: link
 * scanners ask so first, and take a 404 for a dead link.
 */
export const routes: readonly RouteEntry[] = [
  { key: 'GET /health', function: 'check-health', access: 'public' },
  { key: 'HEAD /health', function: 'check-health', access: 'public' },
  { key: 'GET /', function: 'show-page', access: 'public' },
  { key: '$default', function: 'show-page', access: 'public' },
  { key: 'GET /api/sign-in', function: 'show-page', access: 'public' },
  { key: 'POST /api/interests', function: 'submit-interest', access: 'public' },
  { key: 'GET /api/interests/{id}', function: 'view-interest', access: 'public' },
  { key: 'HEAD /api/interests/{id}', function: 'view-interest', access: 'public' },
  { key: 'GET /{language}/interests/{id}', function: 'view-interest', access: 'public' },
  { key: 'HEAD /{language}/interests/{id}', function: 'view-interest', access: 'public' },
  { key: 'POST /api/interests/{id}/confirm', function: 'confirm-interest', access: 'public' },
  { key: 'POST /api/interests/{id}/withdraw', function: 'withdraw-interest', access: 'public' },
  { key: 'GET /api/leads', function: 'list-leads', access: 'signedIn' },
  { key: 'GET /api/leads/{id}', function: 'view-lead', access: 'signedIn' },
  { key: 'POST /api/leads/{id}/decision', function: 'decide-lead', access: 'signedIn' },
  { key: 'GET /api/mails', function: 'list-mails', access: 'signedIn' },
  { key: 'POST /api/mails/{id}/resolution', function: 'resolve-mail', access: 'signedIn' },
  { key: 'GET /api/sending', function: 'control-sending', access: 'signedIn' },
  { key: 'POST /api/sending', function: 'control-sending', access: 'signedIn' },
  { key: 'GET /api/audit', function: 'list-audit', access: 'signedIn' },
  { key: 'GET /api/introductions/{token}', function: 'view-introduction', access: 'public' },
  { key: 'HEAD /api/introductions/{token}', function: 'view-introduction', access: 'public' },
  { key: 'GET /{language}/introductions/{token}', function: 'view-introduction', access: 'public' },
  { key: 'HEAD /{language}/introductions/{token}', function: 'view-introduction', access: 'public' },
  { key: 'POST /api/introductions/{token}/answer', function: 'answer-introduction', access: 'public' },
  { key: 'POST /api/introductions/{token}/undo', function: 'answer-introduction', access: 'public' },
  { key: 'POST /api/unsubscribe/{token}', function: 'unsubscribe', access: 'public' },
  { key: 'GET /{language}/unsubscribe/{token}', function: 'unsubscribe', access: 'public' },
  { key: 'HEAD /{language}/unsubscribe/{token}', function: 'unsubscribe', access: 'public' },
  { key: 'GET /api/sectors', function: 'list-sectors', access: 'public' },
  { key: 'GET /api/sectors/{scheme}/{code}', function: 'list-sectors', access: 'public' },
];
