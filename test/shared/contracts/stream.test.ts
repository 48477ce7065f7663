import { describe, expect, it } from 'vitest';
import { itemOf } from '../../../shared/contracts/items.ts';
import { streamRecordSchema } from '../../../shared/contracts/stream.ts';
import { member } from '../../builders/directory.ts';
import { newInterestId } from '../../builders/ids.ts';
import { leadIn } from '../../builders/lead.ts';
import { outboxEntryIn } from '../../builders/outbox.ts';

const interestId = newInterestId();
const outboxId = outboxEntryIn('queued').id;
const lead = leadIn('proposed');

/** A value of an item as it stands in the stream. */
function streamed(value: unknown): object {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  return Array.isArray(value) ? { L: value.map(streamed) } : { M: imageOf(value as object) };
}

function imageOf(item: object): Record<string, object> {
  return Object.fromEntries(
    Object.entries(JSON.parse(JSON.stringify(item))).map(([name, value]) => [name, streamed(value)]),
  );
}

describe('stream records', () => {
  const image = (kind: string, id: string) => ({
    eventID: '1',
    eventName: 'INSERT',
    dynamodb: {
      SequenceNumber: '1',
      NewImage: { kind: { S: kind }, id: { S: id }, pk: { S: 'x' }, retries: { N: '0' } },
    },
  });

  it('say which item of which kind was written', () => {
    expect(streamRecordSchema.parse(image('OUTBOX', outboxId))).toEqual({ kind: 'OUTBOX', id: outboxId });
    expect(streamRecordSchema.parse(image('INTEREST', interestId))).toEqual({
      kind: 'INTEREST',
      id: interestId,
    });
  });

  const company = (country: string) => ({ M: { country: { S: country }, name: { S: 'a firm' } } });
  const memberImage = (country: string) => ({
    kind: { S: 'MEMBER' },
    id: { S: 'samasz' },
    company: company(country),
  });
  const leadImage = (country: string) => ({
    kind: { S: 'LEAD' },
    id: { S: lead.id },
    interest: { M: { company: company(country) } },
  });

  it.each<[string, object, readonly string[]]>([
    ['is new', { NewImage: memberImage('PL') }, ['PL']],
    ['has changed', { NewImage: memberImage('PL'), OldImage: memberImage('PL') }, ['PL']],
    ['has moved', { NewImage: memberImage('PE'), OldImage: memberImage('PL') }, ['PE', 'PL']],
    ['is gone', { OldImage: memberImage('PE') }, ['PE']],
    ['cannot be read any more', { NewImage: { kind: { S: 'MEMBER' } }, OldImage: memberImage('PE') }, ['PE']],
  ])('say whose index a member changes that %s', (_what, dynamodb, countries) => {
    expect(streamRecordSchema.parse({ dynamodb })).toEqual({ kind: 'MEMBER', id: 'samasz', countries });
  });

  it('say of a lead that its member is on the other side of the interest', () => {
    const parsed = streamRecordSchema.parse({ dynamodb: { NewImage: leadImage('PE') } });
    expect(parsed).toEqual({ kind: 'LEAD', id: lead.id, countries: ['PL'] });
  });

  it('are read from the items as they are stored', () => {
    const items = [itemOf('MEMBER', member()), itemOf('LEAD', lead)];
    const changes = items.map((item) => streamRecordSchema.parse({ dynamodb: { NewImage: imageOf(item) } }));
    expect(changes).toMatchObject([
      { kind: 'MEMBER', countries: ['PL'] },
      { kind: 'LEAD', countries: ['PL'] },
    ]);
  });

  it.each<[string, unknown]>([
    ['another kind', image('CLUSTER', 'x')],
    ['a lead of nowhere', image('LEAD', lead.id)],
    ['a member of nowhere', { dynamodb: { NewImage: memberImage('XX') } }],
    ['an id of the other kind', image('INTEREST', outboxId)],
    ['a wrong id', image('OUTBOX', 'x')],
    ['a removal', { dynamodb: { OldImage: {} } }],
    ['nothing', {}],
    ['null', null],
  ])('throw for %s', (_what, record) => {
    expect(streamRecordSchema.safeParse(record).success).toBe(false);
  });
});
