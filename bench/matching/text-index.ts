import { buildMemberIndex } from '../../shared/domain/matching/member-index.ts';
import { type MemberIndex, openMemberIndex } from '../../shared/domain/matching/open-index.ts';
import type { Reading, TextReader } from '../../shared/domain/sectors/reading.ts';
import type { Peer } from '../peers/peer.ts';
import { peers } from '../peers/peers.ts';
import { plainText } from '../sectors/class-texts.ts';
import { median } from '../statistics.ts';
import { ms, table } from '../table.ts';
import { made, type Speed, timed, timedBeside } from '../timing.ts';
import {
  type Corpus,
  corpusOf,
  type Judge,
  judgedQueries,
  judgeOf,
  membersOf,
  type Query,
} from './text-corpus.ts';
import { textTopTen, wordsOnly } from './text-search.ts';

/** The text part of the index of members beside search libraries, over made-up profiles. */
export function textIndexTable(count: number, read: TextReader, others: readonly Peer[] = peers): string {
  const corpus = corpusOf(count, read);
  const ours = prepared(corpus, read);
  const rows = ourRows(corpus, ours, read);
  for (const peer of others) rows.push(peerRow(peer, corpus, ours));
  const header = [
    `${count.toLocaleString('en')} profiles`,
    'queries in a pass',
    'p50 ms',
    'p99 ms',
    'times ours at p50',
    'build s',
    'memory MB',
    'overlap with exact BM25 over words',
    'over meanings',
  ];
  return `${table(header, rows)}\n\n${storedSize(ours)}`;
}

/** Our index, and everything that reading the profiles gave; the readings themselves would fill the memory. */
interface Prepared {
  readonly bytes: Uint8Array;
  readonly index: MemberIndex;
  readonly judge: Judge;
  readonly readMs: number;
  readonly buildMs: number;
  readonly openMs: number;
  readonly memoryBytes: number;
}

function prepared(corpus: Corpus, read: TextReader): Prepared {
  const startedMs = performance.now();
  const readings = corpus.profiles.map((text) => read(text, corpus.language));
  const readMs = performance.now() - startedMs;
  const members = membersOf(corpus);
  const built = made(() =>
    buildMemberIndex({ country: 'PE', members, loads: new Map(), read: inTurn(readings) }),
  );
  const opened = made(() => openMemberIndex(built.thing));
  return {
    bytes: built.thing,
    index: opened.thing,
    judge: judgeOf(corpus, readings),
    readMs,
    buildMs: built.ms,
    openMs: opened.ms,
    memoryBytes: built.thing.byteLength + opened.bytes,
  };
}

/** A reader that has read everything before, and is asked in the same order. */
function inTurn(readings: readonly Reading[]): TextReader {
  const left = readings.values();
  const next = (): Reading => left.next().value ?? { language: 'es', sectors: [], concepts: [] };
  return Object.assign(next, { version: 'in turn' });
}

type Row = (string | number)[];

function rowOf(name: string, { p50, p99, count }: Speed, ratio: string, rest: readonly string[]): Row {
  return [name, count, ms(p50), ms(p99), ratio, ...rest];
}

function searchIn({ index }: Prepared): (query: Query) => readonly number[] {
  return ({ reading }) => textTopTen(index, wordsOnly(reading.concepts));
}

function ourRows({ queries, language }: Corpus, ours: Prepared, read: TextReader): Row[] {
  const search = searchIn(ours);
  const searchText = ({ text }: Query) => search({ text, reading: read(text, language) });
  const overlap = ours.judge(queries.slice(0, judgedQueries).map(search));
  const cells = (buildMs: number) => [seconds(buildMs), megabytes(ours.memoryBytes), ...overlap];
  const reading = timedBeside(queries, searchText, search);
  const idle = timed(queries, () => textTopTen(ours.index, wordsOnly([])));
  return [
    rowOf('**ours**, words already read', timed(queries, search), '1', cells(ours.buildMs)),
    rowOf(
      'ours, reading the query and the profiles',
      reading.speed,
      reading.ratio.toFixed(2),
      cells(ours.buildMs + ours.readMs),
    ),
    rowOf('what ours takes for a query without words', idle, '–', ['–', '–', '–', '–']),
  ];
}

function peerRow(peer: Peer, { profiles, queries }: Corpus, ours: Prepared): Row {
  const documents = profiles.map(plainText);
  const { thing: index, ms: buildMs, bytes } = made(() => peer.index(documents, { english: false }));
  const search = ({ text }: Query) => index(plainText(text), 10);
  const overlap = ours.judge(queries.slice(0, judgedQueries).map(search));
  const { speed, ratio } = timedBeside(queries, search, searchIn(ours));
  return rowOf(peer.name, speed, ratio.toFixed(1), [seconds(buildMs), megabytes(bytes), ...overlap]);
}

const openings = 21;

/** How large the stored index is, and how long a function takes to open it. */
function storedSize({ bytes, index, openMs }: Prepared): string {
  const times = Array.from({ length: openings }, () => {
    const startedMs = performance.now();
    openMemberIndex(bytes);
    return performance.now() - startedMs;
  });
  const { concepts, conceptRarities } = index;
  // Each concept has a key beside its rarity, of the same size.
  const textBytes = concepts.offsets.byteLength + concepts.rows.byteLength + 2 * conceptRarities.byteLength;
  return (
    `The stored index has ${megabytes(bytes.byteLength)} MB, ${megabytes(textBytes)} MB of it for the text part. ` +
    `\`openMemberIndex\` took ${ms(openMs)} ms the first time, ${ms(median(times))} ms as the median of ${openings}.`
  );
}

function seconds(timeMs: number): string {
  return (timeMs / 1000).toFixed(1);
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
