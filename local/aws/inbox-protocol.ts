/** What the inbox thread is started with. */
export interface InboxSettings {
  readonly mailDirectory: string;
  readonly port: number;
  readonly addresses: readonly string[];
  /** Mails of earlier runs whose envelope is known, by the Message-ID header's value. */
  readonly envelopes: Readonly<Record<string, InboxEnvelope>>;
}

/** Who a mail was sent by and to, whatever its header says. */
export interface InboxEnvelope {
  readonly from: string;
  readonly to: readonly string[];
}

/** To the inbox thread. */
export type InboxRequest =
  | {
      readonly kind: 'deliver';
      readonly id: number;
      readonly raw: Uint8Array;
      readonly envelope: InboxEnvelope;
    }
  | { readonly kind: 'listen' }
  | { readonly kind: 'stop' };

/** From the inbox thread. */
export type InboxReply =
  | { readonly kind: 'loaded' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'delivered'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }
  | { readonly kind: 'stopped' };
