import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'puente-commands-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(command: 'match' | 'sectors', parameters: readonly string[], input: string) {
  const module = fileURLToPath(new URL(`../../../local/commands/${command}.ts`, import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', module, ...parameters], {
    input,
    encoding: 'utf8',
  });
  const answers = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  return { status, stderr, answers };
}

function file(name: string, lines: readonly unknown[]): string {
  const path = join(folder, name);
  writeFileSync(
    path,
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );
  return path;
}

const consent = { version: '1', contactByEmail: true, at: '2026-11-01T09:00:00Z', source: 'cluster' };
const firm = (id: string, description: string) => ({
  id,
  language: 'pl',
  company: { name: id, country: 'PL' },
  offers: { description },
  clusters: ['klaster'],
  consent,
});
const interest = (id: string, description: string) => ({
  id,
  language: 'es',
  company: { name: 'Misti', country: 'PE' },
  intent: 'buy',
  sought: { description },
});

describe('npm run sectors', () => {
  it('answers each line in its place, also an empty one, with up to ten classes', () => {
    const { status, answers } = run(
      'sectors',
      ['--language', 'es'],
      'tractores agrícolas\n\r\nqueso maduro 🎉\u2028\n',
    );
    expect(status).toBe(0);
    expect(answers.map(({ text }) => text)).toEqual(['tractores agrícolas', '', 'queso maduro 🎉\u2028']);
    expect(answers.map(({ sectors }) => sectors[0]?.code)).toEqual(['28.30', undefined, '10.51']);
    for (const { sectors } of answers) {
      expect(sectors.length).toBeLessThanOrEqual(10);
      for (const sector of sectors) expect(Object.keys(sector)).toEqual(['code', 'score']);
    }
  });

  it('detects the language when none is given, and refuses one that it does not speak', () => {
    expect(run('sectors', [], 'ciągniki rolnicze\n').answers[0].sectors[0].code).toBe('28.30');
    expect(run('sectors', ['--language', 'qu'], '')).toMatchObject({ status: 2, answers: [] });
  });
});

describe('npm run match', () => {
  it('gives each interest its leads, best first, with reasons as facts and in words', () => {
    const members = file('members.jsonl', [
      firm('okna', 'Okna i drzwi drewniane'),
      firm('kosiarki', 'Kosiarki i zgrabiarki dla rolnictwa'),
    ]);
    const interests = [interest('a', 'Segadoras para alfalfa'), interest('b', 'ventanas de madera')];
    const { status, answers } = run(
      'match',
      ['--members', members],
      interests.map((each) => JSON.stringify(each)).join('\n'),
    );
    expect(status).toBe(0);
    expect(answers.map(({ interestId, leads }) => [interestId, leads[0].memberId])).toEqual([
      ['a', 'kosiarki'],
      ['b', 'okna'],
    ]);
    expect(answers[0].leads[0].reasons[0]).toMatchObject({
      code: 'sameClass',
      text: expect.stringContaining('«Segadoras»'),
    });
  });

  it('names every faulty line and goes on with the good ones', () => {
    const members = file('some-bad.jsonl', [
      firm('okna', 'Okna drewniane'),
      'not JSON',
      { id: 'x', language: 'qu' },
    ]);
    const lines = ['{', JSON.stringify({ id: 'b' }), '', JSON.stringify(interest('c', 'ventanas de madera'))];
    const { status, stderr, answers } = run('match', ['--members', members], lines.join('\n'));
    expect(status).toBe(1);
    expect(stderr).toContain('some-bad.jsonl:2: not JSON');
    expect(stderr).toMatch(/some-bad\.jsonl:3: language: .*; company: /);
    expect(answers[0]).toEqual({ interestId: null, leads: [], errors: ['not JSON'] });
    expect(answers[1].errors.length).toBeGreaterThan(2);
    expect(answers[2]).toMatchObject({ interestId: 'c', leads: [{ memberId: 'okna' }] });
  });

  it.each([[[]], [['--members', '/nowhere/members.jsonl']]])('says what is wrong with %j', (parameters) => {
    const { status, stderr } = run('match', parameters, '');
    expect(status).toBe(2);
    expect(stderr).toMatch(/usage: npm run|cannot be read: ENOENT/);
  });
});
