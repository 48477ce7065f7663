import { countries } from '../shared/domain/region.ts';
import { callAws } from './aws/json-protocol.ts';
import type { LocalPlan } from './template/plan.ts';
import { TemplateError } from './template/stack-template.ts';

/**
 * Asks for the index of the members of every country. On this machine indexes are lost with the process that served
 * them, while the members that they are built of stay.
 */
export async function askForIndexes({
  functions,
  eventSources,
}: Pick<LocalPlan, 'functions' | 'eventSources'>): Promise<void> {
  const builder = functions.find(({ entry }) => entry === 'functions/build-index/index.ts');
  const source = eventSources.find((each) => each.kind === 'queue' && each.functionName === builder?.name);
  if (source?.kind !== 'queue') throw new TemplateError('No queue leads to build-index');
  for (const country of countries) {
    await callAws(new URL(source.queueUrl).origin, 'sqs', 'SendMessage', {
      QueueUrl: source.queueUrl,
      MessageBody: JSON.stringify({ country }),
    });
  }
}
