import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalQueues, startQueues } from '../../../../local/aws/queues.ts';
import { s3MemberIndexes } from '../../../../shared/adapters/s3/member-indexes.ts';
import { indexKey } from '../../../../shared/contracts/index-keys.ts';
import { indexBytes } from '../../../builders/index-bytes.ts';
import { describeMemberIndexes } from '../member-indexes.contract.ts';

describe('the indexes on S3', () => {
  let server: LocalQueues;
  let buckets = 0;
  beforeAll(async () => {
    server = await startQueues();
  });
  afterAll(() => server.stop());

  /** Indexes in a new bucket of the local S3, and everything that was said to it. */
  async function open() {
    buckets += 1;
    const bucketName = `indexes-${buckets}`;
    await server.create({ bucketNames: [bucketName] });
    const client = new S3Client({
      endpoint: server.endpoint,
      region: 'eu-central-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      maxAttempts: 1,
    });
    const faults: unknown[] = [];
    const onFault = (error: unknown) => void faults.push(error);
    return { client, bucketName, faults, indexes: s3MemberIndexes({ client, bucketName, onFault }), onFault };
  }

  describeMemberIndexes(async () => {
    const { client, bucketName: Bucket, ...subject } = await open();
    return {
      ...subject,
      put: async (country, Body) => {
        await client.send(new PutObjectCommand({ Bucket, Key: indexKey(country), Body }));
      },
      close: async () => client.destroy(),
    };
  });

  it('are read once, and then only asked for when they have changed', async () => {
    const { client, indexes } = await open();
    await indexes.publish('PL', indexBytes(), undefined);
    const statuses: unknown[] = [];
    client.middlewareStack.add(
      (next) => async (given) => {
        const result = await next(given);
        statuses.push((result.response as { statusCode: number }).statusCode);
        return result;
      },
      { step: 'deserialize', priority: 'low' },
    );
    for (let round = 0; round < 3; round += 1) await indexes.latest('PL');
    expect(statuses).toEqual([200, 304, 304]);
  });

  it('are shared by functions of several deployments: each sees what another has published', async () => {
    const { client, bucketName, indexes, onFault } = await open();
    const other = s3MemberIndexes({ client, bucketName, onFault });
    await indexes.publish('PL', indexBytes(), undefined);
    expect((await other.latest('PL'))?.memberCount).toBe(1);
    await other.publish('PL', indexBytes('PL', []), await other.version('PL'));
    expect((await indexes.latest('PL'))?.memberCount).toBe(0);
  });

  it('keep what they hold when S3 does not answer, and tell of it', async () => {
    const { client, bucketName, faults, onFault } = await open();
    const indexes = s3MemberIndexes({ client, bucketName, onFault });
    await indexes.publish('PL', indexBytes(), undefined);
    const index = await indexes.latest('PL');
    client.middlewareStack.add(
      () => async () => {
        throw new Error('no answer');
      },
      { step: 'finalizeRequest' },
    );
    expect(await indexes.latest('PL')).toBe(index);
    expect(await indexes.latest('PE')).toBeUndefined();
    expect(faults).toHaveLength(2);
    await expect(indexes.version('PL')).rejects.toThrow('no answer');
    await expect(indexes.publish('PL', indexBytes(), undefined)).rejects.toThrow('no answer');
  });

  it('take a bucket that is not there for a fault, not for an index that is not there', async () => {
    const { client, faults, onFault } = await open();
    const indexes = s3MemberIndexes({ client, bucketName: 'no-such-bucket', onFault });
    expect(await indexes.latest('PL')).toBeUndefined();
    expect(faults).toHaveLength(1);
    await expect(indexes.publish('PL', indexBytes(), undefined)).rejects.toMatchObject({
      name: 'NoSuchBucket',
    });
  });
});
