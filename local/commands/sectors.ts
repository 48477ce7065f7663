import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { type Language, languageSchema, languages } from '../../shared/domain/language.ts';
import type { SectorNames } from '../../shared/domain/sectors/sector-names.ts';
import { suggestSectors } from '../../shared/domain/sectors/suggest.ts';
import { readySectorNames } from '../sector-names.ts';

const limit = 10;
const usage = `usage: npm run --silent sectors -- --language ${languages.join('|')} < texts`;

/**
 * The lines of a stream as they come in, without their ends; an empty line is a line. Only LF and CRLF end one, so
 * that no other character of a text can make two answers of it.
 */
async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of chunks) {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) yield part.replace(/\r$/, '');
  }
  if (rest !== '') yield rest.replace(/\r$/, '');
}

/** For each text a line of JSON with its sectors, in the same order. */
async function* answersTo(
  texts: AsyncIterable<string>,
  language: Language | undefined,
  names: SectorNames,
): AsyncGenerator<string> {
  for await (const text of texts) {
    const sectors = suggestSectors(names, text, { language, limit });
    yield `${oneLine(JSON.stringify({ text, sectors }))}\n`;
  }
}

/** JSON may hold U+2028 and U+2029 as they are, and some readers end a line there. */
function oneLine(json: string): string {
  return json.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

function languageOf(args: readonly string[]): Language | undefined {
  const { values } = parseArgs({ args: [...args], options: { language: { type: 'string' } } });
  return languageSchema.optional().parse(values.language);
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

let language: Language | undefined;
try {
  language = languageOf(process.argv.slice(2));
} catch {
  fail(usage);
}

const names = await readySectorNames();
try {
  await pipeline(
    process.stdin.setEncoding('utf8'),
    linesOf,
    (texts: AsyncIterable<string>) => answersTo(texts, language, names),
    process.stdout,
  );
} catch (error) {
  // A reader that has seen enough, such as head, is no fault.
  if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
}
