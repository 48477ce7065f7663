import { arn, generatedName, REGION, stableHash } from './names.ts';
import type { PlacedResource } from './stack-template.ts';

/** Base addresses of what runs on this machine in place of AWS. */
export interface LocalAddresses {
  /** Where the HTTP API is served, e.g. `http://localhost:3000`. */
  readonly apiUrl: string;
  /** The local sign-in provider, e.g. `http://localhost:3000/identity`. */
  readonly issuerUrl: string;
  /** The local SQS endpoint, e.g. `http://127.0.0.1:4566`. */
  readonly sqsUrl: string;
}

type Attributes = Readonly<Record<string, string>>;
type Describe = (
  resource: PlacedResource,
  given: (property: string) => string | undefined,
  addresses: LocalAddresses,
) => Attributes;

const userPoolId = (resource: PlacedResource): string =>
  `${REGION}_${stableHash(`${resource.stackName}/${resource.logicalId}`, 9)}`;

const opaqueId = (resource: PlacedResource, length: number): string =>
  stableHash(`${resource.stackName}/${resource.logicalId}`, length);

const table: Describe = (resource, given) => {
  const name = given('TableName') ?? generatedName(resource, 255);
  const tableArn = arn('dynamodb', `table/${name}`);
  return { Ref: name, Arn: tableArn, StreamArn: `${tableArn}/stream/local`, TableId: opaqueId(resource, 32) };
};

const onlyAnId: Describe = (resource) => ({ Ref: opaqueId(resource, 10) });

/**
 * What `Ref` and `Fn::GetAtt` give, per resource kind. A kind that is not listed has no value here, and asking for one
 * is an error: an invented value would only fail later and further away.
 */
const describers: Readonly<Record<string, Describe>> = {
  'AWS::DynamoDB::Table': table,
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::SQS::Queue': (resource, given, { sqsUrl }) => {
    const name = given('QueueName') ?? generatedName(resource, 80);
    const url = `${sqsUrl}/000000000000/${name}`;
    return { Ref: url, QueueUrl: url, QueueName: name, Arn: arn('sqs', name) };
  },
  'AWS::S3::Bucket': (resource, given) => {
    // S3 takes names in lower case only.
    const name = given('BucketName') ?? generatedName(resource, 63).toLowerCase();
    return { Ref: name, Arn: `arn:aws:s3:::${name}` };
  },
  'AWS::SNS::Topic': (resource, given) => {
    const name = given('TopicName') ?? generatedName(resource, 256);
    return { Ref: arn('sns', name), TopicArn: arn('sns', name), TopicName: name };
  },
  'AWS::Lambda::Function': (resource, given) => {
    const name = given('FunctionName') ?? generatedName(resource, 64);
    return { Ref: name, Arn: arn('lambda', `function:${name}`) };
  },
  'AWS::SecretsManager::Secret': (resource, given) => {
    const name = given('Name') ?? generatedName(resource, 256);
    const secretArn = arn('secretsmanager', `secret:${name}-${opaqueId(resource, 6)}`);
    return { Ref: secretArn, Id: secretArn, Name: name };
  },
  'AWS::Cognito::UserPool': (resource) => {
    const id = userPoolId(resource);
    const providerName = `cognito-idp.${REGION}.amazonaws.com/${id}`;
    return {
      Ref: id,
      UserPoolId: id,
      Arn: arn('cognito-idp', `userpool/${id}`),
      ProviderName: providerName,
      ProviderURL: `https://${providerName}`,
    };
  },
  'AWS::Cognito::UserPoolClient': (resource) => {
    const id = opaqueId(resource, 26);
    return { Ref: id, ClientId: id };
  },
  'AWS::Cognito::UserPoolDomain': (_resource, given) => ({ Ref: given('Domain') ?? '' }),
  'AWS::Cognito::UserPoolGroup': (_resource, given) => ({ Ref: given('GroupName') ?? '' }),
  'AWS::Cognito::UserPoolResourceServer': (_resource, given) => ({ Ref: given('Identifier') ?? '' }),
  'AWS::ApiGatewayV2::Api': (resource) => {
    const id = opaqueId(resource, 10);
    return { Ref: id, ApiId: id, ApiEndpoint: `https://${id}.execute-api.${REGION}.amazonaws.com` };
  },
  'AWS::ApiGatewayV2::Integration': onlyAnId,
  'AWS::ApiGatewayV2::Route': onlyAnId,
  'AWS::ApiGatewayV2::Authorizer': (resource) => ({
    Ref: opaqueId(resource, 10),
    AuthorizerId: opaqueId(resource, 10),
  }),
  'AWS::ApiGatewayV2::Stage': (_resource, given) => ({ Ref: given('StageName') ?? '' }),
  'AWS::SES::ConfigurationSet': (resource, given) => ({ Ref: given('Name') ?? generatedName(resource, 64) }),
  'AWS::SES::EmailIdentity': (_resource, given) => ({ Ref: given('EmailIdentity') ?? '' }),
  'AWS::Logs::LogGroup': (resource, given) => {
    const name = given('LogGroupName') ?? generatedName(resource, 512);
    return { Ref: name, Arn: arn('logs', `log-group:${name}:*`) };
  },
  'AWS::KMS::Key': (resource) => ({
    Ref: opaqueId(resource, 32),
    KeyId: opaqueId(resource, 32),
    Arn: arn('kms', `key/${opaqueId(resource, 32)}`),
  }),
  'AWS::Events::Rule': (resource, given) => {
    const name = given('Name') ?? generatedName(resource, 64);
    return { Ref: name, Arn: arn('events', `rule/${name}`) };
  },
  'AWS::Scheduler::Schedule': (resource, given) => {
    const name = given('Name') ?? generatedName(resource, 64);
    return { Ref: name, Arn: arn('scheduler', `schedule/default/${name}`) };
  },
  'AWS::IAM::Role': (resource, given) => {
    const name = given('RoleName') ?? generatedName(resource, 64);
    return { Ref: name, Arn: `arn:aws:iam::000000000000:role/${name}` };
  },
};

/**
 * Values of a resource for `Ref` (key `Ref`) and `Fn::GetAtt` (its attribute's name); undefined for an unknown kind.
 * @param given a property's resolved text, undefined if it is absent
 */
export function attributesOf(
  resource: PlacedResource,
  given: (property: string) => string | undefined,
  addresses: LocalAddresses,
): Attributes | undefined {
  return describers[resource.type]?.(resource, given, addresses);
}
