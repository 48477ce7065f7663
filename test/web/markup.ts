/** One start tag of a page. */
export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const tagPattern = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-zA-Z][\w:-]*(?:="[^"<]*")?)*)\s*\/?>/g;
const attributePattern = /([a-zA-Z][\w:-]*)(?:="([^"]*)")?/g;

/** The start tags of a page, in order. */
export function tagsOf(html: string): readonly Tag[] {
  return [...html.matchAll(tagPattern)]
    .filter(([, slash]) => slash === '')
    .map(([, , name = '', attributes = '']) => ({
      name,
      attributes: new Map(
        [...attributes.matchAll(attributePattern)].map(([, key = '', value = '']) => [key, decode(value)]),
      ),
    }));
}

/** The page without its tags, one blank where each was; anything that still looks like markup is a leak. */
export function textOf(html: string): string {
  return decode(rawTextOf(html));
}

export function rawTextOf(html: string): string {
  return html.replace(/^<!doctype html>/, '').replace(tagPattern, ' ');
}

/** The tags with the names of their attributes: what no value may change. */
export function shapeOf(html: string): readonly string[] {
  return tagsOf(html).map(({ name, attributes }) => `${name} ${[...attributes.keys()].join(' ')}`);
}

/** The values of an attribute on every tag that has it. */
export function valuesOf(html: string, attribute: string, name?: string): readonly string[] {
  return tagsOf(html)
    .filter((tag) => name === undefined || tag.name === name)
    .flatMap(({ attributes }) => attributes.get(attribute) ?? []);
}

/** The only tag with these attributes. Throws when there is none or more than one. */
export function theTag(html: string, wanted: Readonly<Record<string, string>>): Tag {
  const found = tagsOf(html).filter(({ attributes }) =>
    Object.entries(wanted).every(([key, value]) => attributes.get(key) === value),
  );
  const [tag] = found;
  if (tag === undefined || found.length > 1)
    throw new Error(`${found.length} tags with ${JSON.stringify(wanted)}`);
  return tag;
}

function decode(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&nbsp;', '\u00a0')
    .replaceAll('&amp;', '&');
}
