import { paths } from '../../shared/contracts/links.ts';
import type { MailLinks } from '../../shared/contracts/mail-links.ts';
import { plusSeconds } from '../../shared/domain/clocks.ts';
import type { Instant, InterestId, LeadId } from '../../shared/domain/ids.ts';
import type { MailContent } from '../../shared/domain/mail-content.ts';
import type { Capabilities } from '../../shared/domain/ports.ts';

/** How long the link of an introduction opens its page; what can still be answered there, the lead decides. */
const introductionLinkSeconds = 400 * 86_400;
/** Nominal only: a stop link is honoured at any time. */
const stopLinkSeconds = 3650 * 86_400;

interface Linking {
  readonly capabilities: Capabilities;
  readonly baseUrl: string;
}

/**
 * The addresses of a mail. They are made when it is sent and not when it is written, so that no capability lies in
 * the table; `writtenAt` dates them, so that a mail sent again carries the same.
 */
export async function linksOf(
  linking: Linking,
  content: MailContent,
  writtenAt: Instant,
): Promise<MailLinks> {
  const { baseUrl } = linking;
  const { template, language } = content;
  const privacyUrl = baseUrl + paths.privacy(language);
  switch (template) {
    case 'confirmation':
      return {
        template,
        statusUrl:
          baseUrl + paths.confirm(language, content.interestId, await keyOf(linking, content.interestId)),
        privacyUrl,
      };
    case 'status-changed':
      return {
        template,
        statusUrl:
          baseUrl + paths.status(language, content.interestId, await keyOf(linking, content.interestId)),
        formUrl: baseUrl + paths.form(language),
      };
    case 'connection':
      return { template, privacyUrl };
    case 'introduction':
      return { template, ...(await answerLinks(linking, content, writtenAt)), privacyUrl };
    case 'reminder':
      return {
        template,
        ...(await answerLinks(linking, content, content.introductionWrittenAt)),
        privacyUrl,
      };
    case 'decisions-waiting':
      return { template, consoleUrl: baseUrl + paths.console() };
    case 'introduction-closed': {
      const stop = await stopToken(linking, content.leadId, writtenAt);
      return {
        template,
        unsubscribeUrl: baseUrl + paths.unsubscribe(language, stop),
        oneClickUrl: baseUrl + paths.oneClickUnsubscribe(stop),
      };
    }
  }
}

async function answerLinks(
  { capabilities, baseUrl }: Linking,
  { leadId, language }: Extract<MailContent, { template: 'introduction' | 'reminder' }>,
  writtenAt: Instant,
) {
  const stop = await stopToken({ capabilities, baseUrl }, leadId, writtenAt);
  const expiresAt = plusSeconds(writtenAt, introductionLinkSeconds);
  const token = await capabilities.sign({ purpose: 'introduction', leadId, expiresAt });
  return {
    answerUrl: baseUrl + paths.introduction(language, token),
    unsubscribeUrl: baseUrl + paths.unsubscribe(language, stop),
    oneClickUrl: baseUrl + paths.oneClickUnsubscribe(stop),
  };
}

function keyOf({ capabilities }: Linking, interestId: InterestId): Promise<string> {
  return capabilities.sign({ purpose: 'interest', interestId });
}

function stopToken({ capabilities }: Linking, leadId: LeadId, writtenAt: Instant): Promise<string> {
  return capabilities.sign({ purpose: 'stop', leadId, expiresAt: plusSeconds(writtenAt, stopLinkSeconds) });
}
