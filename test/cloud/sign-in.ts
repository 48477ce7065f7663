import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { type Aws, AwsError } from './aws.ts';
import type { Outputs } from './stacks.ts';

interface SignInOptions {
  readonly aws: Aws;
  readonly outputs: Pick<Outputs, 'UserPoolId' | 'ClientId'>;
  /** Where the hosted sign-in page answers. */
  readonly signInUrl: string;
  /** The console's page, to which a sign-in returns. */
  readonly consoleUrl: string;
}

/**
 * Gives people access as an admin of the user pool does, and signs them in as the console does: code with PKCE, through
 * the hosted sign-in page. Asked again for the same person and groups, it answers with the same access token.
 */
export function coordinators(options: SignInOptions) {
  const tokens = new Map<string, Promise<string>>();
  return (email: string, groups: readonly string[]): Promise<string> => {
    // One person for each set of groups: a token says what its bearer could do when it was made.
    const person = `${digest(groups.join()).slice(0, 8)}.${email}`;
    const token = tokens.get(person) ?? inviteAndSignIn(options, person, groups);
    tokens.set(person, token);
    return token;
  };
}

async function inviteAndSignIn(
  options: SignInOptions,
  email: string,
  groups: readonly string[],
): Promise<string> {
  const { aws, outputs } = options;
  const password = `Aa1-${randomBytes(12).toString('hex')}`;
  const pool = { UserPoolId: outputs.UserPoolId };
  const person = { ...pool, Username: email };
  const admin = (operation: string, parameters: Readonly<Record<string, unknown>>) =>
    aws.call(z.unknown(), 'cognito-idp', operation, parameters);
  await admin('admin_create_user', {
    ...person,
    MessageAction: 'SUPPRESS',
    UserAttributes: [
      { Name: 'email', Value: email },
      { Name: 'email_verified', Value: 'true' },
    ],
  });
  await admin('admin_set_user_password', { ...person, Password: password, Permanent: true });
  for (const GroupName of groups) {
    // The groups of roles come with the deployment, the groups of clusters with their clusters.
    if (GroupName.startsWith('cluster:')) await admin('create_group', { ...pool, GroupName }).catch(ifThere);
    await admin('admin_add_user_to_group', { ...person, GroupName });
  }
  return signIn(options, email, password);
}

function ifThere(error: unknown): void {
  if (!(error instanceof AwsError) || error.code !== 'GroupExistsException') throw error;
}

const tokenSchema = z.object({ access_token: z.string(), token_type: z.literal('Bearer') });

async function signIn({ outputs, signInUrl, consoleUrl }: SignInOptions, username: string, password: string) {
  const verifier = randomBytes(32).toString('base64url');
  const ask = new URLSearchParams({
    client_id: outputs.ClientId,
    redirect_uri: consoleUrl,
    response_type: 'code',
    scope: 'openid email',
    state: randomBytes(8).toString('hex'),
    code_challenge: digest(verifier, 'base64url'),
    code_challenge_method: 'S256',
  });
  const page = await fetch(`${signInUrl}/oauth2/authorize?${ask}`);
  if (!page.ok) throw new Error(`The sign-in page answers ${page.status}: ${await page.text()}`);
  const form = new URLSearchParams([...ask, ['username', username], ['password', password]]);
  const pressed = await fetch(`${signInUrl}/login`, { method: 'POST', body: form, redirect: 'manual' });
  const back = new URL(pressed.headers.get('location') ?? '', signInUrl);
  const code = back.searchParams.get('code');
  if (
    code === null ||
    !back.href.startsWith(consoleUrl) ||
    back.searchParams.get('state') !== ask.get('state')
  )
    throw new Error(`The sign-in answers ${pressed.status} and leads to ${back.href}`);
  const exchange = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: outputs.ClientId,
    redirect_uri: consoleUrl,
    code,
    code_verifier: verifier,
  });
  const reply = await fetch(`${signInUrl}/oauth2/token`, { method: 'POST', body: exchange });
  return tokenSchema.parse(await reply.json()).access_token;
}

function digest(value: string, encoding: 'hex' | 'base64url' = 'hex'): string {
  return createHash('sha256').update(value).digest(encoding);
}
