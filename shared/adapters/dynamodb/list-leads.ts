import { foundIn } from '../../contracts/items.ts';
import { leadsPartition } from '../../contracts/keys.ts';
import { cursorPosition, leadCursor } from '../../contracts/lead-cursor.ts';
import type { Lead } from '../../domain/lead.ts';
import type { LeadQuery, Page } from '../../domain/ports.ts';
import type { TableReader } from './table.ts';

/**
 * One page of the leads of several clusters and statuses, merged from one index partition for each pair. Reads at
 * most `limit` + 1 items of each partition, and parses only those it answers with.
 */
export async function listLeads(reader: TableReader, query: LeadQuery): Promise<Page<Lead>> {
  const { limit } = query;
  const after = cursorPosition(query) ?? '';
  const heads = await Promise.all(
    partitionsOf(query).map((partition) => {
      const condition = after === '' ? 'gsi1pk = :partition' : 'gsi1pk = :partition AND gsi1sk > :after';
      const values = { ':partition': partition, ...(after !== '' && { ':after': after }) };
      return reader.query(
        { IndexName: 'gsi1', KeyConditionExpression: condition, ExpressionAttributeValues: values },
        limit + 1,
      );
    }),
  );
  const merged = heads.flat().sort((a, b) => (String(a.gsi1sk) < String(b.gsi1sk) ? -1 : 1));
  const page = merged.slice(0, limit);
  const found = foundIn('LEAD', page);
  if (merged.length <= limit) return found;
  return { ...found, cursor: leadCursor(query, String(page.at(-1)?.gsi1sk)) };
}

function partitionsOf({ clusters, statuses }: LeadQuery): string[] {
  const pairs = clusters.flatMap((cluster) => statuses.map((status) => leadsPartition(cluster, status)));
  return [...new Set(pairs)];
}
