export interface FactValue {
  readonly text: string;
  readonly href?: string;
}

/** A labelled line of a mail, with one value or several. */
export interface Fact {
  readonly label: string;
  readonly values: readonly FactValue[];
}

/** No fact at all where there is no value: a mail shows no empty label. */
export function fact(label: string, values: readonly (string | undefined)[]): readonly Fact[] {
  const present = values
    .filter((value) => value !== undefined && value !== '')
    .map((text) => ({ text: `${text}` }));
  return present.length === 0 ? [] : [{ label, values: present }];
}

export function linkedFact(label: string, text: string, href: string): readonly Fact[] {
  return [{ label, values: [{ text, href }] }];
}
