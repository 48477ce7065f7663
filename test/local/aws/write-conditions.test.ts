import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalQueues, startQueues } from '../../../local/aws/queues.ts';

let server: LocalQueues;
let objects = 0;

beforeAll(async () => {
  server = await startQueues();
  await server.create({ bucketNames: ['things'] });
});
afterAll(() => server.stop());

function newObject() {
  objects += 1;
  const url = `${server.endpoint}/things/object-${objects}`;
  const put = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${url}?x-id=PutObject`, { method: 'PUT', body, headers });
  const text = async () => await (await fetch(url)).text();
  return { url, put, text };
}

describe('an object on the local S3', () => {
  it('is written without a condition, whatever is there', async () => {
    const { put, text } = newObject();
    expect([(await put('one')).status, (await put('two')).status]).toEqual([200, 200]);
    expect(await text()).toBe('two');
  });

  it('is made once where there must be none', async () => {
    const { put, text } = newObject();
    expect((await put('one', { 'if-none-match': '*' })).status).toBe(200);
    const second = await put('two', { 'if-none-match': '*' });
    expect(second.status).toBe(412);
    expect(await second.text()).toContain('<Code>PreconditionFailed</Code>');
    expect(await text()).toBe('one');
  });

  it('is replaced only while it is the one that was meant', async () => {
    const { put, text } = newObject();
    expect((await put('one', { 'if-match': '"never"' })).status).toBe(412);
    const first = (await put('one')).headers.get('etag') ?? '';
    expect((await put('two', { 'if-match': first })).status).toBe(200);
    expect((await put('three', { 'if-match': first })).status).toBe(412);
    expect(await text()).toBe('two');
  });

  it('can be made anew when it was deleted', async () => {
    const { url, put } = newObject();
    const first = (await put('one')).headers.get('etag') ?? '';
    await fetch(url, { method: 'DELETE' });
    expect((await put('two', { 'if-match': first })).status).toBe(412);
    expect((await put('two', { 'if-none-match': '*' })).status).toBe(200);
  });

  it('is written by one of many at once', async () => {
    const { put } = newObject();
    const replies = await Promise.all(
      Array.from({ length: 10 }, (_, index) => put(`writer ${index}`, { 'if-none-match': '*' })),
    );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});
