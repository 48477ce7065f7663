import * as z from 'zod';
import { type AttemptId, type Instant, instantSchema, type OutboxId } from './ids.ts';

/** What is known of a mail that the provider has accepted, the least first: knowledge only rises. */
export const deliveryRanks = ['accepted', 'delayed', 'delivered', 'bounced', 'complained'] as const;
export type DeliveryRank = (typeof deliveryRanks)[number];

/** What is known beyond the acceptance, and since when: the earliest report of that rank. */
export const deliverySchema = z.object({
  rank: z.enum(deliveryRanks).exclude(['accepted']),
  at: instantSchema,
});
export type Delivery = z.infer<typeof deliverySchema>;

interface Meaning {
  readonly rank: DeliveryRank;
  /** Nothing is ever sent to the address again, for this reason. */
  readonly suppresses?: 'bounced' | 'complained';
  /** An introduction that nobody has answered by then has not reached its recipient, for this reason. */
  readonly ends?: 'bounced' | 'refused';
}

/** Everything that the provider reports of a mail, and what follows from it. Each of them proves its acceptance. */
const meanings = {
  /** Taken on, and not yet delivered. */
  accepted: { rank: 'accepted' },
  /** The other side does not take it yet. */
  delayed: { rank: 'delayed' },
  /** The other side took it. */
  delivered: { rank: 'delivered' },
  /** A soft bounce or an automatic answer, such as of somebody out of office: says nothing about the address for good. */
  returned: { rank: 'accepted' },
  /** Nobody has this address, and nobody will: a hard bounce. */
  bounced: { rank: 'bounced', suppresses: 'bounced', ends: 'bounced' },
  /** The recipient called it spam. It has reached somebody, so that whatever was answered stands. */
  complained: { rank: 'complained', suppresses: 'complained' },
  /** Taken on and then not sent, for what it contains; the address is not to blame. */
  refused: { rank: 'accepted', ends: 'refused' },
} as const satisfies Readonly<Record<string, Meaning>>;
export type DeliveryNews = keyof typeof meanings;

export function meaningOf(news: DeliveryNews): Meaning {
  return meanings[news];
}

/** One report of the provider about one mail. */
export interface DeliveryReport {
  readonly news: DeliveryNews;
  /** When that happened. */
  readonly at: Instant;
  readonly outboxId: OutboxId;
  readonly attemptId: AttemptId;
  /** How the provider calls the mail, and when it took it on. */
  readonly messageId: string;
  readonly acceptedAt: Instant;
}

/**
 * What is known once a report is in. The same report twice, and reports in any order, come to the same: of two ranks the
 * higher is kept, of two times of one rank the earlier. Gives `known` itself back when nothing is new.
 */
export function afterReport(
  known: Delivery | undefined,
  { news, at }: Pick<DeliveryReport, 'news' | 'at'>,
): Delivery | undefined {
  const { rank } = meaningOf(news);
  if (rank === 'accepted') return known;
  if (known === undefined) return { rank, at };
  const rise = deliveryRanks.indexOf(rank) - deliveryRanks.indexOf(known.rank);
  return rise > 0 || (rise === 0 && at < known.at) ? { rank, at } : known;
}
