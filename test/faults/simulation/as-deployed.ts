/** What the simulation takes from the deployment; `as-deployed.test.ts` holds it against the synthesised template. */

/** Time limits of functions, in seconds; those that are not named have ten. */
export const timeoutSeconds: Readonly<Record<string, number>> = {
  'send-mail': 60,
  'match-interest': 30,
  'build-index': 60,
  'dispatch-outbox': 30,
  'check-balance': 60,
  'record-delivery-event': 30,
  sweep: 60,
};
export const otherTimeoutSeconds = 10;

/** Receipts before a message is set aside. */
export const maxReceives = 5;
export const batchSize = 5;
/** A message is hidden for so many time limits of its consumer. */
export const visibilityPerTimeout = 6;

/** Few and large batches, that wait to be filled; the window is added to what hides a message. */
export const indexRules = { batchSize: 1000, windowMs: 20_000, concurrency: 2, visibilityMs: 380_000 };

export const streamRules = { batchSize: 100, maximumRetryAttempts: 5 };
