import { parseArgs } from 'node:util';
import { IDENTITY_PATH } from '../identity/path.ts';
import { groupsFor, type Role, roles } from '../identity/people.ts';

const USAGE = `Usage: npm run --silent token -- --email E [--cluster C[,C2…]]… --role ${roles.join('|')}`;

/** A message for the terminal, without a stack trace. */
class CommandError extends Error {}

const isRole = (text: string | undefined): text is Role =>
  (roles as readonly (string | undefined)[]).includes(text);

/** Whom a token is asked for, and where. */
interface TokenRequest {
  /** Address of the running Puente, without a slash at the end. */
  readonly baseUrl: string;
  readonly email: string;
  /** Roles, and clusters as `cluster:<id>`. */
  readonly groups: readonly string[];
}

/**
 * An access token of the local sign-in provider, valid for an hour.
 * @throws {CommandError} if nothing answers there, or something else than Puente does
 */
export async function requestToken({ baseUrl, email, groups }: TokenRequest): Promise<string> {
  const address = `${baseUrl}${IDENTITY_PATH}/token`;
  const body = new URLSearchParams({ grant_type: 'password', username: email, groups: groups.join(',') });
  let response: Response;
  try {
    response = await fetch(address, { method: 'POST', body });
  } catch (error) {
    const advice = 'Start Puente first with npm start (PORT chooses the port).';
    throw new CommandError(`Nothing answers at ${address}. ${advice}`, { cause: error });
  }
  const text = await response.text();
  if (!response.ok) throw new CommandError(`${address} answered ${response.status}: ${text.slice(0, 200)}`);
  return readToken(text, address);
}

function readArguments(): { email: string; role: Role; clusters: string[] } {
  const { values } = parse();
  if (values.email === undefined || !/^[^@\s]+@[^@\s]+$/.test(values.email))
    throw new CommandError(`--email needs an address.\n${USAGE}`);
  if (!isRole(values.role)) throw new CommandError(`--role needs one of ${roles.join(', ')}.\n${USAGE}`);
  const clusters = (values.cluster ?? []).flatMap((list) => list.split(',')).map((cluster) => cluster.trim());
  if (clusters.includes('')) throw new CommandError(`--cluster needs an id.\n${USAGE}`);
  if (values.role === 'coordinator' && clusters.length === 0)
    throw new CommandError(`A coordinator needs at least one --cluster.\n${USAGE}`);
  return { email: values.email, role: values.role, clusters };
}

function parse() {
  try {
    return parseArgs({
      options: {
        email: { type: 'string' },
        role: { type: 'string' },
        cluster: { type: 'string', multiple: true },
      },
    });
  } catch (error) {
    throw new CommandError(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}

function readToken(text: string, address: string): string {
  try {
    const { access_token } = JSON.parse(text) as { access_token?: unknown };
    if (typeof access_token === 'string') return access_token;
  } catch {
    // Not JSON: something else than Puente listens there, which the error below says.
  }
  throw new CommandError(`${address} is no Puente: it gave no access token.`);
}

/** Prints the token, or one message and exit code 1. */
async function main(): Promise<void> {
  try {
    const { email, role, clusters } = readArguments();
    const baseUrl = `http://localhost:${process.env['PORT'] ?? '3000'}`;
    console.log(await requestToken({ baseUrl, email, groups: groupsFor(role, clusters) }));
  } catch (error) {
    console.error(error instanceof CommandError ? error.message : error);
    process.exitCode = 1;
  }
}

if (import.meta.main) await main();
