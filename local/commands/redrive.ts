import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SQSClient } from '@aws-sdk/client-sqs';
import { CommandError, runCommand, UsageError } from '../operator/command-error.ts';
import { notedEndpoints } from '../operator/endpoints-file.ts';
import { redrive } from '../operator/redrive.ts';
import { REGION } from '../template/names.ts';

const USAGE = `Usage: npm run redrive -- <queue> [--stage dev|test|prod] [--dry-run]
  <queue>      mail, match, index or another queue that has dead letters
  --stage      a stage on AWS, with the AWS settings of this shell; without it the Puente that runs here (PUENTE_DATA)
  --dry-run    counts, and moves nothing`;

function readArguments() {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: {
        stage: { type: 'string', default: 'local' },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    const [queue, ...more] = positionals;
    const isName = (text: string) => /^[a-z][a-z-]{0,60}$/.test(text);
    if (queue === undefined || more.length > 0 || !isName(queue) || !isName(values.stage))
      throw new UsageError(USAGE);
    return { queue, stage: values.stage, dryRun: values['dry-run'] };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}

/** On this machine nothing of a developer's own AWS settings is used. */
function clientFor(stage: string): SQSClient {
  if (stage !== 'local') return new SQSClient({});
  const { sqs } = notedEndpoints(resolve(process.env['PUENTE_DATA'] || '.puente'));
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return new SQSClient({ region: REGION, endpoint: sqs, credentials });
}

async function main(): Promise<void> {
  const { queue, stage, dryRun } = readArguments();
  const queueName = `puente-${stage}-${queue}`;
  const sqs = clientFor(stage);
  try {
    const { found, moved } = await redrive({ sqs, queueName, dryRun });
    const done = dryRun ? 'nothing was moved (--dry-run)' : `${moved} moved back`;
    console.log(`${queueName}: ${found} set aside, ${done}`);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED')
      throw new CommandError('Puente does not answer any more. Start it with npm start.', { cause: error });
    throw error;
  } finally {
    sqs.destroy();
  }
}

await runCommand(main);
