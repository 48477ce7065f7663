import { App } from 'aws-cdk-lib/core';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };
import type { StageConfig } from './config.ts';
import { DataStack } from './stacks/data-stack.ts';
import { PipelineStack } from './stacks/pipeline-stack.ts';

/** In code, not in `cdk.json`: the same template for the CDK command and for whoever synthesises in-process. */
const featureFlags = {
  ...recommendedFlags,
  // Exports and imports: what is still in use cannot be taken away, and every CloudFormation knows them.
  '@aws-cdk/core:defaultCrossStackReferences': 'strong',
};

export interface BuildOptions {
  /** Where the templates are written; the CDK command says so itself. */
  readonly outdir?: string;
  /** `false`: functions keep their place in the template but have no code, and `functions/` is not read. */
  readonly bundling?: boolean;
  /** `false` leaves out CDK's check of the templates against CloudFormation's schemas. */
  readonly validation?: boolean;
}

/** The whole of Puente for one stage; `synth()` on the result writes the templates. */
export function buildApp(config: StageConfig, options: BuildOptions = {}): App {
  const app = new App({
    ...(options.outdir === undefined ? {} : { outdir: options.outdir }),
    ...(options.validation === undefined ? {} : { builtinCloudFormationValidation: options.validation }),
    analyticsReporting: false,
    treeMetadata: false,
    context: featureFlags,
    ...(options.bundling === false ? { postCliContext: { 'aws:cdk:bundling-stacks': [] } } : {}),
  });
  const data = new DataStack(app, 'Data', config);
  new PipelineStack(app, 'Pipeline', { config, data });
  return app;
}
