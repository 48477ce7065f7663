import { type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import type { Language } from '../../shared/domain/language.ts';

/** A part of the console that not everybody has. */
export type Workplace = 'leads' | 'sends';

/** Who is signed in, and the ways in and out. */
export interface Session {
  /** The access token; undefined when nobody is signed in. */
  token(): string | undefined;
  /** Asks for a new access token without leaving the page; false when that needs a new sign-in. */
  renew(): Promise<boolean>;
  /** What an account is for: leads, also when nobody told its roles; sends for an administrator; nothing for an office. */
  workplaces(): readonly Workplace[];
  /** Leaves for the identity provider, which is asked to speak `language`, and comes back to the page it left from. */
  signIn(language: Language): Promise<void>;
  signOut(): Promise<void>;
}

interface SignInSettings {
  readonly issuer: string;
  readonly clientId: string;
}

/**
 * The session of this browser tab. Signs in by authorization code with PKCE (RFC 7636) and finishes a sign-in that the
 * identity provider has just sent back. Throws when Puente does not answer.
 */
export async function openSession(): Promise<Session> {
  const response = await fetch('/api/sign-in');
  if (!response.ok) throw new Error(`sign-in settings: ${response.status}`);
  const { issuer, clientId } = (await response.json()) as SignInSettings;
  const manager = managerOf(issuer, clientId);
  let user = await finishedSignIn(manager);
  return {
    token: () => (user === null || user.expired === true ? undefined : user.access_token),
    async renew() {
      // Without a refresh token the library would try a hidden frame, which no page here may open.
      if (user?.refresh_token === undefined) return false;
      user = await manager.signinSilent().catch(() => null);
      return user !== null;
    },
    workplaces: () => workplacesOf(user),
    signIn: (language) => manager.signinRedirect({ state: location.hash, ui_locales: language }),
    signOut: () => signOut(manager, clientId),
  };
}

const ownAddress = `${location.origin}/console/`;

function managerOf(issuer: string, clientId: string): UserManager {
  return new UserManager({
    authority: issuer,
    client_id: clientId,
    redirect_uri: ownAddress,
    post_logout_redirect_uri: ownAddress,
    response_type: 'code',
    scope: 'openid',
    automaticSilentRenew: false,
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
  });
}

async function finishedSignIn(manager: UserManager): Promise<User | null> {
  const answer = new URLSearchParams(location.search);
  if (!answer.has('state')) return manager.getUser();
  // An answer that fits no question of this tab, such as a reloaded one, is as good as none.
  const user = await manager.signinRedirectCallback().catch(() => manager.getUser());
  history.replaceState(null, '', `/console/${typeof user?.state === 'string' ? user.state : ''}`);
  return user;
}

/** Cognito puts the groups into the identity token; the API trusts its own look at the access token only. */
function workplacesOf(user: User | null): readonly Workplace[] {
  const groups: unknown = user?.profile['cognito:groups'];
  if (!Array.isArray(groups)) return ['leads'];
  const places = [
    ...(groups.includes('coordinator') ? (['leads'] as const) : []),
    ...(groups.includes('admin') ? (['sends'] as const) : []),
  ];
  return places.length > 0 || groups.includes('office') ? places : ['leads'];
}

/** Forgets the tokens here, and ends the session at the identity provider where it offers that. */
async function signOut(manager: UserManager, clientId: string): Promise<void> {
  const ending = await manager.metadataService.getEndSessionEndpoint();
  if (ending === undefined) {
    await manager.removeUser();
    location.assign(ownAddress);
    return;
  }
  // Cognito knows the last two parameters only, the standard (OpenID Connect RP-Initiated Logout) the others.
  await manager.signoutRedirect({ extraQueryParams: { client_id: clientId, logout_uri: ownAddress } });
}
