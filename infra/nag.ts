import { type App, Validations } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks } from 'cdk-nag';

/** Has every synthesis of `app` checked against AWS's own recommendations; a finding without a reason fails it. */
export function checkRecommendations(app: App): void {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
}
