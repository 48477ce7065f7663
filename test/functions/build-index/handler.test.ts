import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/build-index/handler.ts';
import type { Country } from '../../../shared/domain/region.ts';
import { world } from '../../doubles/world.ts';
import { lambdaContext } from '../../shared/runtime/http-event.ts';
import { watchedLogger } from '../../shared/runtime/logs.ts';

function batch(...bodies: string[]) {
  return { Records: bodies.map((body, index) => ({ messageId: String(index), body })) } as never;
}

const asks = (country: string) => JSON.stringify({ country });

function watched() {
  const deps = world();
  const published: Country[] = [];
  const publish: typeof deps.indexes.publish = (country, bytes, over) => {
    published.push(country);
    return deps.indexes.publish(country, bytes, over);
  };
  const indexes = { publish, version: deps.indexes.version.bind(deps.indexes) };
  const { logger, lines } = watchedLogger();
  return { deps, published, lines, handler: createHandler({ ...deps, indexes }, logger) };
}

describe('build-index', () => {
  it('builds each country of a batch once, however many messages name it', async () => {
    const { handler, published } = watched();
    const bodies = Array.from({ length: 500 }, (_, index) => asks(index % 2 === 0 ? 'PE' : 'PL'));
    expect(await handler(batch(...bodies), lambdaContext)).toEqual({ batchItemFailures: [] });
    expect(published.toSorted()).toEqual(['PE', 'PL']);
  });

  it('builds again for the next batch', async () => {
    const { handler, published } = watched();
    await handler(batch(asks('PL')), lambdaContext);
    await handler(batch(asks('PL')), lambdaContext);
    expect(published).toEqual(['PL', 'PL']);
  });

  it('gives back every message of a country that could not be built, and what names none', async () => {
    const { deps, handler } = watched();
    deps.indexes.failOnce('before');
    const result = await handler(batch(asks('PL'), '{}', asks('PL')), lambdaContext);
    const failed = result.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
    expect(failed.toSorted()).toEqual(['0', '1', '2']);
    expect(await handler(batch(asks('PL')), lambdaContext)).toEqual({ batchItemFailures: [] });
  });

  it('says what it left out, and that an index was built', async () => {
    const { deps, handler, lines } = watched();
    deps.store.putRaw({
      pk: 'MEMBER#odd',
      sk: 'MEMBER',
      kind: 'MEMBER',
      gsi1pk: 'MEMBERS#PL',
      gsi1sk: 'odd',
    });
    await handler(batch(asks('PL')), lambdaContext);
    const said = lines.map((line) => JSON.parse(line));
    expect(said).toContainEqual(expect.objectContaining({ level: 'ERROR', message: 'item left out' }));
    expect(said.at(-1)).toMatchObject({ message: 'index built', country: 'PL', attempts: 1 });
  });
});
