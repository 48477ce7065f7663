import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import * as z from 'zod';
import { buildApp } from '../../infra/app.ts';
import { parseConfig, type StageConfig, type StageName } from '../../infra/config.ts';

const resourceSchema = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
  UpdateReplacePolicy: z.string().optional(),
  Metadata: z.record(z.string(), z.unknown()).default({}),
});
const templateSchema = z.object({
  Resources: z.record(z.string(), resourceSchema),
  Outputs: z.record(
    z.string(),
    z.object({ Value: z.unknown(), Export: z.object({ Name: z.string() }).optional() }),
  ),
});

type Resource = z.infer<typeof resourceSchema>;
type Template = z.infer<typeof templateSchema>;

/** What the CDK context of each stage must hold at least. */
export function configOf(stage: StageName): StageConfig {
  return parseConfig({ stage, mailDomain: 'mail.example.org', alarmEmail: 'operator@example.org' });
}

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'puente-infra-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Both stacks of a stage, read the way CloudFormation would: across stacks, by logical id. */
export class Synthesised {
  readonly data: Template;
  readonly pipeline: Template;

  constructor(config: StageConfig) {
    const outdir = mkdtempSync(join(tmpdir(), 'puente-infra-'));
    try {
      const assembly = buildApp(config, { outdir, bundling: false, validation: false }).synth();
      const templateOf = (id: string) => templateSchema.parse(assembly.getStackArtifact(id).template);
      this.data = templateOf('Data');
      this.pipeline = templateOf('Pipeline');
    } finally {
      rmSync(outdir, { recursive: true, force: true });
    }
  }

  /** Every resource of a type, by logical id. */
  all(type: string): [string, Resource][] {
    const everything = { ...this.data.Resources, ...this.pipeline.Resources };
    return Object.entries(everything).filter(([, resource]) => resource.Type === type);
  }

  /** The only resource of a type. */
  one(type: string): Resource {
    const found = this.all(type);
    const [first] = found;
    if (first === undefined || found.length > 1) throw new Error(`${found.length} resources of type ${type}`);
    return first[1];
  }

  /** The folder of the function with this logical id. */
  functionName(logicalId: string): string {
    const entry = z.string().parse(this.pipeline.Resources[logicalId]?.Metadata['puente:entry']);
    const name = /^functions\/([a-z-]+)\/index\.ts$/.exec(entry)?.[1];
    if (name === undefined) throw new Error(`${logicalId} has the entry ${entry}`);
    return name;
  }

  /** The logical id of the function in this folder. */
  functionId(name: string): string {
    const found = this.all('AWS::Lambda::Function').find(([id]) => this.functionName(id) === name);
    if (found === undefined) throw new Error(`no function ${name}`);
    return found[0];
  }

  /** An intrinsic as text: `Ref` and `GetAtt` by logical id, imports followed, joins joined. */
  text(value: unknown): string {
    if (typeof value === 'string') return value;
    const intrinsic = intrinsicSchema.parse(value);
    if ('Ref' in intrinsic) return intrinsic.Ref;
    if ('Fn::GetAtt' in intrinsic) return intrinsic['Fn::GetAtt'].join('.');
    if ('Fn::Join' in intrinsic) {
      const [separator, parts] = intrinsic['Fn::Join'];
      return parts.map((part) => this.text(part)).join(separator);
    }
    const name = intrinsic['Fn::ImportValue'];
    const exported = Object.values(this.data.Outputs).find((output) => output.Export?.Name === name);
    if (exported === undefined) throw new Error(`nothing exports ${name}`);
    return this.text(exported.Value);
  }

  /** Like `text`, without the hashes and attributes that say nothing to a reader. */
  plainName(value: unknown): string {
    return this.text(value)
      .replace(/\.(Arn|StreamArn)(?=\/|$)/, (_match, attribute: string) =>
        attribute === 'Arn' ? '' : ' stream',
      )
      .replaceAll(/[0-9A-F]{8}(?=[ /]|$)/g, '');
  }
}

const intrinsicSchema = z.union([
  z.strictObject({ Ref: z.string() }),
  z.strictObject({ 'Fn::GetAtt': z.array(z.string()) }),
  z.strictObject({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) }),
  z.strictObject({ 'Fn::ImportValue': z.string() }),
]);
