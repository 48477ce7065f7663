import { afterEach, beforeEach, expect, it } from 'vitest';
import { countLead } from '../../../shared/domain/matching/open-index.ts';
import type { MemberIndexes } from '../../../shared/domain/ports.ts';
import type { Country } from '../../../shared/domain/region.ts';
import { member } from '../../builders/directory.ts';
import { memberIdOf } from '../../builders/ids.ts';
import { indexBytes } from '../../builders/index-bytes.ts';

/** Indexes without any index in them, and a way round them for what no build makes. */
export interface IndexesSubject {
  readonly indexes: MemberIndexes;
  /** Why an index could not be read, as whoever reads was told. */
  readonly faults: readonly unknown[];
  /** Stores anything in the place of an index. */
  put(country: Country, bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

/** What `MemberIndexes` must do, whatever they are made of. */
export function describeMemberIndexes(open: () => Promise<IndexesSubject>): void {
  let subject: IndexesSubject;
  beforeEach(async () => {
    subject = await open();
  });
  afterEach(() => subject.close());

  const two = () => indexBytes('PL', [member(), member({ id: memberIdOf('promotech') })]);

  it('has nothing at first, and says so without a fault', async () => {
    expect(await subject.indexes.latest('PL')).toBeUndefined();
    expect(await subject.indexes.version('PL')).toBeUndefined();
    expect(subject.faults).toEqual([]);
  });

  it('gives what was published, for its country alone', async () => {
    expect(await subject.indexes.publish('PL', indexBytes(), undefined)).toBe('published');
    const index = await subject.indexes.latest('PL');
    expect(index).toMatchObject({ country: 'PL', memberCount: 1 });
    expect(index?.factsOf(0).id).toBe(member().id);
    expect(await subject.indexes.latest('PE')).toBeUndefined();
    expect(await subject.indexes.version('PE')).toBeUndefined();
    expect(subject.faults).toEqual([]);
  });

  it('gives the same opened index, with the leads counted in it, until it is replaced', async () => {
    await subject.indexes.publish('PL', indexBytes(), undefined);
    const first = await subject.indexes.latest('PL');
    if (first === undefined) throw new Error('an index was published');
    countLead(first, 0);
    expect(await subject.indexes.latest('PL')).toBe(first);
    expect(first.loads[0]).toBe(1);
    await subject.indexes.publish('PL', two(), await subject.indexes.version('PL'));
    const second = await subject.indexes.latest('PL');
    expect(second?.memberCount).toBe(2);
    expect([...(second?.loads ?? [])]).toEqual([0, 0]);
  });

  it('opens an index once for all who ask at the same time', async () => {
    await subject.indexes.publish('PL', indexBytes(), undefined);
    const asked = await Promise.all(Array.from({ length: 5 }, () => subject.indexes.latest('PL')));
    expect(new Set(asked).size).toBe(1);
  });

  it('does not let a late build replace a newer index', async () => {
    await subject.indexes.publish('PL', indexBytes(), undefined);
    const seenByBoth = await subject.indexes.version('PL');
    expect(await subject.indexes.publish('PL', two(), seenByBoth)).toBe('published');
    expect(await subject.indexes.publish('PL', indexBytes('PL', []), seenByBoth)).toBe('overtaken');
    expect((await subject.indexes.latest('PL'))?.memberCount).toBe(2);
  });

  it('does not let a late first build replace another first one', async () => {
    expect(await subject.indexes.publish('PL', two(), undefined)).toBe('published');
    expect(await subject.indexes.publish('PL', indexBytes(), undefined)).toBe('overtaken');
    expect((await subject.indexes.latest('PL'))?.memberCount).toBe(2);
  });

  it('refuses to replace what is not there', async () => {
    await subject.indexes.publish('PL', indexBytes(), undefined);
    const ofPoland = await subject.indexes.version('PL');
    expect(await subject.indexes.publish('PE', indexBytes('PE', []), ofPoland)).toBe('overtaken');
    expect(await subject.indexes.latest('PE')).toBeUndefined();
  });

  it('never names two publications alike, not even of the same content', async () => {
    const versions = new Set<string | undefined>();
    for (let round = 0; round < 3; round += 1) {
      await subject.indexes.publish('PL', indexBytes(), await subject.indexes.version('PL'));
      versions.add(await subject.indexes.version('PL'));
    }
    expect(versions.size).toBe(3);
    expect(versions).not.toContain(undefined);
  });

  it('lets exactly one of many publish over the same version', async () => {
    for (let round = 0; round < 3; round += 1) {
      const over = await subject.indexes.version('PL');
      const results = await Promise.all(
        Array.from({ length: 8 }, () => subject.indexes.publish('PL', indexBytes(), over)),
      );
      expect(results.filter((result) => result === 'published')).toHaveLength(1);
      expect(results.filter((result) => result === 'overtaken')).toHaveLength(7);
    }
  });

  it.each<[string, () => Uint8Array]>([
    ['nothing', () => new Uint8Array()],
    ['another thing', () => new TextEncoder().encode('<html>not an index</html>')],
    ['an index that was cut off', () => indexBytes().subarray(0, 300)],
    ['the index of another country', () => indexBytes('PE', [])],
  ])('takes %s for no index, tells of it, and lets it be replaced', async (_what, bytes) => {
    await subject.indexes.publish('PL', two(), undefined);
    expect(await subject.indexes.latest('PL')).toBeDefined();
    await subject.put('PL', bytes());
    expect(await subject.indexes.latest('PL')).toBeUndefined();
    expect(subject.faults).toHaveLength(1);
    expect(await subject.indexes.publish('PL', indexBytes(), await subject.indexes.version('PL'))).toBe(
      'published',
    );
    expect((await subject.indexes.latest('PL'))?.memberCount).toBe(1);
  });
}
