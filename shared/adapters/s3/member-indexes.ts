import { randomBytes } from 'node:crypto';
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { indexKey } from '../../contracts/index-keys.ts';
import { type MemberIndex, openMemberIndex } from '../../domain/matching/open-index.ts';
import type { MemberIndexes } from '../../domain/ports.ts';
import type { Country } from '../../domain/region.ts';

interface Options {
  readonly client: S3Client;
  readonly bucketName: string;
  /** Told why an index could not be read, or that what lies there is no index. */
  readonly onFault: (error: unknown) => void;
}

interface Held {
  readonly version: string;
  readonly index: MemberIndex;
}

/**
 * Behind every index stand random bytes that nobody reads: the ETag is made of the content, and an index that comes back
 * as it once was would otherwise bear the name of the earlier one, and let a late build through.
 */
const markBytes = 16;

/**
 * One object a country. S3 replaces an object as a whole, and its conditional writes (S3 guide, "Conditional requests")
 * say which of two builds is late. A warm function keeps what it opened for as long as S3 answers that it is unchanged.
 */
export function s3MemberIndexes({ client, bucketName: Bucket, onFault }: Options): MemberIndexes {
  const held = new Map<Country, Held>();

  async function latest(country: Country): Promise<MemberIndex | undefined> {
    const before = held.get(country);
    try {
      const object = await client.send(
        new GetObjectCommand({
          Bucket,
          Key: indexKey(country),
          ...(before === undefined ? {} : { IfNoneMatch: before.version }),
        }),
      );
      const bytes = await object.Body?.transformToByteArray();
      return keep(country, object.ETag ?? '', bytes ?? new Uint8Array());
    } catch (error) {
      if (statusOf(error) === 304) return before?.index;
      if (nameOf(error) === 'NoSuchKey') {
        held.delete(country);
        return undefined;
      }
      onFault(error);
      // What was in force a moment ago is better than reading every member; consents are looked at again in any case.
      return held.get(country)?.index;
    }
  }

  function keep(country: Country, version: string, bytes: Uint8Array): MemberIndex | undefined {
    const already = held.get(country);
    // Two matches at once have read the same: both must count their leads in one index.
    if (already?.version === version) return already.index;
    held.delete(country);
    const index = openMemberIndex(bytes);
    if (index.country !== country) throw new RangeError(`not the index of ${country}`);
    held.set(country, { version, index });
    return index;
  }

  async function version(country: Country): Promise<string | undefined> {
    try {
      return (await client.send(new HeadObjectCommand({ Bucket, Key: indexKey(country) }))).ETag;
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw error;
    }
  }

  async function publish(country: Country, bytes: Uint8Array, over: string | undefined) {
    const condition = over === undefined ? { IfNoneMatch: '*' } : { IfMatch: over };
    const Body = Buffer.concat([bytes, randomBytes(markBytes)]);
    try {
      await client.send(new PutObjectCommand({ Bucket, Key: indexKey(country), Body, ...condition }));
      return 'published';
    } catch (error) {
      if (overtakenNames.has(nameOf(error))) return 'overtaken';
      throw error;
    }
  }

  return { latest, version, publish };
}

/** What a conditional write is refused with: the object is another one, is gone, or is being written right now. */
const overtakenNames: ReadonlySet<string> = new Set([
  'PreconditionFailed',
  'NoSuchKey',
  'ConditionalRequestConflict',
]);

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}

/** The HTTP status that S3 answered a call with, for answers without a body to name it; undefined for everything else. */
function statusOf(error: unknown): number | undefined {
  const { $metadata } = (error ?? {}) as { readonly $metadata?: { readonly httpStatusCode?: number } };
  return $metadata?.httpStatusCode;
}
