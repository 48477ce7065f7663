import { foundIn, type ItemKind, type Records } from '../../contracts/items.ts';
import { allAudit, auditPartition, mailsPartition } from '../../contracts/keys.ts';
import { pageCursor, positionAfter } from '../../contracts/page-cursor.ts';
import type { AuditRecord } from '../../domain/audit.ts';
import type { OutboxEntry } from '../../domain/outbox.ts';
import type { AuditQuery, MailQuery, Page, PageQuery } from '../../domain/ports.ts';
import type { TableReader } from './table.ts';

interface Sorted<K extends ItemKind> {
  readonly kind: K;
  readonly partition: string;
  /** Absent: the table itself. */
  readonly index?: 'gsi1';
  readonly newestFirst: boolean;
}

/** One page of the mails that only a person can move on. */
export function listMails(reader: TableReader, query: MailQuery): Promise<Page<OutboxEntry>> {
  const newestFirst = query.status === 'failed';
  const partition = mailsPartition(query.status);
  return listSorted(reader, { kind: 'OUTBOX', partition, index: 'gsi1', newestFirst }, query);
}

/** One page of what people did: on one record as it is in this moment, on all as the index has it. */
export function listAudit(reader: TableReader, query: AuditQuery): Promise<Page<AuditRecord>> {
  const sorted: Sorted<'AUDIT'> =
    query.subject === undefined
      ? { kind: 'AUDIT', partition: allAudit, index: 'gsi1', newestFirst: true }
      : { kind: 'AUDIT', partition: auditPartition(query.subject), newestFirst: true };
  return listSorted(reader, sorted, query);
}

/** A page of a partition whose sort keys begin with a time. Reads at most `limit` + 1 items. */
async function listSorted<K extends ItemKind>(
  reader: TableReader,
  { kind, partition, index, newestFirst }: Sorted<K>,
  query: PageQuery,
): Promise<Page<Records[K]>> {
  const after = positionAfter(partition, query);
  const [pk, sk] = index === undefined ? ['pk', 'sk'] : ['gsi1pk', 'gsi1sk'];
  const onwards = after === undefined ? '' : ` AND ${sk} ${newestFirst ? '<' : '>'} :after`;
  const items = await reader.query(
    {
      ...(index === undefined ? { ConsistentRead: true } : { IndexName: index }),
      KeyConditionExpression: `${pk} = :partition${onwards}`,
      ExpressionAttributeValues: {
        ':partition': partition,
        ...(after !== undefined && { ':after': after }),
      },
      ScanIndexForward: !newestFirst,
    },
    query.limit + 1,
  );
  const page = items.slice(0, query.limit);
  const found = foundIn(kind, page);
  if (items.length <= query.limit) return found;
  return { ...found, cursor: pageCursor(partition, String(page.at(-1)?.[sk])) };
}
