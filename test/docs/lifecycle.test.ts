import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lifecycleDocument } from '../../local/lifecycle-document.ts';
import { type ClockName, clocksSchema, clockVariable, defaultClocks } from '../../shared/domain/clocks.ts';
import { type MachineKind, machines } from '../../shared/domain/transitions.ts';

const written = readFileSync(new URL('../../docs/lifecycle.md', import.meta.url), 'utf8');
const [, ...sections] = written.split(/^## /m);

function sectionOf(title: string): string {
  return sections.find((section) => section.startsWith(`${title}\n`)) ?? '';
}

describe('docs/lifecycle.md', () => {
  it('is what the command makes of the transition table', () => {
    expect(written).toBe(lifecycleDocument());
  });

  it.each<[MachineKind, string]>([
    ['INTEREST', 'Interest'],
    ['LEAD', 'Lead'],
    ['OUTBOX', 'Outbox entry'],
  ])('draws and lists every transition of %s with its actor and a sentence', (kind, title) => {
    const section = sectionOf(title);
    const [drawing = ''] = /```mermaid\n[\s\S]*?```/.exec(section) ?? [];
    for (const { event, from, to, by } of machines[kind]) {
      const drawn = from.every((status) => drawing.includes(`  ${status} --> ${to}: ${event}\n`));
      const row = section.split('\n').find((line) => line.startsWith(`| \`${event}\` |`)) ?? '';
      const cells = row.split('|').map((cell) => cell.trim());
      const [, , listedFrom, listedTo, listedBy, when = ''] = cells;
      expect([listedTo, listedBy]).toEqual([to, by]);
      expect(when.length).toBeGreaterThan(20);
      if (drawn) expect(listedFrom).toBe(from.join(', '));
      else
        expect([listedFrom, section.includes(`every other status: \`${event}\`.`)]).toEqual([
          'every other status',
          true,
        ]);
    }
  });

  it('lists every clock with its default and its variable', () => {
    const section = sectionOf('Clocks');
    for (const name of Object.keys(clocksSchema.shape) as ClockName[]) {
      const row = section.split('\n').find((line) => line.startsWith(`| \`${name}\` |`));
      expect(row).toContain(`| ${defaultClocks[name]} | \`${clockVariable(name)}\` |`);
    }
    expect(section).toContain('| 10 minutes | 600 | `PUENTE_UNDO_SECONDS` |');
    expect(section).toContain('| 10 days | 864000 | `PUENTE_ANSWER_SECONDS` |');
  });
});
