import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod';

const templateSchema = z.looseObject({
  Resources: z.record(z.string(), z.looseObject({ Type: z.string() })),
});

type Resources = z.infer<typeof templateSchema>['Resources'];
/** What stands in a place of a template instead of `value`; undefined: it stays. */
type Spelling = (value: Readonly<Record<string, unknown>>, resources: Resources) => unknown;

const referenceSchema = z.strictObject({ Ref: z.string() });
const attributeSchema = z.strictObject({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) });

/** In AWS `Ref` of a secret is its ARN, and so is its attribute `Id`; in MiniStack `Ref` is its name. */
const secretArn: Spelling = (value, resources) => {
  const id = referenceSchema.safeParse(value).data?.Ref ?? '';
  return resources[id]?.Type === 'AWS::SecretsManager::Secret' ? { 'Fn::GetAtt': [id, 'Id'] } : undefined;
};

/** In AWS `ProviderURL` is `https://` before `ProviderName`; MiniStack knows only the latter. */
const issuer: Spelling = (value) => {
  const [id, attribute] = attributeSchema.safeParse(value).data?.['Fn::GetAtt'] ?? [];
  return attribute === 'ProviderURL'
    ? { 'Fn::Join': ['', ['https://', { 'Fn::GetAtt': [id, 'ProviderName'] }]] }
    : undefined;
};

const spellings: readonly (readonly [template: string, what: string, Spelling])[] = [
  ['Data', 'the ARN of a secret', secretArn],
  ['Pipeline', 'the issuer of tokens', issuer],
];

/**
 * Writes in the templates of `assembly` two values in another way that means the same to AWS, because MiniStack does not
 * know ours. Nothing else of the templates is touched.
 * @throws when there is nothing to write otherwise: then this file is not needed any more
 */
export function spellForMiniStack(assembly: string): void {
  for (const [name, what, spelling] of spellings) {
    const path = resolve(assembly, `${name}.template.json`);
    const template = templateSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    let count = 0;
    const text = JSON.stringify(template, (_key, value: unknown) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
      const other = spelling(value as Record<string, unknown>, template.Resources);
      if (other === undefined) return value;
      count += 1;
      return other;
    });
    if (count === 0) throw new Error(`${path} does not name ${what} any more`);
    writeFileSync(path, text);
  }
}
