import { sendMail } from '../../../functions/send-mail/send-mail.ts';
import { addressHasherOf, capabilitiesOf, sendingRateIn, storeIn } from '../../../shared/adapters/clients.ts';
import { sectorNames } from '../../../shared/adapters/sector-names/sector-names.ts';
import { sendOnceClient, sesMailProvider } from '../../../shared/adapters/ses/mail-provider.ts';
import { systemClock, systemIds } from '../../../shared/adapters/system/system.ts';
import { defaultClocks } from '../../../shared/domain/clocks.ts';
import { type OutboxId, outboxIdSchema } from '../../../shared/domain/ids.ts';
import { composeMail } from '../../../shared/mail/compose-mail.ts';

/**
 * `send-mail` in a process of its own, wired as its `index.ts` is: batches of entries come from the process that started
 * it, which is told what became of each, and which may kill it at any moment.
 */

/** What is left to an invocation: enough to begin, and then half a second for the provider's answer. */
const remainingMs = [30_000, 6_500] as const;

const tableName = process.env['TABLE_NAME'] ?? '';
const from = 'puente@mail.puente.example';
const deps = {
  store: storeIn(tableName),
  clock: systemClock,
  ids: systemIds,
  clocks: defaultClocks,
  capabilities: capabilitiesOf('link'),
  addresses: addressHasherOf('address'),
  rate: sendingRateIn(tableName, 1000),
  mailsADay: 1000,
  provider: sesMailProvider(sendOnceClient(), from, 'sending'),
  baseUrl: 'https://puente.example',
  compose: (...[content, links, to, date]: Composing) =>
    composeMail({ content, links, to, date, from: `Puente <${from}>` }, sectorNames),
};
type Composing = Parameters<Parameters<typeof sendMail>[0]['compose']>;

async function send(outboxId: OutboxId): Promise<boolean> {
  const left: number[] = [...remainingMs];
  try {
    await sendMail(deps, outboxId, {
      remainingMs: () => left.shift() ?? 0,
      onAnswer: () => undefined,
    });
    return true;
  } catch {
    return false;
  }
}

process.on('message', async (batch: readonly string[]) => {
  const done = await Promise.all(batch.map((id) => send(outboxIdSchema.parse(id))));
  process.send?.(done);
});
// Whoever started it is gone: nobody would ever end it.
process.once('disconnect', () => process.exit());
process.send?.('ready');
