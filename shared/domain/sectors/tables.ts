import { nace2Classes, nace21Classes, pkd2007Divided, pkd2025Divided } from './class-tables.ts';
import { ciiu4ToNace2, pkd2007ToPkd2025 } from './link-tables.ts';

/** Which codes of another scheme a code equals or overlaps with, by that code. */
type Links = ReadonlyMap<string, readonly string[]>;

const nace2 = lazy(() => new Set(classes(nace2Classes)));
const nace21 = lazy(() => new Set(classes(nace21Classes)));
const pkd2007 = lazy(() => new Set(subclasses(nace2(), pkd2007Divided)));
const pkd2025 = lazy(() => new Set(subclasses(nace21(), pkd2025Divided)));
const ciiuLinks = lazy(readCiiuLinks);
const ciiu4 = lazy(() => new Set([...ciiuLinks().keys()].sort()));
const codeSets = { ciiu4, pkd2007, pkd2025, nace2, nace21 };

/** Every code of a scheme, ascending, in the scheme's own spelling: `2822`, `28.30`, `28.30.Z`. */
export function codesOf(scheme: keyof typeof codeSets): ReadonlySet<string> {
  return codeSets[scheme]();
}

/** Each scheme's links to the next and back; all other translations are walks along this chain. */
export const chain = [
  { from: 'ciiu4', to: 'nace2', ...bothWays(ciiuLinks) },
  { from: 'nace2', to: 'pkd2007', ...bothWays(() => grouped(linksBy(pkd2007(), classOf, itself))) },
  { from: 'pkd2007', to: 'pkd2025', ...bothWays(readPkdLinks) },
  { from: 'pkd2025', to: 'nace21', ...bothWays(() => grouped(linksBy(pkd2025(), itself, classOf))) },
] as const;

/** A function starts cold in the time that it takes to read what it does not need, so tables are read when used. */
function lazy<T>(read: () => T): () => T {
  let held: { value: T } | undefined;
  return () => {
    held ??= { value: read() };
    return held.value;
  };
}

function bothWays(read: () => Links): { forward: () => Links; backward: () => Links } {
  const forward = lazy(read);
  const reversed = () => [...forward()].flatMap(([from, tos]) => tos.map((to) => [to, from] as const));
  return { forward, backward: lazy(() => grouped(reversed())) };
}

function classes(table: string): string[] {
  return lines(table).flatMap((line) => {
    const [division, ...groups] = line.split(' ');
    return groups.flatMap((group) => [...group.slice(2)].map((last) => `${division}.${group[0]}${last}`));
  });
}

function subclasses(classCodes: ReadonlySet<string>, divided: string): string[] {
  const lastLetters = new Map(words(divided).map((entry) => [entry.slice(0, 5), entry.slice(5)]));
  return [...classCodes].flatMap((code) => {
    const lastLetter = lastLetters.get(code);
    if (lastLetter === undefined) return [`${code}.Z`];
    return [...'ABCDEF'].filter((letter) => letter <= lastLetter).map((letter) => `${code}.${letter}`);
  });
}

function readCiiuLinks(): Links {
  const stated = entries(ciiu4ToNace2).flatMap(([from, , tos]) =>
    tos.map((to): [string, string] => [from, to]),
  );
  const linked = new Set(stated.map(([, to]) => to));
  const unstated = [...nace2()].filter((code) => !linked.has(code));
  return grouped([...stated, ...unstated.map((code): [string, string] => [code.replace('.', ''), code])]);
}

function readPkdLinks(): Links {
  const stated = new Map(
    entries(pkd2007ToPkd2025).map(([from, sign, tos]) => {
      const code = subclass(from);
      return [code, [...(sign === '+' ? [code] : []), ...tos.map(subclass)]];
    }),
  );
  return new Map([...pkd2007()].map((code) => [code, stated.get(code) ?? [code]]));
}

function entries(table: string): [from: string, sign: string, tos: string[]][] {
  return table.split(',').map((entry) => {
    const [first = '', ...rest] = words(entry);
    const [from = '', sign = '', to = ''] = first.split(/([+>])/);
    return [from, sign, [to, ...rest]];
  });
}

function subclass(short: string): string {
  return `${short.slice(0, 5)}.${short.slice(5) || 'Z'}`;
}

function linksBy(
  codes: ReadonlySet<string>,
  fromOf: (code: string) => string,
  toOf: (code: string) => string,
) {
  return [...codes].map((code) => [fromOf(code), toOf(code)] as const);
}

function itself(code: string): string {
  return code;
}

function classOf(pkdCode: string): string {
  return pkdCode.slice(0, 5);
}

function grouped(pairs: readonly (readonly [from: string, to: string])[]): Links {
  const links = new Map<string, string[]>();
  for (const [from, to] of pairs) {
    const tos = links.get(from);
    if (tos === undefined) links.set(from, [to]);
    else tos.push(to);
  }
  return links;
}

function lines(table: string): string[] {
  return table.trim().split('\n');
}

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
