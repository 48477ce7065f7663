import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { configOf, Synthesised } from './synthesised.ts';

const projectRoot = resolve(import.meta.dirname, '../..');
const prod = new Synthesised(configOf('prod'));

const get = 'dynamodb:GetItem';
const put = 'dynamodb:PutItem';
const check = 'dynamodb:ConditionCheckItem';
const query = 'dynamodb:Query';
const send = ['sqs:SendMessage'];
const consume = ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'];
const read = 's3:GetObject';
const indexesOf = (...actions: string[]) => ({
  Indexes: ['s3:ListBucket'],
  'Indexes/members/PE': actions,
  'Indexes/members/PL': actions,
});
const links = { LinkSecret: ['secretsmanager:GetSecretValue'] };
const addresses = { AddressSecret: ['secretsmanager:GetSecretValue'] };
const identity = 'arn:aws:ses:eu-central-1:AWS::AccountId:identity/MailDomain';
const configurationSet = 'arn:aws:ses:eu-central-1:AWS::AccountId:configuration-set/MailSettings';

/** All that each function may do, beside its own log and its traces. */
const rights: Record<string, Record<string, string[]>> = {
  'check-health': { Table: [get] },
  'show-page': {},
  'list-sectors': {},
  'submit-interest': { Table: [get, put], ...links },
  'view-interest': { Table: [get, query], ...links },
  'confirm-interest': { Table: [get, put], ...links, ...addresses },
  'withdraw-interest': { Table: [check, get, put, query], ...links },
  'match-interest': {
    Table: [check, get, put, query],
    'Table/index/gsi1': [query],
    ...indexesOf(read),
    ...addresses,
    MatchQueue: consume,
    IndexQueue: send,
  },
  'build-index': {
    'Table/index/gsi1': [query],
    ...indexesOf(read, 's3:PutObject'),
    IndexQueue: consume,
  },
  'list-leads': { 'Table/index/gsi1': [query] },
  'view-lead': { Table: [get] },
  'decide-lead': { Table: [check, get, put, query], ...addresses },
  'view-introduction': { Table: [get], ...links },
  'answer-introduction': { Table: [get, put], ...links },
  unsubscribe: { Table: [get, put], 'Table/index/gsi1': [query], ...links, ...addresses },
  'send-mail': {
    Table: [check, get, put],
    ...links,
    ...addresses,
    MailQueue: consume,
    [identity]: ['ses:SendRawEmail'],
    [configurationSet]: ['ses:SendRawEmail'],
  },
  sweep: {
    Table: [check, get, put, query],
    'Table/index/gsi1': [query],
    'Table/index/gsi2': [query],
    ...addresses,
    MailQueue: send,
    MatchQueue: send,
  },
  'dispatch-outbox': {
    'Table stream': [
      'dynamodb:DescribeStream',
      'dynamodb:GetRecords',
      'dynamodb:GetShardIterator',
      'dynamodb:ListStreams',
    ],
    MailQueue: send,
    MatchQueue: send,
    IndexQueue: send,
    StreamFailuresQueue: send,
  },
};

const statementSchema = z.strictObject({
  Effect: z.literal('Allow'),
  Action: z.union([z.string(), z.array(z.string())]),
  Resource: z.unknown(),
  Condition: z.unknown().optional(),
});
type Statement = z.infer<typeof statementSchema>;
const documentSchema = z.object({ Statement: z.array(statementSchema) });

/** Every statement that the role of a function holds, inline and attached; fails for managed policies. */
function statementsOf(name: string): Statement[] {
  const roleId = prod
    .text(prod.pipeline.Resources[prod.functionId(name)]?.Properties['Role'])
    .replace('.Arn', '');
  const role = prod.pipeline.Resources[roleId];
  expect(role?.Properties['ManagedPolicyArns']).toBeUndefined();
  const inline = z
    .array(z.object({ PolicyDocument: documentSchema }))
    .parse(role?.Properties['Policies'])
    .flatMap((policy) => policy.PolicyDocument.Statement);
  const attached = prod
    .all('AWS::IAM::Policy')
    .filter(([, { Properties }]) => JSON.stringify(Properties['Roles']) === JSON.stringify([{ Ref: roleId }]))
    .flatMap(([, { Properties }]) => documentSchema.parse(Properties['PolicyDocument']).Statement);
  return [...inline, ...attached];
}

