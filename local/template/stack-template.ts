/** A CloudFormation value: what the template holds before intrinsic functions are resolved. */
export type CfnValue =
  | string
  | number
  | boolean
  | null
  | readonly CfnValue[]
  | { readonly [key: string]: CfnValue };

/** One resource of a synthesised template. */
export interface CfnResource {
  readonly Type: string;
  readonly Properties?: { readonly [key: string]: CfnValue };
  readonly Metadata?: { readonly [key: string]: CfnValue };
  readonly Condition?: string;
}

/** The parts of a synthesised template that the local runner reads. */
export interface CfnTemplate {
  readonly Resources?: { readonly [logicalId: string]: CfnResource };
  readonly Outputs?: {
    readonly [logicalId: string]: { readonly Value: CfnValue; readonly Export?: { readonly Name: CfnValue } };
  };
}

/** A stack's name with its template, as `app.synth()` lists them. */
export interface StackTemplate {
  readonly stackName: string;
  readonly template: CfnTemplate;
}

/** A resource with its place: what every message about it names. */
export interface PlacedResource {
  readonly stackName: string;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: { readonly [key: string]: CfnValue };
  readonly metadata: { readonly [key: string]: CfnValue };
}

/** The template holds something that the local runner cannot serve; the message names the resource. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
}

/** How messages name a resource: `Stack/LogicalId (AWS::Type)`. */
export const placeOf = (resource: PlacedResource): string =>
  `${resource.stackName}/${resource.logicalId} (${resource.type})`;
