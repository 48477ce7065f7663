/** The addresses that each mail carries, absolute; an address may hold a capability, so none belongs in a log. */
export type MailLinks =
  | {
      readonly template: 'reminder';
      /** These four are the ones of the introduction. */
      readonly answerUrl: string;
      readonly unsubscribeUrl: string;
      readonly oneClickUrl: string;
      readonly privacyUrl: string;
    }
  /** The console asks whoever opens it to sign in: the address is no capability. */
  | { readonly template: 'decisions-waiting'; readonly consoleUrl: string }
  /** `statusUrl` with `&confirm=1`: the page with the one button that confirms. */
  | { readonly template: 'confirmation'; readonly statusUrl: string; readonly privacyUrl: string }
  | {
      readonly template: 'introduction';
      /** The page where the member answers. */
      readonly answerUrl: string;
      /** The page where a person stops all mail. */
      readonly unsubscribeUrl: string;
      /** Where a mail client posts (RFC 8058): no login, no second page. */
      readonly oneClickUrl: string;
      readonly privacyUrl: string;
    }
  | { readonly template: 'connection'; readonly privacyUrl: string }
  /** `formUrl`: where a new interest is written. */
  | { readonly template: 'status-changed'; readonly statusUrl: string; readonly formUrl: string }
  | {
      readonly template: 'introduction-closed';
      readonly unsubscribeUrl: string;
      readonly oneClickUrl: string;
    };

export type MailLinksOf<T extends MailLinks['template']> = Extract<MailLinks, { template: T }>;
