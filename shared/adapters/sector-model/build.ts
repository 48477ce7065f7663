import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileVocabulary } from '../../domain/sectors/compile-vocabulary.ts';
import { compileLetterPatterns } from '../../domain/sectors/letter-patterns.ts';
import { LexiconFault, type LexiconRow, parseLexicon } from '../../domain/sectors/lexicon.ts';
import { compileMeanings } from '../../domain/sectors/meanings.ts';
import type { SectorNames } from '../../domain/sectors/sector-names.ts';
import { openVocabulary } from '../../domain/sectors/vocabulary.ts';
import { makeFile } from '../made-file.ts';

/** What `sector-model.ts` reads: the parts of the model in base 64. */
export interface ModelFile {
  /** SHA-256 of the parts, in hexadecimal. */
  readonly version: string;
  readonly es: string;
  readonly pl: string;
  readonly en: string;
  readonly letterPatterns: string;
  readonly meanings: string;
}

const domain = new URL('../../domain/', import.meta.url);
const lexiconFolder = fileURLToPath(new URL('sectors/lexicon/', domain));

/** Every file of the lexicon by name: one a division, `28.txt`. */
export function lexiconFiles(): readonly string[] {
  return readdirSync(lexiconFolder)
    .filter((name) => name.endsWith('.txt'))
    .sort();
}

/** The rows of every file of the lexicon, by class. Throws `LexiconFault`, which names the file. */
export function readLexicon(): readonly LexiconRow[] {
  return lexiconFiles().flatMap((name) => {
    try {
      return parseLexicon(readFileSync(`${lexiconFolder}${name}`, 'utf8'));
    } catch (error) {
      throw error instanceof LexiconFault ? new LexiconFault(`${name}: ${error.message}`) : error;
    }
  });
}

/** The model of sectors made of the lexicon and the official names. */
export function modelOf(rows: readonly LexiconRow[], names: SectorNames): ModelFile {
  const vocabularies = {
    es: compileVocabulary('es', rows, names),
    pl: compileVocabulary('pl', rows, names),
    en: compileVocabulary('en', rows, names),
  };
  const translated = { es: openVocabulary(vocabularies.es), pl: openVocabulary(vocabularies.pl) };
  const parts = {
    es: base64(vocabularies.es),
    pl: base64(vocabularies.pl),
    en: base64(vocabularies.en),
    letterPatterns: base64(compileLetterPatterns(rows, names)),
    meanings: base64(compileMeanings(rows, translated)),
  };
  const version = createHash('sha256').update(Object.values(parts).join()).digest('hex');
  return { version, ...parts };
}

/** Writes the model to `targetPath` when it is older than what it is made from. Returns whether it wrote. */
export async function buildModel(targetPath: string): Promise<'written' | 'up to date'> {
  const names = '../sector-names/sector-names.ts';
  const code = [
    'compile-vocabulary',
    'function-words',
    'letter-patterns',
    'lexicon',
    'meanings',
    'stem',
    'vocabulary',
    'words',
  ];
  const sources = [
    fileURLToPath(import.meta.url),
    fileURLToPath(new URL('../sector-names/names.generated.json', import.meta.url)),
    fileURLToPath(new URL('packed-arrays.ts', domain)),
    ...code.map((name) => fileURLToPath(new URL(`sectors/${name}.ts`, domain))),
    ...lexiconFiles().map((name) => `${lexiconFolder}${name}`),
  ];
  return makeFile(targetPath, sources, async () => {
    const { sectorNames }: { sectorNames: SectorNames } = await import(names);
    return JSON.stringify(modelOf(readLexicon(), sectorNames));
  });
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

if (import.meta.main) {
  await buildModel(fileURLToPath(new URL('./model.generated.json', import.meta.url)));
}