function rightsOf(name: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const { Action, Resource } of statementsOf(name)) {
    for (const resource of [Resource].flat().map((each) => prod.plainName(each))) {
      found[resource] = [...(found[resource] ?? []), ...[Action].flat()].toSorted();
    }
  }
  return found;
}

function pascalCase(name: string): string {
  return name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/** What each way of using the store (`shared/domain/ports.ts`) asks of the table. */
const uses: readonly (readonly [RegExp, string])[] = [
  [/\bstore\.(interest|lead|outboxEntry|idempotency|member|cluster)\(/, `Table ${get}`],
  [/\bstore\.commit\(/, `Table ${put}`],
  [/\brequire: '|\bwithdrawalOf\(/, `Table ${check}`],
  [/\bstore\.(leadsOf|traits)\(|\bsameCompany\(/, `Table ${query}`],
  [/\bstore\.(leads|membersIn)\(/, `Table/index/gsi1 ${query}`],
  [/\bstore\.due\(/, `Table/index/gsi2 ${query}`],
];

function sourceOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  return files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
}

describe('the table', () => {
  test.each(Object.keys(rights))('is open to %s for what its code does, no more and no less', (name) => {
    const source = sourceOf(join(projectRoot, 'functions', name));
    const needed = uses.filter(([use]) => use.test(source)).map(([, right]) => right);
    const held = Object.entries(rightsOf(name)).flatMap(([resource, actions]) =>
      /^Table(\/|$)/.test(resource) ? actions.map((action) => `${resource} ${action}`) : [],
    );
    expect(held.toSorted()).toEqual(needed.toSorted());
  });

  test('is reached by no other command than those that the uses above stand for', () => {
    const source = sourceOf(join(projectRoot, 'shared/adapters/dynamodb'));
    const commands = [...source.matchAll(/\bnew (\w+Command)\b/g)].map(([, command]) => command);
    const changes = [...source.matchAll(/\b(Put|Update|Delete|ConditionCheck): \{/g)].map(
      ([, change]) => change,
    );
    // PutCommand: only for what a fresh installation begins with, which no function writes.
    expect(new Set(commands)).toEqual(
      new Set(['GetCommand', 'QueryCommand', 'TransactWriteCommand', 'PutCommand']),
    );
    expect(new Set(changes)).toEqual(new Set(['Put', 'ConditionCheck']));
  });
});

describe('rights', () => {
  test('are listed here for every function', () => {
    const names = prod.all('AWS::Lambda::Function').map(([id]) => prod.functionName(id));
    expect(names.toSorted()).toEqual(Object.keys(rights).toSorted());
  });

  test.each(Object.entries(rights))('%s may do this and nothing else', (name, expected) => {
    expect(rightsOf(name)).toEqual({
      ...expected,
      [`${pascalCase(name)}Logs`]: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      '*': ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'],
    });
  });

  test('no policy allows a wildcard, but for traces, which know no resource', () => {
    const wild: string[] = [];
    for (const name of Object.keys(rights)) {
      for (const { Action, Resource } of statementsOf(name)) {
        const actions = [Action].flat();
        const resources = [Resource].flat().map((each) => prod.text(each));
        if (actions.every((action) => action.startsWith('xray:Put'))) continue;
        wild.push(...[...actions, ...resources].filter((text) => text.includes('*')));
      }
    }
    expect(wild).toEqual([]);
    expect(prod.all('AWS::IAM::ManagedPolicy')).toEqual([]);
  });

  test('mail leaves from the one sender address only', () => {
    const sending = statementsOf('send-mail').filter(({ Action }) => Action === 'ses:SendRawEmail');
    expect(sending.map(({ Condition }) => Condition)).toEqual([
      { StringEquals: { 'ses:FromAddress': 'puente@mail.example.org' } },
    ]);
  });

  test('only Lambda may take the role of a function', () => {
    for (const [, { Properties }] of prod.all('AWS::IAM::Role')) {
      expect(Properties['AssumeRolePolicyDocument']).toMatchObject({
        Statement: [{ Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
      });
    }
  });
});
