import type { Fact } from './facts.ts';

/** The text part from its blocks: a blank line between, none of the absent ones. */
export function plainText(blocks: readonly (string | undefined)[]): string {
  return `${blocks.filter((block) => block !== undefined && block !== '').join('\n\n')}\n`;
}

export function heading(text: string): string {
  return `${text}\n${'='.repeat([...text].length)}`;
}

export function subheading(text: string): string {
  return `${text}\n${'-'.repeat([...text].length)}`;
}

export const rule = '-'.repeat(40);

/** A label with an address on a line of its own, so that no client swallows a following full stop. */
export function addressed(label: string, url: string): string {
  return `${label}\n${url}`;
}

export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** Words of another person, marked on each line: none of theirs can pass for one of ours. */
export function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

export function factLines(facts: readonly Fact[]): string {
  return facts
    .map(({ label, values }) => {
      const [first, ...more] = values.map(({ text }) => text);
      return more.length === 0 ? `${label}: ${first}` : `${label}:\n${bullets([first ?? '', ...more])}`;
    })
    .join('\n');
}
