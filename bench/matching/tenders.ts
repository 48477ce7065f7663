import { type Language, languages } from '../../shared/domain/language.ts';
import { matchMembers } from '../../shared/domain/matching/match.ts';
import { buildMemberIndex } from '../../shared/domain/matching/member-index.ts';
import { openMemberIndex } from '../../shared/domain/matching/open-index.ts';
import { wishOf } from '../../shared/domain/matching/wish.ts';
import type { TextReader } from '../../shared/domain/sectors/reading.ts';
import { miniSearch } from '../peers/minisearch.ts';
import type { Peer } from '../peers/peer.ts';
import { winkBm25 } from '../peers/wink.ts';
import { plainText } from '../sectors/class-texts.ts';
import { type Tender, tenders } from '../sectors/dev-sets.ts';
import { bootstrapMean, topPositions } from '../statistics.ts';
import { share, table } from '../table.ts';
import { describedMember } from './profiles.ts';

const mostFound = 10;

/** Finds the positions of tenders for the text of another; best first, at most ten. */
type Finder = (asked: Tender) => readonly number[];
interface Way {
  readonly name: string;
  over(offered: readonly Tender[], read: TextReader): Finder;
}

/** As an interest of Peru that wants to buy, and as members of Poland that describe themselves; so also the other way. */
const matching: Way = {
  name: '**`matchMembers`**, text alone',
  over(offered, read) {
    const members = offered.map(({ text, language }, number) =>
      describedMember(number, text, { country: 'PL', language }),
    );
    const index = openMemberIndex(buildMemberIndex({ country: 'PL', members, loads: new Map(), read }));
    return ({ text, language }) => {
      const form = {
        language,
        company: { name: 'Empresa', country: 'PE' },
        intent: 'buy',
        sought: { description: text },
      } as const;
      return matchMembers(wishOf(form, read), index).map(({ position }) => position);
    };
  },
};

/** The classes alone that are read from both, as the product of what each says. */
const sectorsOnly: Way = {
  name: 'classes read from both texts, no words',
  over(offered, read) {
    const classesOf = ({ text, language }: Tender) =>
      new Map(read(text, language).sectors.map(({ code, score }) => [code, score]));
    const known = offered.map(classesOf);
    return (asked) => {
      const sought = [...classesOf(asked)];
      const scores = known.map((classes) =>
        sought.reduce((sum, [code, score]) => sum + score * (classes.get(code) ?? 0), 0),
      );
      return topPositions(scores, mostFound);
    };
  },
};

function wayOf(peer: Peer): Way {
  return {
    name: `${peer.name}, same texts`,
    over(offered) {
      const documents = offered.map(({ text }) => plainText(text));
      const index = peer.index(documents, { english: false });
      return ({ text }) => index(plainText(text), mostFound);
    },
  };
}

/** How often one of the ten found is relevant, among tenders for which there is one, from language to language. */
export function tenderTable(read: TextReader): string {
  const all = Map.groupBy(tenders(), ({ language }) => language);
  const inLanguage = (language: Language) => all.get(language) ?? [];
  const pairs = languages.flatMap((from) =>
    languages.filter((to) => to !== from).map((to) => [from, to] as const),
  );
  const tasks = pairs.map(([from, to]) => taskOf(inLanguage(from), inLanguage(to)));
  const there = pairs.findIndex(([from, to]) => from === 'es' && to === 'pl');
  const back = pairs.findIndex(([from, to]) => from === 'pl' && to === 'es');
  const rows = [matching, sectorsOnly, wayOf(miniSearch), wayOf(winkBm25)].map(({ name, over }) => {
    const hits = tasks.map((task) => hitsOf(task, over(task.offered, read)));
    const both = [...(hits[there] ?? []), ...(hits[back] ?? [])];
    return [name, ...[both, ...hits].map((some) => share(bootstrapMean(some)))];
  });
  const chances = tasks.map((task) => task.asked.map((tender) => chanceOf(task, tender)));
  const bothChances = [...(chances[there] ?? []), ...(chances[back] ?? [])];
  const counts = [there, back].reduce((sum, at) => sum + (tasks[at]?.asked.length ?? 0), 0);
  return table(
    [
      'one of the ten is relevant',
      `es↔pl (n = ${counts})`,
      ...pairs.map(
        ([from, to], at) =>
          `${from}→${to} (${tasks[at]?.asked.length} of ${inLanguage(from).length} among ${inLanguage(to).length})`,
      ),
    ],
    [...rows, ['ten drawn blindly', ...[bothChances, ...chances].map((some) => share(bootstrapMean(some)))]],
  );
}

interface Task {
  /** Those for which there is a relevant one. */
  readonly asked: readonly Tender[];
  readonly offered: readonly Tender[];
}

function taskOf(asked: readonly Tender[], offered: readonly Tender[]): Task {
  return { asked: asked.filter((tender) => offered.some((other) => relevant(tender, other))), offered };
}

function relevant(a: Tender, b: Tender): boolean {
  return a.cpv.slice(0, 3) === b.cpv.slice(0, 3);
}

function hitsOf({ asked, offered }: Task, find: Finder): number[] {
  return asked.map((tender) => (find(tender).some((at) => relevant(tender, offered[at] as Tender)) ? 1 : 0));
}

/** How likely ten of the offered ones, drawn at random, hold a relevant one. */
function chanceOf({ offered }: Task, tender: Tender): number {
  const others = offered.filter((other) => !relevant(tender, other)).length;
  let none = 1;
  for (let drawn = 0; drawn < mostFound; drawn += 1)
    none *= Math.max(0, others - drawn) / (offered.length - drawn);
  return 1 - none;
}
