import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';

const retentions = {
  7: RetentionDays.ONE_WEEK,
  14: RetentionDays.TWO_WEEKS,
  90: RetentionDays.THREE_MONTHS,
} satisfies Record<StageConfig['logRetentionDays'], RetentionDays>;

/** A log group `/puente/<stage>/<name>` that keeps what its stage says. */
export class PuenteLogGroup extends LogGroup {
  constructor(scope: Construct, id: string, props: { readonly config: StageConfig; readonly name: string }) {
    super(scope, id, {
      logGroupName: `/puente/${props.config.stage}/${props.name}`,
      retention: retentions[props.config.logRetentionDays],
      removalPolicy: props.config.durable ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
  }
}
