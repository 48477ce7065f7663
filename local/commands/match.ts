import { readFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { EmailAddress } from '../../shared/domain/email-address.ts';
import type { MemberId } from '../../shared/domain/ids.ts';
import { interestFormSchema } from '../../shared/domain/interest.ts';
import { describeReason } from '../../shared/domain/matching/describe-reason.ts';
import { matchMembers } from '../../shared/domain/matching/match.ts';
import { buildMemberIndex } from '../../shared/domain/matching/member-index.ts';
import { countLead, type MemberIndex, openMemberIndex } from '../../shared/domain/matching/open-index.ts';
import { weights } from '../../shared/domain/matching/weights.ts';
import { wishOf } from '../../shared/domain/matching/wish.ts';
import { type Member, memberSchema } from '../../shared/domain/member.ts';
import { contactSchema } from '../../shared/domain/profile.ts';
import { type Country, countries, otherSide } from '../../shared/domain/region.ts';
import { textReader } from '../../shared/domain/sectors/read-text.ts';
import type { TextReader } from '../../shared/domain/sectors/reading.ts';
import { readySectorModel, readySectorNames } from '../sector-files.ts';
import { linesOf, oneLine } from './json-lines.ts';

const usage = 'usage: npm run --silent match -- --members members.jsonl < interests.jsonl';

/** Of an interest only what decides its matches need be there, without an id it is named by its line; of a member everything but its contact. */
const interestSchema = interestFormSchema
  .omit({ contact: true, consent: true })
  .extend({ id: z.string().min(1).max(200).optional() });
const firmSchema = memberSchema.extend({ contact: contactSchema.optional() });

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

function membersPath(args: readonly string[]): string {
  try {
    const { values } = parseArgs({ args: [...args], options: { members: { type: 'string' } } });
    return values.members ?? fail(usage);
  } catch {
    return fail(usage);
  }
}

/**
 * Every member of a file; a line that is none, or that has the id of an earlier one, is named on the error output, with
 * all its faults, and left out.
 */
function readMembers(path: string): readonly Member[] {
  const members = new Map<string, Member>();
  const lines = readFileSync(path, 'utf8')
    .replace(/^\ufeff/, '')
    .split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const parsed = parseAs(firmSchema, line);
    const faults = parsed.success
      ? members.has(parsed.data.id)
        ? ['id: a second time']
        : []
      : parsed.faults;
    if (parsed.success && faults.length === 0) members.set(parsed.data.id, withContact(parsed.data));
    if (faults.length === 0) continue;
    console.error(`${path}:${index + 1}: ${faults.join('; ')}`);
    process.exitCode = 1;
  }
  return [...members.values()];
}

/** Of a contact that is not in the file nothing need be withheld. */
function withContact(firm: z.infer<typeof firmSchema>): Member {
  return {
    ...firm,
    contact: firm.contact ?? { name: '', email: new EmailAddress('nobody@nowhere.invalid') },
  };
}

type Parsed<T> =
  | { readonly success: true; readonly data: T }
  | { readonly success: false; readonly faults: readonly string[] };

function parseAs<T>(schema: z.ZodType<T>, line: string): Parsed<T> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { success: false, faults: ['not JSON'] };
  }
  const result = schema.safeParse(value);
  if (result.success) return { success: true, data: result.data };
  return {
    success: false,
    faults: result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
  };
}

function indexesOf(members: readonly Member[], read: TextReader): Readonly<Record<Country, MemberIndex>> {
  const indexOf = (country: Country) =>
    openMemberIndex(buildMemberIndex({ country, members, loads: new Map<MemberId, number>(), read }));
  const [first, second] = countries;
  return { [first]: indexOf(first), [second]: indexOf(second) } as Record<Country, MemberIndex>;
}

const path = membersPath(process.argv.slice(2));
const [names, model] = [await readySectorNames(), await readySectorModel()];
const read = textReader(model);
let members: readonly Member[];
try {
  members = readMembers(path);
} catch (error) {
  fail(`${path} cannot be read: ${(error as NodeJS.ErrnoException).code}`);
}
const indexes = indexesOf(members, read);

/**
 * The leads of one interest, also those that Puente would not propose because they score too little. What it would
 * propose counts for the interests after it, as it does there.
 */
function leadsFor(line: string, lineNumber: number) {
  const parsed = parseAs(interestSchema, line);
  if (!parsed.success) {
    process.exitCode = 1;
    return { interestId: null, leads: [], errors: parsed.faults };
  }
  const { id, language, company } = parsed.data;
  const index = indexes[otherSide(company.country)];
  const matches = matchMembers(wishOf(parsed.data, read), index);
  for (const { position, merit } of matches) if (merit >= weights.leastProposed) countLead(index, position);
  const leads = matches.map(({ member, score, reasons }) => ({
    memberId: member.id,
    score,
    reasons: reasons.map((reason) => ({ ...reason, text: describeReason(reason, language, names) })),
  }));
  return { interestId: id ?? String(lineNumber), leads };
}

/** For each interest a line of JSON with its leads, in the same order; an empty line is passed over. */
async function* answersTo(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let lineNumber = 0;
  for await (const line of lines) {
    lineNumber += 1;
    if (line.trim() !== '') yield `${oneLine(JSON.stringify(leadsFor(line, lineNumber)))}\n`;
  }
}

try {
  await pipeline(process.stdin.setEncoding('utf8'), linesOf, answersTo, process.stdout);
} catch (error) {
  // A reader that has seen enough, such as head, is no fault.
  if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
}
