import type { Random } from './random.ts';

/** What can befall one call of AWS, and with it the invocation that makes it. */
export const callFaults = [
  /** It fails and nothing was done. */
  'failBefore',
  /** It was done, and the caller is told that it failed. */
  'failAfter',
  /** Refused for being too many, after a while. */
  'throttle',
  /** It was done, its answer was lost, and the SDK does it again: a commit with the same token, all else anew. */
  'repeat',
  /** No answer until the function's time is over; nothing was done. */
  'hangBefore',
  /** No answer until the function's time is over; it was done. */
  'hangAfter',
  /** The function is killed before the call. */
  'killBefore',
  /** The function is killed after it. */
  'killAfter',
] as const;
export type CallFault = (typeof callFaults)[number];

/** What can befall a call of the mail provider, whose client never calls twice and waits for a limited time. */
export const mailFaults = [
  'resetBefore',
  'resetAfter',
  'status500Before',
  'status500After',
  'noAnswerBefore',
  'noAnswerAfter',
  'throttled',
  'unreachable',
  'rejected',
  'paused',
] as const;
export type MailFault = (typeof mailFaults)[number];

export type Fault = CallFault | MailFault;

/** A call that may be struck. */
export interface Call {
  readonly functionName: string;
  /** Port and method, of a commit also its first change. */
  readonly name: string;
  /** How many calls were made before it. */
  readonly position: number;
  readonly nowMs: number;
}

/** Decides which call is struck, and how. */
export type FaultPlan = (call: Call) => Fault | undefined;

export const faultless: FaultPlan = () => undefined;

/** True for the one call that sends a mail. */
export function isSending(name: string): boolean {
  return name === 'provider.send';
}

/** Every fault that a call of this name can meet; `repeat` is left to the SDK, which the mail provider's client forbids. */
export function faultsOf(name: string): readonly Fault[] {
  const kills = callFaults.filter((fault) => fault.startsWith('kill') || fault.startsWith('hang'));
  return isSending(name) ? [...mailFaults, ...kills] : callFaults;
}

/** The call at `position` meets `fault`, and no other call meets any. */
export function onceAt(position: number, fault: Fault): FaultPlan {
  return (call) => (call.position === position ? fault : undefined);
}

interface Weather {
  /** Share of calls that are struck, 0 to 1. */
  readonly share: number;
  /** From then on no call is struck, so that work can come to its end. */
  readonly calmAtMs: number;
  /** While this time lasts the table refuses nine calls of ten. */
  readonly throttled?: readonly [fromMs: number, untilMs: number];
  /** Shares of single faults of the mail provider, which come before all others. */
  readonly mail?: Readonly<Partial<Record<MailFault, number>>>;
}

/** Faults as they come, by the seed. */
export function atRandom(random: Random, { share, calmAtMs, throttled, mail = {} }: Weather): FaultPlan {
  return ({ name, nowMs }) => {
    if (nowMs >= calmAtMs) return undefined;
    if (throttled !== undefined && name.startsWith('store.') && isWithin(nowMs, throttled))
      return random.chance(0.9) ? 'throttle' : undefined;
    if (isSending(name)) {
      for (const [fault, chance] of Object.entries(mail))
        if (random.chance(chance)) return fault as MailFault;
    }
    return random.chance(share) ? random.pick(faultsOf(name)) : undefined;
  };
}

function isWithin(nowMs: number, [fromMs, untilMs]: readonly [number, number]): boolean {
  return nowMs >= fromMs && nowMs < untilMs;
}
