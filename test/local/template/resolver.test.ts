import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createResolver } from '../../../local/template/resolver.ts';
import type {
  CfnResource,
  CfnValue,
  PlacedResource,
  StackTemplate,
} from '../../../local/template/stack-template.ts';

const addresses = {
  apiUrl: 'http://localhost:3000',
  issuerUrl: 'http://localhost:3000/identity',
  sqsUrl: 'http://127.0.0.1:4000',
};

const resources: Record<string, CfnResource> = {
  Table: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'orders' } },
  Queue: { Type: 'AWS::SQS::Queue' },
  Users: { Type: 'AWS::Cognito::UserPool' },
  Api: { Type: 'AWS::ApiGatewayV2::Api' },
  Policy: { Type: 'AWS::SQS::QueuePolicy' },
};

const data: StackTemplate = {
  stackName: 'Data',
  template: {
    Resources: { Store: { Type: 'AWS::DynamoDB::Table' } },
    Outputs: {
      Exported: {
        Value: { 'Fn::GetAtt': ['Store', 'StreamArn'] },
        Export: { Name: { 'Fn::Join': [':', [{ Ref: 'AWS::StackName' }, 'Stream']] } },
      },
    },
  },
};

/** CloudFormation's placeholders, written `<Name>` here. */
const placeholders = (text: string) => text.replaceAll('<', '$'.concat('{')).replaceAll('>', '}');

const resolver = createResolver([{ stackName: 'Main', template: { Resources: resources } }, data], addresses);
const at = resolver.resources.find(({ logicalId }) => logicalId === 'Policy') as PlacedResource;
const resolve = (value: CfnValue) => resolver.resolve(value, at);

describe('intrinsic functions', () => {
  it.each<[string, CfnValue, unknown]>([
    ['Ref of a table', { Ref: 'Table' }, 'orders'],
    ['Ref of a queue', { Ref: 'Queue' }, 'http://127.0.0.1:4000/000000000000/Main-Queue'],
    ['GetAtt', { 'Fn::GetAtt': ['Queue', 'Arn'] }, 'arn:aws:sqs:eu-central-1:000000000000:Main-Queue'],
    [
      'GetAtt in one text',
      { 'Fn::GetAtt': 'Table.Arn' },
      'arn:aws:dynamodb:eu-central-1:000000000000:table/orders',
    ],
    [
      'pseudo parameters',
      { 'Fn::Join': ['/', [{ Ref: 'AWS::Region' }, { Ref: 'AWS::Partition' }]] },
      'eu-central-1/aws',
    ],
    [
      'Sub',
      { 'Fn::Sub': placeholders('<Table>:<Queue.QueueName>:<!kept>') },
      placeholders('orders:Main-Queue:<kept>'),
    ],
    [
      'Sub with variables',
      { 'Fn::Sub': [placeholders('<a>-<Table>'), { a: { Ref: 'AWS::StackName' } }] },
      'Main-orders',
    ],
    [
      'Select of Split',
      { 'Fn::Select': ['5', { 'Fn::Split': [':', { 'Fn::GetAtt': ['Queue', 'Arn'] }] }] },
      'Main-Queue',
    ],
    [
      'ImportValue',
      { 'Fn::ImportValue': 'Data:Stream' },
      'arn:aws:dynamodb:eu-central-1:000000000000:table/Data-Store/stream/local',
    ],
    [
      'NoValue',
      { kept: 1, left: { Ref: 'AWS::NoValue' }, list: ['x', { Ref: 'AWS::NoValue' }] },
      { kept: 1, list: ['x'] },
    ],
  ])('%s', (_name, value, expected) => {
    expect(resolve(value)).toEqual(expected);
  });

  it('turns the addresses of AWS that are served here into local ones', () => {
    const issuer = {
      'Fn::Join': ['', ['https://cognito-idp.', { Ref: 'AWS::Region' }, '.amazonaws.com/', { Ref: 'Users' }]],
    };
    expect(resolve(issuer)).toBe(addresses.issuerUrl);
    expect(resolve({ 'Fn::GetAtt': ['Users', 'ProviderURL'] })).toBe(addresses.issuerUrl);
    expect(resolve({ 'Fn::Sub': placeholders('<Api.ApiEndpoint>/health') })).toBe(
      'http://localhost:3000/health',
    );
    expect(
      resolve({ 'Fn::Join': ['', ['https://cognito-idp.', { Ref: 'AWS::Region' }, '.amazonaws.com/other']] }),
    ).toContain('amazonaws.com');
  });

  it.each<[string, CfnValue, RegExp]>([
    [
      'an unknown function',
      { 'Fn::FindInMap': ['a', 'b', 'c'] },
      /Main\/Policy \(AWS::SQS::QueuePolicy\): .*Fn::FindInMap/,
    ],
    ['an unknown resource', { Ref: 'Nowhere' }, /Main\/Policy.*Nowhere/],
    ['a kind without values', { Ref: 'Policy' }, /Ref of Main\/Policy \(AWS::SQS::QueuePolicy\)/],
    ['an unknown attribute', { 'Fn::GetAtt': ['Table', 'Colour'] }, /attribute Colour of Main\/Table/],
    ['an export of nobody', { 'Fn::ImportValue': 'Data:Other' }, /no stack exports "Data:Other"/],
    ['a dynamic reference', '{{resolve:ssm:/x}}', /dynamic reference/],
    ['a list that is too short', { 'Fn::Select': [3, ['a']] }, /malformed Fn::Select/],
  ])('refuses %s and names the place', (_name, value, message) => {
    expect(() => resolve(value)).toThrow(message);
  });

  it('refuses a conditional resource', () => {
    const conditional = {
      Resources: { Maybe: { ...resources['Table'], Type: 'AWS::DynamoDB::Table', Condition: 'IsProd' } },
    };
    expect(() => createResolver([{ stackName: 'Main', template: conditional }], addresses)).toThrow(
      /Main\/Maybe/,
    );
  });
});

describe('for any template value', () => {
  // A template is JSON: -0, which JSON writes as 0, cannot stand in it.
  const plain = fc
    .jsonValue({ maxDepth: 4 })
    .map((value): unknown => JSON.parse(JSON.stringify(value)))
    .filter((value) => !/"(?:Ref|Condition|Fn::[^"]*)":|\{\{resolve:/.test(JSON.stringify(value)));

  it('values without intrinsic functions stay as they are', () => {
    fc.assert(
      fc.property(plain, (value) => {
        expect(resolve(value as CfnValue)).toEqual(value);
      }),
    );
  });

  it('Split undoes Join', () => {
    const part = fc.string().filter((text) => !text.includes('|'));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), (parts) => {
        expect(resolve({ 'Fn::Split': ['|', { 'Fn::Join': ['|', parts] }] })).toEqual(parts);
      }),
    );
  });
});
