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

function round(value: number): number {
  return value >= 100 ? Math.round(value) : Math.round(value * 10) / 10;
}
