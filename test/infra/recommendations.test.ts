import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { type App, Stack, Validations } from 'aws-cdk-lib/core';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { buildApp } from '../../infra/app.ts';
import { type StageName, stageNames } from '../../infra/config.ts';
import { checkRecommendations } from '../../infra/nag.ts';
import { configOf, temporaryFolder } from './synthesised.ts';

const reportSchema = z.object({
  pluginReports: z.array(z.object({ violations: z.array(z.object({ ruleName: z.string() })) })),
});

function build(stage: StageName, outdir: string, validation: boolean): App {
  const app = buildApp(configOf(stage), { outdir, bundling: false, validation });
  checkRecommendations(app);
  return app;
}

function rulesViolated(outdir: string): string[] {
  const report = reportSchema.parse(JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')));
  return report.pluginReports.flatMap(({ violations }) => violations.map(({ ruleName }) => ruleName));
}

/** Every rule that is not followed, with the number of constructs that say why. */
function acknowledged(app: App): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const construct of app.node.findAll()) {
    for (const { type, data } of construct.node.metadata) {
      if (type !== Validations.ACKNOWLEDGED_RULES_METADATA_KEY) continue;
      for (const [qualified, reason] of Object.entries(z.record(z.string(), z.string()).parse(data))) {
        const rule = qualified.replace(/^annotation::/i, '');
        expect(reason.length, rule).toBeGreaterThan(40);
        counts[rule] = (counts[rule] ?? 0) + 1;
      }
    }
  }
  return counts;
}

describe("AWS's recommendations", () => {
  // CDK's own check against CloudFormation's schemas takes seconds and sees the same resources in every stage.
  test.each(stageNames)(
    'hold in %s',
    (stage) => {
      const outdir = temporaryFolder();
      build(stage, outdir, stage === 'prod').synth();
      expect(rulesViolated(outdir)).toEqual([]);
    },
    60_000,
  );

  test('are really asked about', () => {
    const outdir = temporaryFolder();
    const app = build('dev', outdir, false);
    new Queue(new Stack(app, 'Careless'), 'Queue');
    expect(() => app.synth()).toThrow('AwsSolutions-SQS4');
    expect(rulesViolated(outdir).toSorted()).toEqual(['AwsSolutions-SQS3', 'AwsSolutions-SQS4']);
  });

  const everywhere = {
    'AwsSolutions-APIG4': 23,
    'AwsSolutions-IAM5[Resource::*]': 24,
    'AwsSolutions-S1': 1,
    'AwsSolutions-SMG4': 2,
    'AwsSolutions-SQS3': 1,
  };
  test.each([
    ['prod', everywhere],
    ['test', { ...everywhere, 'AwsSolutions-COG2': 1 }],
  ] as const)('are set aside in %s for these reasons only', (stage, expected) => {
    expect(acknowledged(build(stage, temporaryFolder(), false))).toEqual(expected);
  });
});

test('the same configuration gives the same templates', () => {
  const templates = () => {
    const assembly = buildApp(configOf('prod'), {
      outdir: temporaryFolder(),
      bundling: false,
      validation: false,
    }).synth();
    return assembly.stacks.map((stack) => readFileSync(stack.templateFullPath, 'utf8'));
  };
  expect(templates()).toEqual(templates());
});
