import type { ComponentChildren } from 'preact';

/** A name and what it stands for; entries whose value is absent are left out. */
export type Fact = readonly [label: string, value: ComponentChildren | undefined];

export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts
        .filter(([, value]) => value !== undefined)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
