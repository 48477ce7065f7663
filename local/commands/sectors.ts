import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { type Language, languages } from '../../shared/domain/language.ts';
import { languageSchema } from '../../shared/domain/language-schema.ts';
import type { SectorModel } from '../../shared/domain/sectors/sector-model.ts';
import { suggestSectors } from '../../shared/domain/sectors/suggest.ts';
import { readySectorModel } from '../sector-files.ts';
import { linesOf, oneLine } from './json-lines.ts';

const limit = 10;
const usage = `usage: npm run --silent sectors -- --language ${languages.join('|')} < texts`;

/** For each text a line of JSON with its sectors, in the same order. */
async function* answersTo(
  texts: AsyncIterable<string>,
  language: Language | undefined,
  model: SectorModel,
): AsyncGenerator<string> {
  for await (const text of texts) {
    const sectors = suggestSectors(model, text, { language, limit }).map(({ code, score }) => ({
      code,
      score,
    }));
    yield `${oneLine(JSON.stringify({ text, sectors }))}\n`;
  }
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

const model = await readySectorModel();
try {
  await pipeline(
    process.stdin.setEncoding('utf8'),
    linesOf,
    (texts: AsyncIterable<string>) => answersTo(texts, language, model),
    process.stdout,
  );
} catch (error) {
  // A reader that has seen enough, such as head, is no fault.
  if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
}
