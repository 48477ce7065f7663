import { addressHasherOf, capabilitiesOf, sendingRateIn, storeIn } from '../../shared/adapters/clients.ts';
import { sectorNames } from '../../shared/adapters/sector-names/sector-names.ts';
import { sendOnceClient, sesMailProvider } from '../../shared/adapters/ses/mail-provider.ts';
import { systemClock, systemIds } from '../../shared/adapters/system/system.ts';
import { readClocks } from '../../shared/domain/clocks.ts';
import { composeMail } from '../../shared/mail/compose-mail.ts';
import { parseEnvironment } from '../../shared/runtime/environment.ts';
import { createLogger } from '../../shared/runtime/logger.ts';
import { envSchema } from './env.ts';
import { createHandler } from './handler.ts';

const env = parseEnvironment(envSchema);

export const handler = createHandler(
  {
    store: storeIn(env.TABLE_NAME),
    clock: systemClock,
    ids: systemIds,
    clocks: readClocks(env.CLOCKS),
    capabilities: capabilitiesOf(env.LINK_SECRET_ARN),
    addresses: addressHasherOf(env.ADDRESS_SECRET_ARN),
    rate: sendingRateIn(env.TABLE_NAME, Number(env.MAILS_PER_SECOND)),
    mailsADay: Number(env.MAILS_A_DAY),
    provider: sesMailProvider(sendOnceClient(), env.MAIL_FROM, env.CONFIGURATION_SET),
    baseUrl: env.BASE_URL,
    compose: (content, links, to, date) =>
      composeMail({ content, links, to, date, from: `Puente <${env.MAIL_FROM}>` }, sectorNames),
  },
  createLogger('send-mail'),
);
