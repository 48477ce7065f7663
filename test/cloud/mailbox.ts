import { MailDev } from 'maildev';
import { listenOnLoopback } from '../../local/http/listen.ts';
import { mailDirectory } from './workplace.ts';

/** Where the mails end that the emulated SES passes on, byte for byte, with the API of the local inbox. */
export interface Mailbox {
  readonly mailUrl: string;
  readonly smtpPort: number;
  close(): Promise<void>;
}

export async function openMailbox(): Promise<Mailbox> {
  const mailDev = new MailDev({
    smtp: 0,
    ip: '127.0.0.1',
    web: 0,
    webIp: '127.0.0.1',
    mailDirectory,
    silent: true,
  });
  const { api, smtp } = await mailDev.start();
  if (api === undefined) throw new Error('MailDev started without its web server');
  const inner = api.server.server;
  const front = await listenOnLoopback(0, 'MAIL_PORT', (request, response) => {
    request.url = `/api${request.url}`;
    inner.emit('request', request, response);
  });
  return {
    mailUrl: `http://localhost:${front.port}`,
    smtpPort: smtp.getPort(),
    close: async () => {
      await front.close(0);
      await mailDev.stop();
    },
  };
}
