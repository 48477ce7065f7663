import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { resourceName, type StageConfig } from '../config.ts';

const projectRoot = resolve(import.meta.dirname, '../..');

/** What every alarm of a stage shares: its configuration and, where somebody is to be told, the topic. */
export interface Watch {
  readonly config: StageConfig;
  readonly topic?: Topic;
}

/** What an alarm means to people; without both there is no alarm. */
export interface AlarmMeaning {
  /** Who notices what, in one sentence. */
  readonly impact: string;
  /** The page `docs/runbooks/<runbook>.md`; also the alarm's name. */
  readonly runbook: string;
}

export interface PuenteAlarmProps extends AlarmMeaning {
  readonly watch: Watch;
  readonly metric: IMetric;
  readonly threshold: number;
  /** Which side of the threshold is bad; `atLeast` when not given. */
  readonly when?: 'atLeast' | 'below';
  /** How many periods of the metric in a row must be bad; 1 when not given. */
  readonly periods?: number;
  /** What silence means; a metric that is silent when all is well is `good`, the default. */
  readonly silence?: 'good' | 'bad';
}

/** An alarm whose description says who is hurt and which page helps. Throws when that page does not exist. */
export class PuenteAlarm extends Alarm {
  constructor(scope: Construct, id: string, props: PuenteAlarmProps) {
    const page = `docs/runbooks/${props.runbook}.md`;
    if (!existsSync(resolve(projectRoot, page)))
      throw new Error(`the alarm ${id} has no runbook: ${page} is missing`);
    super(scope, id, {
      alarmName: resourceName(props.watch.config, props.runbook),
      alarmDescription: `${props.impact} Runbook: ${page}`,
      metric: props.metric,
      threshold: props.threshold,
      evaluationPeriods: props.periods ?? 1,
      comparisonOperator:
        props.when === 'below'
          ? ComparisonOperator.LESS_THAN_THRESHOLD
          : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: props.silence === 'bad' ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    const { topic } = props.watch;
    if (topic !== undefined) this.addAlarmAction({ bind: () => ({ alarmActionArn: topic.topicArn }) });
  }
}
