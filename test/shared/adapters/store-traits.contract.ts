import { expect, it } from 'vitest';
import { maxTraits } from '../../../shared/domain/duplicates/traits.ts';
import { newAddressHash, newInterestId } from '../../builders/ids.ts';
import { trait } from '../../builders/marks.ts';
import { freshSubject, type OpenSubject } from './store-subject.ts';

export function describeTraits(open: OpenSubject): void {
  const subject = freshSubject(open);

  it('gives the interests that share one, newest first, and no others', async () => {
    const hash = newAddressHash();
    const [first, second] = [newInterestId(), newInterestId()];
    const own = [second, first].map((interestId) => trait({ hash, interestId }));
    const others = [trait({ hash, by: 'domain', name: undefined }), trait()];
    for (const record of [...own, ...others]) {
      expect(await subject.store.commit([{ create: 'TRAIT', record }])).toEqual({ ok: true });
    }
    expect(await subject.store.traits('name', hash)).toEqual(own);
    expect(await subject.store.traits('domain', hash)).toEqual(
      [others[0]].map((each) => dropUndefined(each)),
    );
    expect(await subject.store.traits('name', newAddressHash())).toEqual([]);
  });

  it('is written once for each interest', async () => {
    const record = trait();
    await subject.store.commit([{ create: 'TRAIT', record }]);
    expect(await subject.store.commit([{ create: 'TRAIT', record }])).toEqual({ ok: false, refused: [0] });
  });

  it('gives the newest of very many', async () => {
    const hash = newAddressHash();
    const ids = Array.from({ length: maxTraits + 5 }, newInterestId);
    for (const interestId of ids) await subject.put('TRAIT', trait({ hash, interestId }));
    const found = await subject.store.traits('name', hash);
    expect(found.map(({ interestId }) => interestId)).toEqual(ids.toReversed().slice(0, maxTraits));
  });
}

/** As a record comes back: an absent field is no field. */
function dropUndefined<T>(record: T): T {
  return JSON.parse(JSON.stringify(record));
}
