import type { LocalAddresses } from './attributes.ts';
import { ignoredKinds, type ServedKind, servedKinds } from './kinds.ts';
import type { LocalPlan } from './plan.ts';
import { Properties } from './properties.ts';
import { readEventSources } from './read-event-sources.ts';
import { readFunctions } from './read-functions.ts';
import { readRoutes } from './read-routes.ts';
import { readSchedules } from './read-schedules.ts';
import {
  readIdentity,
  readMail,
  readQueues,
  readSecrets,
  readSubscriptions,
  readTables,
} from './read-storage.ts';
import { createResolver } from './resolver.ts';
import { placeOf, type StackTemplate, TemplateError } from './stack-template.ts';

/** All resources of one kind, with their properties. */
export type ResourcesOf = (...kinds: readonly ServedKind[]) => readonly Properties[];

const isServed = (kind: string): kind is ServedKind => (servedKinds as readonly string[]).includes(kind);

/**
 * Reads what to run from the synthesised templates.
 * @param addresses where this machine serves what the templates place at AWS
 * @throws {TemplateError} naming the resource that is unknown or cannot be served here
 */
export function readPlan(stacks: readonly StackTemplate[], addresses: LocalAddresses): LocalPlan {
  const resolver = createResolver(stacks, addresses);
  for (const resource of resolver.resources)
    if (!isServed(resource.type) && !ignoredKinds.has(resource.type))
      throw new TemplateError(
        `${placeOf(resource)}: this kind is unknown to the local runner. Serve it, or list it in local/template/kinds.ts as having no local effect`,
      );
  const of: ResourcesOf = (...kinds) =>
    resolver.resources
      .filter((resource) => (kinds as readonly string[]).includes(resource.type))
      .map((resource) => new Properties(resource, resolver));
  const functions = readFunctions(of);
  const queues = readQueues(of);
  const tables = readTables(of);
  const { apiId, routes } = readRoutes(of, functions);
  return {
    functions,
    apiId,
    routes,
    tables,
    queues,
    bucketNames: of('AWS::S3::Bucket').map((bucket) => bucket.attribute('Ref')),
    topicNames: of('AWS::SNS::Topic').map((topic) => topic.attribute('TopicName')),
    subscriptions: readSubscriptions(of),
    eventSources: readEventSources(of, { functions, queues, tables }),
    schedules: readSchedules(of, functions),
    secrets: readSecrets(of),
    identity: readIdentity(of),
    mail: readMail(of),
  };
}
