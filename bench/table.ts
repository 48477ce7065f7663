import type { Interval } from './statistics.ts';

/** Several measurements of one thing. */
export interface Samples {
  readonly what: string;
  readonly unit: string;
  readonly values: readonly number[];
}

/** A Markdown table with minimum, median and maximum of each. */
export function spreadTable(rows: readonly Samples[]): string {
  const lines = rows.map(({ what, unit, values }) => {
    const sorted = [...values].sort((a, b) => a - b);
    const [least, middle, most] = [0, Math.floor(sorted.length / 2), sorted.length - 1].map((at) =>
      round(sorted[at] ?? Number.NaN),
    );
    return `| ${what} | ${unit} | ${values.length} | ${least} | ${middle} | ${most} |`;
  });
  return ['| what | unit | n | min | median | max |', '|---|---|---:|---:|---:|---:|', ...lines].join('\n');
}

/** A Markdown table: the first column to the left, numbers to the right. */
export function table(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  const rule = header.map((_, column) => (column === 0 ? '---' : '---:'));
  return [line(header), `|${rule.join('|')}|`, ...rows.map(line)].join('\n');
}

/** Milliseconds with three figures that tell. */
export function ms(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toPrecision(value < 0.01 ? 2 : 3);
}

/** A share of 1 with two places and its interval: `.71 [.66–.76]`. */
export function share({ mean, low, high }: Interval): string {
  return `${decimals(mean)} [${decimals(low)}–${decimals(high)}]`;
}

/** `.71`; `1.00` and a missing number as they are. */
export function decimals(value: number, places = 2): string {
  return Number.isNaN(value) ? '–' : value.toFixed(places).replace(/^(-?)0\./, '$1.');
}

function round(value: number): number {
  return value >= 100 ? Math.round(value) : Math.round(value * 10) / 10;
}
