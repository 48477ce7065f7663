import type { Resolved, Resolver } from './resolver.ts';
import { type PlacedResource, placeOf, TemplateError } from './stack-template.ts';

/** Typed access to a resource's resolved properties; a wrong type names the resource and the property. */
export class Properties {
  readonly resource: PlacedResource;
  readonly #resolver: Resolver;

  constructor(resource: PlacedResource, resolver: Resolver) {
    this.resource = resource;
    this.#resolver = resolver;
  }

  /** The resolved value of a property given by its path of names, undefined if any part is absent. */
  get(...path: readonly string[]): Resolved | undefined {
    const [first, ...rest] = path;
    const value = first === undefined ? undefined : this.resource.properties[first];
    if (value === undefined) return undefined;
    let current: Resolved | undefined = this.#resolver.resolve(value, this.resource);
    for (const name of rest) {
      if (!isRecord(current)) return undefined;
      current = current[name];
    }
    return current;
  }

  /** Text, undefined if absent. Numbers and booleans count as text, as CloudFormation takes them so. */
  text(...path: readonly string[]): string | undefined {
    const value = this.get(...path);
    if (value === undefined || typeof value === 'string') return value;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    throw this.fault(path, 'text');
  }

  /** Text that must be there. */
  requiredText(...path: readonly string[]): string {
    const value = this.text(...path);
    if (value === undefined) throw this.fault(path, 'text');
    return value;
  }

  /** A number, or `otherwise` if absent. */
  number(otherwise: number, ...path: readonly string[]): number {
    const value = this.text(...path);
    if (value === undefined) return otherwise;
    const number = Number(value);
    if (Number.isNaN(number)) throw this.fault(path, 'a number');
    return number;
  }

  /** True only for `true`; absent is false. */
  flag(...path: readonly string[]): boolean {
    return this.text(...path) === 'true';
  }

  /** A list, empty if absent. */
  list(...path: readonly string[]): readonly Resolved[] {
    const value = this.get(...path);
    if (value === undefined) return [];
    if (!Array.isArray(value)) throw this.fault(path, 'a list');
    return value as readonly Resolved[];
  }

  /** A list of texts, empty if absent. */
  texts(...path: readonly string[]): readonly string[] {
    return this.list(...path).map((value) => {
      if (typeof value !== 'string') throw this.fault(path, 'a list of texts');
      return value;
    });
  }

  /** A list of objects, empty if absent. */
  records(...path: readonly string[]): readonly Readonly<Record<string, Resolved>>[] {
    return this.list(...path).map((value) => {
      if (!isRecord(value)) throw this.fault(path, 'a list of objects');
      return value;
    });
  }

  /** An object, undefined if absent. */
  record(...path: readonly string[]): Readonly<Record<string, Resolved>> | undefined {
    const value = this.get(...path);
    if (value === undefined || isRecord(value)) return value;
    throw this.fault(path, 'an object');
  }

  /** `Ref` or an attribute of the resource itself. */
  attribute(name: string): string {
    return this.#resolver.attribute(this.resource, name);
  }

  /** An error that names the resource and says what cannot be served. */
  unsupported(what: string): TemplateError {
    return new TemplateError(`${placeOf(this.resource)}: ${what} cannot be served locally`);
  }

  fault(path: readonly string[], expected: string): TemplateError {
    return new TemplateError(`${placeOf(this.resource)}: ${path.join('.')} must be ${expected}`);
  }
}

export const isRecord = (value: unknown): value is Readonly<Record<string, Resolved>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
