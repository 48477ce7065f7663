import type { VNode } from 'preact';

/** A mail as a template gives it: the document not yet turned into HTML. */
export interface MailParts {
  readonly subject: string;
  readonly document: VNode;
  readonly text: string;
}

/** A finished mail: subject, an HTML document and an equal plain text. */
export interface RenderedMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}
