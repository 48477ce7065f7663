import { attributesOf, type LocalAddresses } from './attributes.ts';
import { ACCOUNT_ID, REGION } from './names.ts';
import {
  type CfnValue,
  type PlacedResource,
  placeOf,
  type StackTemplate,
  TemplateError,
} from './stack-template.ts';

/** A value after resolution: plain JSON. */
export type Resolved =
  | string
  | number
  | boolean
  | null
  | readonly Resolved[]
  | { readonly [key: string]: Resolved };

/** Resolves the values of a set of stacks that refer to one another. */
export interface Resolver {
  readonly resources: readonly PlacedResource[];
  /** The resolved value; undefined if it is `AWS::NoValue`. Throws {@link TemplateError} naming the resource. */
  resolve(value: CfnValue, at: PlacedResource): Resolved | undefined;
  /** A `Ref` or an attribute of a resource, as the template's own intrinsic functions would give it. */
  attribute(resource: PlacedResource, name: string): string;
}

type Node = { readonly [key: string]: CfnValue };

const isNode = (value: CfnValue): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const NO_VALUE = Symbol('AWS::NoValue');
type Result = Resolved | typeof NO_VALUE;

/** All resources of the stacks; conditional ones are refused, as no condition is evaluated here. */
function placeResources(stacks: readonly StackTemplate[]): PlacedResource[] {
  return stacks.flatMap(({ stackName, template }) =>
    Object.entries(template.Resources ?? {}).map(([logicalId, resource]) => {
      const placed: PlacedResource = {
        stackName,
        logicalId,
        type: resource.Type,
        properties: resource.Properties ?? {},
        metadata: resource.Metadata ?? {},
      };
      if (resource.Condition !== undefined && resource.Type !== 'AWS::CDK::Metadata')
        throw new TemplateError(`${placeOf(placed)}: conditional resources cannot run locally`);
      return placed;
    }),
  );
}

/**
 * A resolver over the given stacks.
 * @param addresses what stands in for AWS's own addresses; an AWS address built in the template (the issuer of a user
 *   pool, the endpoint of an API) comes out as the local one
 */
export function createResolver(stacks: readonly StackTemplate[], addresses: LocalAddresses): Resolver {
  const resources = placeResources(stacks);
  const byPlace = new Map(
    resources.map((resource) => [`${resource.stackName}/${resource.logicalId}`, resource]),
  );
  const resolution = new Resolution(stacks, byPlace, addresses);
  return {
    resources,
    resolve: (value, at) => {
      const result = resolution.value(value, at);
      return result === NO_VALUE ? undefined : result;
    },
    attribute: (resource, name) => resolution.attribute(resource, name, resource),
  };
}

class Resolution {
  readonly #stacks: readonly StackTemplate[];
  readonly #byPlace: ReadonlyMap<string, PlacedResource>;
  readonly #addresses: LocalAddresses;
  readonly #localAddresses = new Map<string, string>();

  constructor(
    stacks: readonly StackTemplate[],
    byPlace: ReadonlyMap<string, PlacedResource>,
    addresses: LocalAddresses,
  ) {
    this.#stacks = stacks;
    this.#byPlace = byPlace;
    this.#addresses = addresses;
    this.#findLocalAddresses();
  }

  value(value: CfnValue, at: PlacedResource): Result {
    if (typeof value === 'string') return this.#text(value, at);
    if (Array.isArray(value)) return this.#list(value, at);
    if (!isNode(value)) return value as number | boolean | null;
    const [key, ...others] = Object.keys(value);
    if (
      key !== undefined &&
      others.length === 0 &&
      (key === 'Ref' || key.startsWith('Fn::') || key === 'Condition')
    )
      return this.#intrinsic(key, value[key] ?? null, at);
    const entries: [string, Resolved][] = [];
    for (const [name, inner] of Object.entries(value)) {
      const result = this.value(inner, at);
      if (result !== NO_VALUE) entries.push([name, result]);
    }
    return Object.fromEntries(entries);
  }

  attribute(resource: PlacedResource, name: string, at: PlacedResource): string {
    const given = (property: string): string | undefined => {
      const value = resource.properties[property];
      if (value === undefined) return undefined;
      const result = this.value(value, resource);
      return typeof result === 'string' ? result : undefined;
    };
    const found = attributesOf(resource, given, this.#addresses)?.[name];
    if (found === undefined || found === '')
      throw new TemplateError(
        `${placeOf(at)}: ${name === 'Ref' ? 'Ref' : `attribute ${name}`} of ${placeOf(resource)} is not known locally`,
      );
    return found;
  }

  #list(values: readonly CfnValue[], at: PlacedResource): Resolved[] {
    return values.map((inner) => this.value(inner, at)).filter((result) => result !== NO_VALUE);
  }

