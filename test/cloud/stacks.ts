import { readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod';
import { eventually } from '../journeys/puente.ts';
import { type Aws, AwsError } from './aws.ts';
import { runProgram } from './program.ts';
import { spellForMiniStack } from './spelling.ts';
import {
  account,
  assembly,
  cleanEnvironment,
  clientEnvironment,
  pairAgainSeconds,
  region,
  root,
  stage,
  undoSeconds,
  workplace,
} from './workplace.ts';

const outputsFile = resolve(workplace, 'outputs.json');

const outputsSchema = z.object({
  ApiUrl: z.url(),
  UserPoolId: z.string(),
  ClientId: z.string(),
  TableName: z.string(),
});

export type Outputs = z.infer<typeof outputsSchema>;

const cdk = ['--no-notices', '--ci'];

/** Makes the templates and the bundles of every function, as for AWS. */
export async function synthesise(baseUrl: string): Promise<void> {
  rmSync(assembly, { recursive: true, force: true });
  const context = [
    `stage=${stage}`,
    `region=${region}`,
    `baseUrl=${baseUrl}`,
    `PUENTE_UNDO_SECONDS=${undoSeconds}`,
    `PUENTE_PAIR_AGAIN_SECONDS=${pairAgainSeconds}`,
  ];
  const parameters = [
    'synth',
    '--quiet',
    '--output',
    assembly,
    ...context.flatMap((pair) => ['--context', pair]),
  ];
  await runProgram('synth', 'cdk', [...parameters, ...cdk], {
    environment: cleanEnvironment(),
    timeoutSeconds: 150,
  });
  spellForMiniStack(assembly);
}

/** Prepares the account and region for CDK. */
export async function bootstrap(endpoint: string): Promise<void> {
  await runProgram('bootstrap', 'cdk', ['bootstrap', `aws://${account}/${region}`, ...cdk], {
    environment: clientEnvironment(endpoint),
    // Not where `cdk.json` is: the app is not needed for it.
    directory: workplace,
    timeoutSeconds: 60,
  });
}

/** Deploys what `synthesise` made. */
export async function deploy(endpoint: string): Promise<Outputs> {
  const parameters = [
    'deploy',
    '--all',
    '--app',
    assembly,
    '--require-approval',
    'never',
    '--progress',
    'events',
  ];
  await runProgram('deploy', 'cdk', [...parameters, '--outputs-file', outputsFile, ...cdk], {
    environment: clientEnvironment(endpoint),
    directory: root,
    timeoutSeconds: 120,
  });
  const outputs: unknown = JSON.parse(readFileSync(outputsFile, 'utf8'));
  return z.object({ [`puente-${stage}-pipeline`]: outputsSchema }).parse(outputs)[
    `puente-${stage}-pipeline`
  ] as Outputs;
}

/**
 * Lets `send-mail` send any mail: MiniStack does not know the identity, the configuration set and the sender of a
 * `SendRawEmail`, to which the deployed right is bound, and so refuses it. Every other right stays as it was deployed.
 */
export async function allowMail(aws: Aws): Promise<void> {
  const Statement = [{ Effect: 'Allow', Action: 'ses:SendRawEmail', Resource: '*' }];
  await aws.call(z.unknown(), 'iam', 'put_role_policy', {
    RoleName: await roleOf(aws, 'send-mail'),
    PolicyName: 'any-mail',
    PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement }),
  });
}

/** The name of the role that a function of `functions/` runs with. */
export async function roleOf(aws: Aws, name: string): Promise<string | undefined> {
  const schema = z.object({ Configuration: z.object({ Role: z.string() }) });
  const FunctionName = `puente-${stage}-${name}`;
  const { Configuration } = await aws.call(schema, 'lambda', 'get_function', { FunctionName });
  return Configuration.Role.split('/').at(-1);
}

/** Deletes the stacks, by name, and sees that nothing of them is left. */
export async function destroy(aws: Aws): Promise<void> {
  for (const name of [`puente-${stage}-pipeline`, `puente-${stage}-data`]) {
    await aws.call(z.unknown(), 'cloudformation', 'delete_stack', { StackName: name });
    await eventually(`${name} is deleted`, () => isGone(aws, name));
  }
  const [{ Functions }, { TableNames }, { QueueUrls }] = await Promise.all([
    aws.call(z.object({ Functions: z.array(z.unknown()) }), 'lambda', 'list_functions'),
    aws.call(z.object({ TableNames: z.array(z.unknown()) }), 'dynamodb', 'list_tables'),
    aws.call(z.object({ QueueUrls: z.array(z.unknown()).default([]) }), 'sqs', 'list_queues'),
  ]);
  const left = [...Functions, ...TableNames, ...QueueUrls];
  if (left.length > 0)
    throw new Error(`${left.length} resources outlived their stacks: ${JSON.stringify(left)}`);
}

const stackSchema = z.object({
  Stacks: z.array(z.object({ StackStatus: z.string(), StackStatusReason: z.string().optional() })),
});

async function isGone(aws: Aws, name: string): Promise<true | undefined> {
  try {
    const { Stacks } = await aws.call(stackSchema, 'cloudformation', 'describe_stacks', { StackName: name });
    const [stack] = Stacks;
    if (stack?.StackStatus === 'DELETE_COMPLETE') return true;
    if (stack?.StackStatus.endsWith('FAILED')) throw new Error(`${name}: ${JSON.stringify(stack)}`);
    return undefined;
  } catch (error) {
    // By its name, a stack that is gone does not exist.
    if (error instanceof AwsError && error.code === 'ValidationError') return true;
    throw error;
  }
}
