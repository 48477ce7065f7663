import type { SQSEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/record-delivery-event/handler.ts';
import { newAttemptId } from '../../builders/ids.ts';
import { leadIn } from '../../builders/lead.ts';
import { outboxEntryIn } from '../../builders/outbox.ts';
import { fromTopic, sesEvent, sesEventAbout } from '../../builders/ses-event.ts';
import { world } from '../../doubles/world.ts';
import { lambdaContext } from '../../shared/runtime/http-event.ts';
import { watchedLogger } from '../../shared/runtime/logs.ts';

const lead = leadIn('approved');
const entry = outboxEntryIn('sent', {}, lead);

async function delivered(...bodies: string[]) {
  const deps = world();
  deps.store.put('LEAD', leadIn('introduced', { id: lead.id }));
  deps.store.put('OUTBOX', entry);
  const { logger, lines } = watchedLogger();
  const Records = bodies.map((body, index) => ({ messageId: `message-${index}`, body }));
  const result = await createHandler(deps, logger)({ Records } as SQSEvent, lambdaContext);
  return { deps, result, lines, logged: lines.map((line) => JSON.parse(line)) };
}

const about = (name: string, attemptId: string = entry.attemptId) =>
  fromTopic(sesEventAbout(name, entry, attemptId));

describe('the handler of delivery events', () => {
  it('writes down what SES says, and logs ids and kinds of it, nothing of people', async () => {
    const { deps, result, lines, logged } = await delivered(
      about('send'),
      about('delivery'),
      about('bounce-permanent'),
    );
    expect(result).toEqual({ batchItemFailures: [] });
    expect(await deps.store.outboxEntry(entry.id)).toMatchObject({ delivery: { rank: 'bounced' } });
    const { id: outboxId, attemptId } = entry;
    expect(logged).toContainEqual(
      expect.objectContaining({
        ...{ level: 'WARN', message: 'delivery event', news: 'bounced', outcome: 'recorded' },
        ...{ outboxId, attemptId },
      }),
    );
    for (const personal of ['@', 'samasz.example', 'smtp', 'Talleres'])
      expect(lines.join()).not.toContain(personal);
  });

  it.each([
    ['an event of another attempt', about('complaint', newAttemptId()), 'otherAttempt'],
    ['an event of a mail that nobody here wrote', fromTopic(sesEvent('complaint')), 'noSuchEntry'],
  ])('warns of %s and changes nothing', async (_name, body, outcome) => {
    const { deps, result, logged } = await delivered(body);
    expect(result).toEqual({ batchItemFailures: [] });
    expect(logged).toContainEqual(expect.objectContaining({ level: 'WARN', outcome }));
    expect(deps.store.all('SUPPRESSION')).toEqual([]);
  });

  it.each(['open', 'send-without-tags'])('passes over %s', async (name) => {
    const { result, logged } = await delivered(fromTopic(sesEvent(name)));
    expect(result).toEqual({ batchItemFailures: [] });
    expect(logged).toContainEqual(
      expect.objectContaining({ level: 'INFO', message: 'delivery event passed over' }),
    );
  });

  it('gives back what it cannot read, alone, and quotes nothing of it', async () => {
    const { result, lines } = await delivered('eksport@samasz.example', about('delivery'));
    expect(result).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-0' }] });
    expect(lines.join()).not.toContain('samasz.example');
  });
});
