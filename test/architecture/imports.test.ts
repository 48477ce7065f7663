import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;
const rooms = ['shared', 'functions', 'infra', 'local', 'web'];
const sources = rooms.flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('dist/'))
    .map((name) => join(room, name)),
);

interface Import {
  readonly from: string;
  /** A path in the project, or a package's name. */
  readonly to: string;
  readonly typeOnly: boolean;
}

const statement = /^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm;

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(statement)].map(([, type, target = '']) => ({
    from: file,
    to: target.startsWith('.') ? normalize(join(dirname(file), target)) : target,
    typeOnly: type !== undefined,
  }));
}

const imports = sources.flatMap(importsOf);

/** Where the files of a room may look; a package is named, a room is a path. */
interface Arrow {
  readonly room: RegExp;
  readonly may: readonly RegExp[];
}

const anyPackage = /^(?!shared|functions|infra|local|web|test|bench)[@a-z]/;
const pureHelpers = /^shared\/domain\//;
const contracts = /^shared\/contracts\//;
const runtime = /^shared\/runtime\//;

const arrows: readonly Arrow[] = [
  { room: /^shared\/domain\//, may: [pureHelpers, /^zod$/] },
  { room: /^shared\/contracts\//, may: [contracts, pureHelpers, /^zod$/, /^stdnum\//] },
  { room: /^shared\/adapters\//, may: [/^shared\/adapters\//, contracts, pureHelpers, anyPackage] },
  { room: /^shared\/mail\//, may: [/^shared\/mail\//, contracts, pureHelpers, anyPackage] },
  { room: /^shared\/runtime\//, may: [runtime, contracts, anyPackage] },
  { room: /^web\//, may: [/^web\//, contracts, pureHelpers, anyPackage] },
  { room: /^functions\/[^/]+\/index\.ts$/, may: [/^shared\//, /^functions\//, anyPackage] },
  {
    room: /^functions\/[^/]+\/handler\.ts$/,
    may: [runtime, contracts, pureHelpers, /^functions\//, /^web\/pages\//, anyPackage],
  },
  {
    room: /^functions\/[^/]+\/(?!index\.ts|handler\.ts)/,
    may: [contracts, pureHelpers, /^functions\//, /^zod$/, /^node:(fs|path)$/],
  },
  {
    room: /^infra\//,
    may: [/^infra\//, contracts, pureHelpers, /^functions\/[^/]+\/env\.ts$/, anyPackage],
  },
];

describe('arrows point inward', () => {
  it('reads every import of every room', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(imports.length).toBeGreaterThan(300);
  });

  it.each(arrows)('$room imports only what it may', ({ room, may }) => {
    const wrong = imports
      .filter(({ from }) => room.test(from))
      .filter(({ to }) => !may.some((allowed) => allowed.test(to)));
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('every file of a room is held by an arrow, but for the local runner', () => {
    const free = sources.filter((file) => !arrows.some(({ room }) => room.test(file)));
    expect(free.filter((file) => !file.startsWith('local/'))).toEqual([]);
  });

  it('functions never import each other', () => {
    const folder = (path: string) => path.split('/').slice(0, 2).join('/');
    const wrong = imports.filter(
      ({ from, to }) =>
        from.startsWith('functions/') && to.startsWith('functions/') && folder(from) !== folder(to),
    );
    expect(wrong).toEqual([]);
  });

  it('infra knows of functions only the types of their environments', () => {
    const wrong = imports.filter(
      ({ from, to, typeOnly }) => from.startsWith('infra/') && to.startsWith('functions/') && !typeOnly,
    );
    expect(wrong).toEqual([]);
  });

  it('nothing that is deployed knows the local runner, tests or benches', () => {
    const wrong = imports.filter(
      ({ from, to }) => !from.startsWith('local/') && /^(local|test|bench)\//.test(to),
    );
    expect(wrong).toEqual([]);
  });
});

describe('what a page loads to suggest sectors while one types', () => {
  it('needs no package', () => {
    const reached = new Set<string>();
    const follow = (file: string) => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const { to } of imports.filter(({ from, typeOnly }) => from === file && !typeOnly)) follow(to);
    };
    follow('shared/domain/sectors/suggest.ts');
    follow('shared/domain/sectors/sector-model.ts');
    expect(reached.size).toBeGreaterThan(15);
    expect([...reached].filter((name) => !name.startsWith('shared/'))).toEqual([]);
  });
});

describe('what is made from sources', () => {
  it('is imported by no command before it has been made', () => {
    const generated = 'shared/adapters/sector-names/sector-names.ts';
    const tooEarly = imports.filter(({ from, to }) => from.startsWith('local/') && to === generated);
    expect(tooEarly).toEqual([]);
  });
});

describe('files stay small', () => {
  const lengths = sources.map((file) => ({
    file,
    lines: readFileSync(join(root, file), 'utf8').split('\n').length,
  }));

  it('no file passes 300 lines', () => {
    expect(lengths.filter(({ lines }) => lines > 301)).toEqual([]);
  });

  it.each(['index.ts', 'handler.ts'])('every function has an %s of its own, short', (name) => {
    const longest = name === 'index.ts' ? 30 : 60;
    const found = lengths.filter(({ file }) => file.startsWith('functions/') && file.endsWith(`/${name}`));
    expect(found.length).toBeGreaterThan(15);
    expect(found.filter(({ lines }) => lines > longest + 1)).toEqual([]);
  });
});
