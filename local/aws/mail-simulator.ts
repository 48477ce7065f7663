/** How a mail fares with one recipient once SES has taken it on. */
export type Fate = 'delivered' | 'bounced' | 'suppressed' | 'complained' | 'autoAnswered';

/** SES's mailbox simulator ("Using the mailbox simulator manually", Amazon SES developer guide). */
const simulated: Readonly<Record<string, Fate>> = {
  success: 'delivered',
  bounce: 'bounced',
  ooto: 'autoAnswered',
  complaint: 'complained',
  suppressionlist: 'suppressed',
};

/**
 * How a mail to `address` fares: delivered, unless it is one of the simulator's addresses, also with a label such as
 * `bounce+anything@simulator.amazonses.com`.
 */
export function fateOf(address: string): Fate {
  const name = /^([^@+]+)(?:\+[^@]*)?@simulator\.amazonses\.com$/i.exec(address)?.[1]?.toLowerCase();
  return name !== undefined && Object.hasOwn(simulated, name)
    ? (simulated[name] ?? 'delivered')
    : 'delivered';
}

/** True when somebody has the mail in a mailbox. */
export function reaches(fate: Fate): boolean {
  return fate !== 'bounced' && fate !== 'suppressed';
}