  #text(value: string, at: PlacedResource): string {
    if (value.includes('{{resolve:'))
      throw new TemplateError(
        `${placeOf(at)}: dynamic reference ${JSON.stringify(value)} cannot be resolved locally`,
      );
    return value;
  }

  #intrinsic(name: string, argument: CfnValue, at: PlacedResource): Result {
    switch (name) {
      case 'Ref':
        return this.#ref(String(argument), at);
      case 'Fn::GetAtt':
        return this.#getAtt(argument, at);
      case 'Fn::Join':
        return this.#join(argument, at);
      case 'Fn::Sub':
        return this.#sub(argument, at);
      case 'Fn::Select':
        return this.#select(argument, at);
      case 'Fn::Split':
        return this.#split(argument, at);
      case 'Fn::ImportValue':
        return this.#importValue(this.#string(argument, at, name), at);
      default:
        throw new TemplateError(
          `${placeOf(at)}: intrinsic function ${name} is not known to the local runner`,
        );
    }
  }

  #ref(name: string, at: PlacedResource): Result {
    switch (name) {
      case 'AWS::NoValue':
        return NO_VALUE;
      case 'AWS::Region':
        return REGION;
      case 'AWS::AccountId':
        return ACCOUNT_ID;
      case 'AWS::Partition':
        return 'aws';
      case 'AWS::URLSuffix':
        return 'amazonaws.com';
      case 'AWS::StackName':
        return at.stackName;
      case 'AWS::StackId':
        return `arn:aws:cloudformation:${REGION}:${ACCOUNT_ID}:stack/${at.stackName}/local`;
      default:
        return this.attribute(this.#find(name, at), 'Ref', at);
    }
  }

  #getAtt(argument: CfnValue, at: PlacedResource): string {
    const [logicalId, ...path] =
      typeof argument === 'string' ? argument.split('.') : this.#strings(argument, at, 'Fn::GetAtt');
    return this.#localise(this.attribute(this.#find(logicalId ?? '', at), path.join('.'), at));
  }

  #join(argument: CfnValue, at: PlacedResource): string {
    const [separator, parts] = Array.isArray(argument) ? (argument as readonly CfnValue[]) : [];
    if (typeof separator !== 'string' || parts === undefined) throw this.#malformed('Fn::Join', at);
    return this.#localise(this.#strings(parts, at, 'Fn::Join').join(separator));
  }

  #sub(argument: CfnValue, at: PlacedResource): string {
    const [text, variables] = Array.isArray(argument) ? (argument as readonly CfnValue[]) : [argument];
    if (typeof text !== 'string') throw this.#malformed('Fn::Sub', at);
    const given = variables !== undefined && isNode(variables) ? variables : {};
    const replaced = text.replace(/\$\{(!?)([^}]+)\}/g, (_whole, literal: string, name: string) => {
      if (literal === '!') return `\${${name}}`;
      const own = given[name];
      if (own !== undefined) return this.#string(own, at, 'Fn::Sub');
      if (!name.includes('.')) return this.#string({ Ref: name }, at, 'Fn::Sub');
      return this.#getAtt(name, at);
    });
    return this.#localise(replaced);
  }

  #select(argument: CfnValue, at: PlacedResource): Resolved {
    const [index, list] = Array.isArray(argument) ? (argument as readonly CfnValue[]) : [];
    const values = list === undefined ? undefined : this.value(list, at);
    const chosen = Array.isArray(values) ? (values as readonly Resolved[])[Number(index)] : undefined;
    if (chosen === undefined) throw this.#malformed('Fn::Select', at);
    return chosen;
  }

  #split(argument: CfnValue, at: PlacedResource): string[] {
    const [separator, source] = Array.isArray(argument) ? (argument as readonly CfnValue[]) : [];
    if (typeof separator !== 'string' || source === undefined) throw this.#malformed('Fn::Split', at);
    return this.#string(source, at, 'Fn::Split').split(separator);
  }

  #importValue(name: string, at: PlacedResource): Result {
    for (const { stackName, template } of this.#stacks)
      for (const [logicalId, output] of Object.entries(template.Outputs ?? {})) {
        if (output.Export === undefined) continue;
        const place: PlacedResource = { stackName, logicalId, type: 'Output', properties: {}, metadata: {} };
        if (this.value(output.Export.Name, place) === name) return this.value(output.Value, place);
      }
    throw new TemplateError(`${placeOf(at)}: no stack exports ${JSON.stringify(name)}`);
  }

  #find(logicalId: string, at: PlacedResource): PlacedResource {
    const resource = this.#byPlace.get(`${at.stackName}/${logicalId}`);
    if (resource === undefined)
      throw new TemplateError(
        `${placeOf(at)}: ${logicalId} is neither a resource nor a known pseudo parameter`,
      );
    return resource;
  }

  #string(value: CfnValue, at: PlacedResource, where: string): string {
    const result = this.value(value, at);
    if (typeof result === 'string') return result;
    if (typeof result === 'number' || typeof result === 'boolean') return String(result);
    throw this.#malformed(where, at);
  }

  #strings(value: CfnValue, at: PlacedResource, where: string): string[] {
    const result = this.value(value, at);
    if (!Array.isArray(result)) throw this.#malformed(where, at);
    return result.map((part: Resolved) => {
      if (typeof part === 'object') throw this.#malformed(where, at);
      return String(part);
    });
  }

  #malformed(where: string, at: PlacedResource): TemplateError {
    return new TemplateError(`${placeOf(at)}: malformed ${where}`);
  }

  /** AWS addresses that this machine serves itself: the issuer of each user pool, its domain, the API's endpoint. */
  #findLocalAddresses(): void {
    const local = this.#localAddresses;
    for (const resource of this.#byPlace.values()) {
      if (resource.type === 'AWS::Cognito::UserPool')
        local.set(this.attribute(resource, 'ProviderURL', resource), this.#addresses.issuerUrl);
      if (resource.type === 'AWS::ApiGatewayV2::Api')
        local.set(this.attribute(resource, 'ApiEndpoint', resource), this.#addresses.apiUrl);
      if (resource.type === 'AWS::Cognito::UserPoolDomain')
        local.set(
          `https://${this.attribute(resource, 'Ref', resource)}.auth.${REGION}.amazoncognito.com`,
          this.#addresses.issuerUrl,
        );
    }
  }

  #localise(text: string): string {
    for (const [remote, local] of this.#localAddresses)
      if (text === remote || text.startsWith(`${remote}/`)) return local + text.slice(remote.length);
    return text;
  }
}
