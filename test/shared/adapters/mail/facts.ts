import { EmailAddress } from '../../../../shared/domain/email-address.ts';
import type { Language } from '../../../../shared/domain/language.ts';
import type { ReplyFacts } from '../../../../shared/domain/replies/reply-facts.ts';
import { mailboxAddress, plusAddress, recipients } from '../../../fixtures/mail/introductions.ts';

/** Facts of a reply that comes from where the introduction in `language` went, with every check passed. */
export function factsFor(language: Language, changes: Partial<ReplyFacts> = {}): ReplyFacts {
  return {
    verdicts: { spam: 'PASS', virus: 'PASS', spf: 'PASS', dkim: 'PASS', dmarc: 'PASS' },
    recipients: [plusAddress],
    envelopeSender: recipients[language].address,
    mailbox: new EmailAddress(mailboxAddress),
    writtenTo: new EmailAddress(recipients[language].address),
    language,
    ...changes,
  };
}
