import { resolve } from 'node:path';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  type CfnFunction,
  Code,
  type Function as LambdaFunction,
  Runtime,
} from 'aws-cdk-lib/aws-lambda';
import { type ICommandHooks, NodejsFunction, type NodejsFunctionProps } from 'aws-cdk-lib/aws-lambda-nodejs';
import { Duration, Stack, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { resourceName, type StageConfig } from '../config.ts';
import type { EnvironmentOf, FunctionName } from '../function-environments.ts';
import type { Binding } from './bindings.ts';
import { PuenteLogGroup } from './puente-log-group.ts';

const projectRoot = resolve(import.meta.dirname, '../..');

/** A value or a binding for each variable that the function's `env.ts` names: one too few or too many does not compile. */
export type Bindings<Name extends FunctionName> = {
  readonly [Variable in keyof EnvironmentOf<Name>]: string | Binding;
};

export interface PuenteFunctionProps<Name extends FunctionName> {
  readonly config: StageConfig;
  readonly environment: Bindings<Name>;
  readonly memoryMb?: 512 | 1024;
  readonly timeoutSeconds?: number;
  readonly reservedConcurrency?: number;
  /** Runs beside the bundler, for files that no import leads to. */
  readonly bundlingHooks?: ICommandHooks;
}

/**
 * One function of `functions/`, by the name of its folder. Its role holds what its bindings grant, its own
 * log group and tracing, and nothing else.
 */
export class PuenteFunction<Name extends FunctionName = FunctionName> extends Construct {
  readonly lambda: LambdaFunction;
  readonly timeoutSeconds: number;

  constructor(scope: Construct, name: Name, props: PuenteFunctionProps<Name>) {
    super(scope, pascalCase(name));
    this.timeoutSeconds = props.timeoutSeconds ?? 10;
    const functionName = resourceName(props.config, name);
    const logGroup = new PuenteLogGroup(this, 'Logs', { config: props.config, name });
    const role = newRole(this);
    logGroup.grantWrite(role);
    this.lambda = new NodejsFunction(this, 'Function', {
      functionName,
      description: `Puente: ${name.replaceAll('-', ' ')}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      // The processor's share grows with the memory; cold starts are processor time.
      memorySize: props.memoryMb ?? 1024,
      timeout: Duration.seconds(this.timeoutSeconds),
      role,
      logGroup,
      ...(props.reservedConcurrency === undefined
        ? {}
        : { reservedConcurrentExecutions: props.reservedConcurrency }),
      ...codeOf(this, name, props.bundlingHooks),
    });
    this.trace();
    this.lambda.addEnvironment('POWERTOOLS_SERVICE_NAME', name);
    for (const [variable, binding] of Object.entries<string | Binding>(props.environment)) {
      this.bind(variable, binding);
    }
    this.cfnFunction.addMetadata('puente:entry', entryOf(name));
  }

  /** Rights for what feeds the function; everything it reaches for itself is a binding. */
  allow(actions: string[], resources: string[]): void {
    this.lambda.addToRolePolicy(new PolicyStatement({ actions, resources }));
  }

  private bind(variable: string, binding: string | Binding): void {
    const { value, grants } = typeof binding === 'string' ? { value: binding, grants: [] } : binding;
    this.lambda.addEnvironment(variable, value);
    for (const grant of grants) this.lambda.addToRolePolicy(grant);
  }

  private trace(): void {
    // Not the property of the same name: that one adds its wildcard to the policy that holds the function's own rights.
    this.cfnFunction.tracingConfig = { mode: 'Active' };
  }

  private get cfnFunction(): CfnFunction {
    return this.lambda.node.defaultChild as CfnFunction;
  }
}

function newRole(scope: Construct): Role {
  const tracing = new PolicyStatement({
    actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
    resources: ['*'],
  });
  const role = new Role(scope, 'Role', {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    inlinePolicies: { tracing: new PolicyDocument({ statements: [tracing] }) },
  });
  const cfnRole = role.node.defaultChild;
  if (cfnRole === undefined) throw new Error('a role without a resource');
  Validations.of(cfnRole).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason: 'X-Ray has no resources to name: PutTraceSegments and PutTelemetryRecords accept * only.',
  });
  return role;
}

function codeOf(
  scope: Construct,
  name: FunctionName,
  commandHooks?: ICommandHooks,
): Pick<NodejsFunctionProps, 'entry' | 'code' | 'handler' | 'projectRoot' | 'depsLockFilePath' | 'bundling'> {
  if (!Stack.of(scope).bundlingRequired) {
    const code = Code.fromInline("throw new Error('this template was made without bundling');");
    return { code, handler: 'index.handler' };
  }
  return {
    entry: resolve(projectRoot, entryOf(name)),
    handler: 'handler',
    projectRoot,
    depsLockFilePath: resolve(projectRoot, 'package-lock.json'),
    bundling: {
      target: 'node24',
      minify: true,
      // A map would have to be read at each cold start to be of use; the commit is enough to make one later.
      sourceMap: false,
      // Pinned with the code: the SDK of the runtime changes without us.
      bundleAwsSDK: true,
      // The SDK's ES modules can be shaken, its CommonJS cannot: a third less to load at a cold start.
      mainFields: ['module', 'main'],
      ...(commandHooks === undefined ? {} : { commandHooks }),
    },
  };
}

function entryOf(name: FunctionName): string {
  return `functions/${name}/index.ts`;
}

function pascalCase(name: string): string {
  return name.replace(/(^|-)([a-z])/g, (_match, _dash, letter: string) => letter.toUpperCase());
}
