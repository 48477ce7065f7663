import type { SQSEvent } from 'aws-lambda';
import { expect, it } from 'vitest';
import { createHandler } from '../../../functions/send-mail/handler.ts';
import type { SendOutcome } from '../../../shared/domain/ports.ts';
import { interestIn } from '../../builders/interest.ts';
import { leadIn } from '../../builders/lead.ts';
import { outboxEntryIn } from '../../builders/outbox.ts';
import { world } from '../../doubles/world.ts';
import { lambdaContext } from '../../shared/runtime/http-event.ts';
import { watchedLogger } from '../../shared/runtime/logs.ts';

async function delivered(answer: SendOutcome) {
  const deps = world();
  const lead = leadIn('approved', {}, { interest: interestIn('matched') });
  const entry = outboxEntryIn('queued', {}, lead);
  deps.store.put('LEAD', lead);
  deps.store.put('OUTBOX', entry);
  deps.provider.answer = () => answer;
  const { logger, lines } = watchedLogger();
  const event = {
    Records: [{ messageId: 'message-1', body: JSON.stringify({ outboxId: entry.id }) }],
  } as SQSEvent;
  const context = { ...lambdaContext, getRemainingTimeInMillis: () => 60_000 };
  const result = await createHandler(deps, logger)(event, context);
  return { entry, result, lines, logged: lines.map((line) => JSON.parse(line)) };
}

it.each<[SendOutcome, string]>([
  [{ outcome: 'accepted', messageId: 'ses-1' }, 'INFO'],
  [{ outcome: 'notNow', because: 'throttled' }, 'INFO'],
  [{ outcome: 'doubtful' }, 'ERROR'],
  [{ outcome: 'paused' }, 'ERROR'],
  [{ outcome: 'rejected' }, 'ERROR'],
])('logs %j at level %s, with entry and attempt, and no address', async (answer, level) => {
  const { entry, result, lines, logged } = await delivered(answer);
  expect(result).toEqual({ batchItemFailures: [] });
  expect(logged).toContainEqual(
    expect.objectContaining({
      level,
      message: 'send attempt',
      outboxId: entry.id,
      attemptId: expect.any(String),
      ...answer,
    }),
  );
  expect(lines.join()).not.toContain('samasz.example');
});
