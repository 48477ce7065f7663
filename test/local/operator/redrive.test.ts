import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalQueues, startQueues } from '../../../local/aws/queues.ts';
import { noteEndpoints } from '../../../local/operator/endpoints-file.ts';
import { redrive } from '../../../local/operator/redrive.ts';
import { REGION } from '../../../local/template/names.ts';
import { temporaryDirectory } from '../support.ts';

const queueName = 'puente-local-mail';
let queues: LocalQueues;
let sqs: SQSClient;

beforeEach(async () => {
  queues = await startQueues();
  await queues.create({
    queues: [`${queueName}-dead-letters`, queueName].map((name) => ({
      name,
      arn: `arn:aws:sqs:${REGION}:000000000000:${name}`,
      url: '',
      attributes: {},
    })),
  });
  sqs = clientOf(queues.endpoint);
});
afterEach(async () => {
  sqs.destroy();
  await queues.stop();
});

function clientOf(endpoint: string): SQSClient {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return new SQSClient({ region: REGION, endpoint, credentials, maxAttempts: 1 });
}

async function urlOf(name: string): Promise<string> {
  return (await sqs.send(new GetQueueUrlCommand({ QueueName: name }))).QueueUrl ?? '';
}

async function setAside(count: number): Promise<void> {
  const QueueUrl = await urlOf(`${queueName}-dead-letters`);
  const MessageAttributes = { trace: { DataType: 'String', StringValue: 'abc' } };
  for (let index = 0; index < count; index += 1) {
    const MessageBody = JSON.stringify({ outboxId: `entry-${index}` });
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody, MessageAttributes }));
  }
}

/** Messages that can be received, and those that somebody has received and not deleted. */
async function countsOf(name: string): Promise<[string | undefined, string | undefined]> {
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: await urlOf(name), AttributeNames: ['All'] }),
  );
  return [Attributes?.['ApproximateNumberOfMessages'], Attributes?.['ApproximateNumberOfMessagesNotVisible']];
}

async function drain(name: string): Promise<Message[]> {
  const QueueUrl = await urlOf(name);
  const all: Message[] = [];
  for (;;) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, MessageAttributeNames: ['All'] }),
    );
    if (Messages.length === 0) return all;
    all.push(...Messages);
  }
}

describe('redrive', () => {
  it('moves every message back, as it was', async () => {
    await setAside(23);
    expect(await redrive({ sqs, queueName, dryRun: false })).toEqual({ found: 23, moved: 23 });
    const messages = await drain(queueName);
    const bodies = messages.map(({ Body }) => Body).sort();
    expect(bodies).toEqual(
      Array.from({ length: 23 }, (_, index) => JSON.stringify({ outboxId: `entry-${index}` })).sort(),
    );
    expect(messages.every((each) => each.MessageAttributes?.['trace']?.StringValue === 'abc')).toBe(true);
    expect(await countsOf(`${queueName}-dead-letters`)).toEqual(['0', '0']);
  });

  it('counts and moves nothing in a dry run', async () => {
    await setAside(3);
    expect(await redrive({ sqs, queueName, dryRun: true })).toEqual({ found: 3, moved: 0 });
    expect(await countsOf(`${queueName}-dead-letters`)).toEqual(['3', '0']);
    expect(await countsOf(queueName)).toEqual(['0', '0']);
  });

  it('does not go round in circles when every message fails again at once', async () => {
    await setAside(3);
    const source = await urlOf(`${queueName}-dead-letters`);
    const failing = clientOf(queues.endpoint);
    failing.middlewareStack.add(
      (next, context) => async (args) => {
        const result = await next(args);
        const { MessageBody } = args.input as { MessageBody?: string };
        if (context.commandName === 'SendMessageCommand')
          await sqs.send(new SendMessageCommand({ QueueUrl: source, MessageBody }));
        return result;
      },
      { step: 'initialize' },
    );
    expect(await redrive({ sqs: failing, queueName, dryRun: false })).toEqual({ found: 3, moved: 3 });
    expect(await countsOf(`${queueName}-dead-letters`)).toEqual(['3', '0']);
    failing.destroy();
  });

  it('that ends between sending and deleting has the message twice, and loses none', async () => {
    await setAside(2);
    const dying = clientOf(queues.endpoint);
    dying.middlewareStack.add(
      (next, context) => async (args) => {
        if (context.commandName === DeleteMessageCommand.name) throw new Error('killed');
        return next(args);
      },
      { step: 'initialize' },
    );
    await expect(redrive({ sqs: dying, queueName, dryRun: false })).rejects.toThrow('killed');
    expect(await drain(queueName)).toHaveLength(1);
    expect(await countsOf(`${queueName}-dead-letters`)).toEqual(['0', '2']);
    dying.destroy();
  });

  it('names the queue that is not there', async () => {
    await expect(redrive({ sqs, queueName: 'puente-local-stream', dryRun: false })).rejects.toThrow(
      'There is no queue puente-local-stream',
    );
  });
});

describe('npm run redrive', () => {
  async function run(parameters: readonly string[], dataDir: string) {
    const module = fileURLToPath(new URL('../../../local/commands/redrive.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', module, ...parameters], {
      env: { ...process.env, PUENTE_DATA: dataDir },
    });
    const output = Promise.all([text(child.stdout), text(child.stderr)]);
    const [status] = await once(child, 'close');
    const [stdout, stderr] = await output;
    return { status, stdout, stderr };
  }

  it('finds the queues of the Puente that runs on the data, and tells what it did', async () => {
    const dataDir = temporaryDirectory();
    noteEndpoints(dataDir, { sqs: queues.endpoint, dynamodb: queues.endpoint, other: queues.endpoint });
    await setAside(2);
    expect(await run(['mail', '--dry-run'], dataDir)).toMatchObject({
      status: 0,
      stdout: 'puente-local-mail: 2 set aside, nothing was moved (--dry-run)\n',
    });
    expect(await run(['mail'], dataDir)).toMatchObject({
      status: 0,
      stdout: 'puente-local-mail: 2 set aside, 2 moved back\n',
    });
    expect(await run(['stream-failures'], dataDir)).toMatchObject({
      status: 1,
      stderr: 'There is no queue puente-local-stream-failures.\n',
    });
  });

  it('says that nothing runs there: never started, ended, or killed', async () => {
    const dataDir = temporaryDirectory();
    expect((await run(['mail'], dataDir)).stderr).toContain('No Puente runs on');
    const gone = 'http://127.0.0.1:9';
    const takeAway = noteEndpoints(dataDir, { sqs: gone, dynamodb: gone, other: gone });
    expect((await run(['mail'], dataDir)).stderr).toBe(
      'Puente does not answer any more. Start it with npm start.\n',
    );
    takeAway();
    expect((await run(['mail'], dataDir)).stderr).toContain('No Puente runs on');
  });

  it.each([[[]], [['mail', 'match']], [['--what']], [['Mail;']], [['mail', '--stage', '../x']]])(
    'called as %j says how it is called',
    async (parameters) => {
      expect(await run(parameters, temporaryDirectory())).toMatchObject({
        status: 2,
        stderr: expect.stringContaining('Usage: npm run redrive'),
      });
    },
  );
});
