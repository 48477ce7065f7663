import { renderToString } from 'preact-render-to-string';
import type { MailLinks } from '../contracts/mail-links.ts';
import type { MailContent } from '../domain/mail-content.ts';
import type { SectorNames } from '../domain/sectors/sector-names.ts';
import { confirmation } from './mails/confirmation.tsx';
import { connection } from './mails/connection.tsx';
import { decisionsWaiting } from './mails/decisions-waiting.tsx';
import { introduction } from './mails/introduction.tsx';
import { introductionClosed } from './mails/introduction-closed.tsx';
import { reminder } from './mails/reminder.tsx';
import { statusChanged } from './mails/status-changed.tsx';
import type { MailParts, RenderedMail } from './rendered-mail.ts';

/**
 * A mail in the language of its content; its subject with ordinary blanks only, so that it can be searched for. `links` must be those of the same template: anything else is a fault of the
 * program and throws a TypeError.
 */
export function renderMail(content: MailContent, links: MailLinks, names: SectorNames): RenderedMail {
  const { subject, document, text } = partsOf(content, links, names);
  return {
    subject: subject.replaceAll('\u00a0', ' '),
    html: `<!DOCTYPE html>${renderToString(document)}`,
    text,
  };
}

function partsOf(content: MailContent, links: MailLinks, names: SectorNames): MailParts {
  if (content.template === 'confirmation' && links.template === 'confirmation')
    return confirmation(content, links);
  if (content.template === 'introduction' && links.template === 'introduction') {
    return introduction(content, links, names);
  }
  if (content.template === 'connection' && links.template === 'connection')
    return connection(content, links, names);
  if (content.template === 'status-changed' && links.template === 'status-changed') {
    return statusChanged(content, links, names);
  }
  if (content.template === 'introduction-closed' && links.template === 'introduction-closed') {
    return introductionClosed(content, links);
  }
  if (content.template === 'reminder' && links.template === 'reminder') return reminder(content, links);
  if (content.template === 'decisions-waiting' && links.template === 'decisions-waiting') {
    return decisionsWaiting(content, links);
  }
  throw new TypeError(`links of ${links.template} for a mail of ${content.template}`);
}
