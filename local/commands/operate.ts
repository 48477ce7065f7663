import { parseArgs } from 'node:util';
import { auditPageSchema } from '../../shared/contracts/http/audit-view.ts';
import { mailPageSchema, resolvedSchema } from '../../shared/contracts/http/mail-view.ts';
import { sendingViewSchema } from '../../shared/contracts/http/sending-view.ts';
import { callPuente, type Desk } from '../operator/call-puente.ts';
import { CommandError, runCommand, UsageError } from '../operator/command-error.ts';
import { actInWords, mailInWords, sendingInWords } from '../operator/in-words.ts';

const USAGE = `Usage: npm run operate -- <command>
  doubts                  mails of which nobody knows whether they went out
  failed                  mails that were given up
  sent ID --note WHY      a doubtful mail did arrive
  again ID --note WHY     send a mail again; after a doubt it may arrive twice
  sending                 whether mail is sent at present
  close --note WHY        let mail be sent again
  audit [ID]              what people did, to one record or to all
  --limit N               most lines of a list, 1 to 1000 (default 100)
PUENTE_URL (http://localhost:3000) says where Puente is, PUENTE_TOKEN holds an administrator's access token.`;

interface Given {
  readonly desk: Desk;
  readonly id: string | undefined;
  readonly note: string | undefined;
  readonly limit: number;
}

const commands: Readonly<Record<string, (given: Given) => Promise<void>>> = {
  doubts: (given) => listMails(given, 'unknown', 'No mail is in doubt.'),
  failed: (given) => listMails(given, 'failed', 'No mail has failed.'),
  sent: (given) => resolve(given, 'sent'),
  again: (given) => resolve(given, 'again'),
  sending: async ({ desk }) => {
    console.log(sendingInWords(sendingViewSchema.parse(await callPuente(desk, '/api/sending'))));
  },
  close: async ({ desk, note }) => {
    const body = { close: true, note: required(note) };
    console.log(sendingInWords(sendingViewSchema.parse(await callPuente(desk, '/api/sending', body))));
  },
  audit: async (given) => {
    const subject = given.id === undefined ? {} : { subject: given.id };
    await printPages(given, '/api/audit', subject, 'Nobody has done anything.', (page) => {
      const { items, cursor } = auditPageSchema.parse(page);
      return { lines: items.map(actInWords), cursor };
    });
  },
};

function listMails(given: Given, status: string, nothing: string): Promise<void> {
  return printPages(given, '/api/mails', { status }, nothing, (page) => {
    const { items, cursor } = mailPageSchema.parse(page);
    return { lines: items.map(mailInWords), cursor };
  });
}

async function printPages(
  { desk, limit }: Given,
  path: string,
  query: Readonly<Record<string, string>>,
  nothing: string,
  read: (page: unknown) => { readonly lines: readonly string[]; readonly cursor: string | undefined },
): Promise<void> {
  let printed = 0;
  let cursor: string | undefined;
  do {
    const size = String(Math.min(100, limit - printed));
    const parameters = new URLSearchParams({ ...query, limit: size, ...(cursor && { cursor }) });
    const page = read(await callPuente(desk, `${path}?${parameters}`));
    for (const line of page.lines) console.log(line);
    printed += page.lines.length;
    cursor = page.cursor;
  } while (cursor !== undefined && printed < limit);
  if (printed === 0) console.log(nothing);
  if (cursor !== undefined) console.log(`There are more: --limit ${limit * 2}`);
}

async function resolve({ desk, id, note }: Given, as: 'sent' | 'again'): Promise<void> {
  if (id === undefined) throw new UsageError(`Which mail? Its ID is missing.\n${USAGE}`);
  const path = `/api/mails/${encodeURIComponent(id)}/resolution`;
  const { status } = resolvedSchema.parse(await callPuente(desk, path, { as, note: required(note) }));
  console.log(`${id} is now ${status}.`);
}

function required(note: string | undefined): string {
  if (note === undefined || note.trim() === '')
    throw new UsageError(`--note says why, in 1 to 500 characters: it is kept in the audit.\n${USAGE}`);
  return note;
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { note: { type: 'string' }, limit: { type: 'string', default: '100' } },
    });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}

async function main(): Promise<void> {
  const { positionals, values } = readArguments();
  const [name = '', id, ...more] = positionals;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined || more.length > 0) throw new UsageError(USAGE);
  const limit = Number(values.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000)
    throw new UsageError(`--limit must be 1 to 1000.\n${USAGE}`);
  const token = process.env['PUENTE_TOKEN'];
  if (token === undefined || token === '')
    throw new CommandError(
      'PUENTE_TOKEN is not set. On this machine: export PUENTE_TOKEN=$(npm run --silent token -- --email admin@puente.example --role admin)',
    );
  const baseUrl = (process.env['PUENTE_URL'] || 'http://localhost:3000').replace(/\/+$/, '');
  await command({ desk: { baseUrl, token }, id, note: values.note, limit });
}

await runCommand(main);
