import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterReport,
  type Delivery,
  type DeliveryNews,
  deliveryRanks,
  meaningOf,
} from '../../../shared/domain/delivery.ts';
import { later } from '../../builders/ids.ts';

const everyNews: readonly DeliveryNews[] = [
  'accepted',
  'delayed',
  'delivered',
  'returned',
  'bounced',
  'complained',
  'refused',
];
const reports = fc.array(
  fc.record({ news: fc.constantFrom(...everyNews), at: fc.integer({ min: 0, max: 5 }).map(later) }),
  { maxLength: 8 },
);

function knownAfter(list: readonly { news: DeliveryNews; at: string }[]): Delivery | undefined {
  return list.reduce<Delivery | undefined>(afterReport, undefined);
}

describe('what is known of a delivery', () => {
  it('comes to the same whatever order reports come in, and however often', () => {
    fc.assert(
      fc.property(reports, fc.infiniteStream(fc.nat()), (list, numbers) => {
        const shuffled = [...list, ...list]
          .map((report) => ({ report, key: numbers.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ report }) => report);
        expect(knownAfter(shuffled)).toEqual(knownAfter(list));
      }),
    );
  });

  it('only rises', () => {
    const rankOf = (delivery: Delivery | undefined) => deliveryRanks.indexOf(delivery?.rank ?? 'accepted');
    fc.assert(
      fc.property(reports, (list) => {
        list.reduce<Delivery | undefined>((known, report) => {
          const after = afterReport(known, report);
          expect(rankOf(after)).toBe(
            Math.max(rankOf(known), deliveryRanks.indexOf(meaningOf(report.news).rank)),
          );
          return after;
        }, undefined);
      }),
    );
  });

  it('is the very same when a report says nothing new', () => {
    const known = { rank: 'delivered', at: later(5) } as const;
    for (const news of ['accepted', 'returned', 'delayed', 'delivered', 'refused'] as const)
      expect(afterReport(known, { news, at: later(9) })).toBe(known);
    expect(afterReport(known, { news: 'delivered', at: later(4) })).toEqual({ ...known, at: later(4) });
  });
});

describe('news of a mail', () => {
  it('closes an address only when nobody has it, or somebody called the mail spam', () => {
    const closing = everyNews.filter((news) => meaningOf(news).suppresses !== undefined);
    expect(closing).toEqual(['bounced', 'complained']);
  });

  it('takes a lead away only when the mail reached nobody', () => {
    expect(everyNews.filter((news) => meaningOf(news).ends !== undefined)).toEqual(['bounced', 'refused']);
  });
});
