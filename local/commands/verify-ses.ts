import { parseArgs } from 'node:util';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { sendOnceClient, sesMailProvider } from '../../shared/adapters/ses/mail-provider.ts';
import { openEventTap } from '../event-tap.ts';
import { faultsOf, type TrialResult, verifySes } from '../verify-ses.ts';

const USAGE =
  'Usage: npm run verify:ses -- --sender ADDRESS --configuration-set NAME --topic ARN [--wait SECONDS]\n' +
  'The first three are the outputs MailSender, ConfigurationSet and MailEventsTopicArn of the stack puente-<stage>-pipeline.';

/** A message for the terminal, without a stack trace. */
class CommandError extends Error {}

interface Settings {
  readonly sender: string;
  readonly configurationSet: string;
  readonly topicArn: string;
  readonly waitMs: number;
}

function readSettings(parameters: readonly string[]): Settings {
  const { values } = parse(parameters);
  const { sender = '', 'configuration-set': configurationSet = '', topic = '', wait = '120' } = values;
  const waitSeconds = Number(wait);
  if (!/^[^@\s<>]+@[^@\s<>]+$/.test(sender)) throw new CommandError(`--sender needs an address.\n${USAGE}`);
  if (!/^[\w-]{1,64}$/.test(configurationSet))
    throw new CommandError(`--configuration-set needs a name.\n${USAGE}`);
  if (!/^arn:[\w-]+:sns:[\w-]+:\d{12}:[\w-]+$/.test(topic))
    throw new CommandError(`--topic needs the ARN of an SNS topic.\n${USAGE}`);
  if (!(waitSeconds >= 1 && waitSeconds <= 900))
    throw new CommandError(`--wait needs 1 to 900 seconds.\n${USAGE}`);
  return { sender, configurationSet, topicArn: topic, waitMs: waitSeconds * 1000 };
}

function parse(parameters: readonly string[]) {
  try {
    return parseArgs({
      args: [...parameters],
      options: {
        sender: { type: 'string' },
        'configuration-set': { type: 'string' },
        topic: { type: 'string' },
        wait: { type: 'string' },
      },
    });
  } catch (error) {
    throw new CommandError(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}

/**
 * Proves on the account that the credentials and `AWS_REGION` of the environment lead to that SES takes Puente's mail and
 * says how each fares where Puente listens. Leaves nothing behind. Returns what is wrong, one line each.
 */
async function verify(settings: Settings, signal: AbortSignal): Promise<string[]> {
  const { sender, configurationSet, topicArn, waitMs } = settings;
  // A queue's own address may name a host that only its region's DNS knows.
  const sqs = new SQSClient({ useQueueUrlAsEndpoint: false });
  const [ses, sns] = [sendOnceClient(), new SNSClient()];
  const onProgress = (line: string) => console.error(line);
  try {
    onProgress(`subscribing a queue of our own to ${topicArn}`);
    const tap = await openEventTap({ sqs, sns, topicArn });
    const faults: string[] = [];
    try {
      const provider = sesMailProvider(ses, sender, configurationSet);
      const { queueUrl } = tap;
      const verification = await verifySes({
        ...{ provider, from: sender, sqs, queueUrl, waitMs, signal, onProgress },
      });
      console.log(tableOf(verification.results));
      faults.push(...faultsOf(verification));
    } finally {
      const left = await tap.close();
      if (left === undefined) onProgress('queue and subscription are removed');
      else faults.push(left);
    }
    return faults;
  } finally {
    for (const client of [ses, sqs, sns]) client.destroy();
  }
}

function tableOf(results: readonly TrialResult[]): string {
  const rows = results.map(({ to, outcome, expected, seen }) => [
    to,
    outcome,
    expected
      .map((news) => (seen.has(news) ? `${news} ${seen.get(news)?.toFixed(1)} s` : `${news} missing`))
      .join(', '),
  ]);
  const all = [['mail to', 'SES', 'events'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Prints a table and ends with 0, or with 1 and one line for each fault. */
async function main(): Promise<void> {
  const stopping = new AbortController();
  process.once('SIGINT', () => stopping.abort());
  try {
    const faults = await verify(readSettings(process.argv.slice(2)), stopping.signal);
    if (faults.length === 0) console.log('SES takes the mail, and every event comes where Puente listens.');
    for (const fault of faults) console.error(fault);
    process.exitCode = faults.length === 0 ? 0 : 1;
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    console.error(error instanceof CommandError ? message : `${name}: ${message}`);
    process.exitCode = 1;
  }
}

if (import.meta.main) await main();
