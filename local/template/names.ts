import { createHash } from 'node:crypto';
import type { PlacedResource } from './stack-template.ts';

/** The region that functions see locally. */
export const REGION = 'eu-central-1';
/** The account of the local queues; every other name follows it. */
export const ACCOUNT_ID = '000000000000';

/** Hexadecimal digest of a text, `length` characters (1 to 64): stable between runs, so data is found again. */
export const stableHash = (text: string, length: number): string =>
  createHash('sha256').update(text).digest('hex').slice(0, length);

/**
 * The physical name that CloudFormation would invent, without its random part: the same in every run.
 * @param maxLength longest name the service accepts; longer ones are cut and keep a hash
 */
export function generatedName(resource: PlacedResource, maxLength: number): string {
  const name = `${resource.stackName}-${resource.logicalId}`;
  if (name.length <= maxLength) return name;
  return `${name.slice(0, maxLength - 9)}-${stableHash(name, 8)}`;
}

/** `arn:aws:<service>:<region>:<account>:<rest>` */
export const arn = (service: string, rest: string): string =>
  `arn:aws:${service}:${REGION}:${ACCOUNT_ID}:${rest}`;

/** Last part of an ARN whose resource is `…:name` or `…/name`. */
export const nameOfArn = (value: string): string => value.split(/[:/]/).at(-1) ?? value;
