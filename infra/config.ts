import * as z from 'zod';
import { type Clocks, parseClocks } from '../shared/domain/clocks.ts';

export const stageNames = ['local', 'dev', 'test', 'prod'] as const;
export type StageName = (typeof stageNames)[number];

/** Everything that differs between one deployment and another. */
export interface StageConfig {
  readonly stage: StageName;
  readonly region: string;
  /** Where people reach Puente, without a slash at the end; absent: the address of the API itself. */
  readonly baseUrl?: string;
  /** `domain` is the SES identity; `from` is the one sender address, without a display name. */
  readonly mail: { readonly domain: string; readonly from: string };
  readonly clocks: Clocks;
  /** Data outlives its stack: retained, protected from deletion, and the stacks from termination. */
  readonly durable: boolean;
  readonly logRetentionDays: 7 | 14 | 90;
  /** Everybody who signs in needs a second factor. */
  readonly requireMfa: boolean;
  /** Most mails sent at once; absent: unlimited. */
  readonly mailConcurrency?: number;
  /**
   * Mails a second that SES lets the account send (service quota "Sending rate"): 1 in the SES sandbox, 14 when it is
   * first left. A figure above the quota is no harm, SES throttles then; one below it sends more slowly.
   */
  readonly mailsPerSecond: number;
  /** Introductions that one address gets a day at most. */
  readonly mailsADay: number;
  /**
   * Keeps that much of the account's Lambda concurrency for mail alone. A new account has a quota of 10, of which AWS
   * lets nothing be reserved, so that trials go without.
   */
  readonly reservesConcurrency: boolean;
  readonly throttle: { readonly requestsPerSecond: number; readonly burstRequests: number };
  /** Who is told of alarms; absent: alarms only show in CloudWatch. */
  readonly alarmEmail?: string;
}

type StageDefaults = Pick<
  StageConfig,
  | 'durable'
  | 'logRetentionDays'
  | 'requireMfa'
  | 'mailConcurrency'
  | 'mailsPerSecond'
  | 'reservesConcurrency'
  | 'throttle'
>;

const trial: StageDefaults = {
  durable: false,
  logRetentionDays: 14,
  requireMfa: false,
  mailConcurrency: 2,
  mailsPerSecond: 1,
  reservesConcurrency: false,
  throttle: { requestsPerSecond: 20, burstRequests: 40 },
};

const stageDefaults: Record<StageName, StageDefaults> = {
  local: {
    durable: false,
    logRetentionDays: 7,
    requireMfa: false,
    mailsPerSecond: 200,
    reservesConcurrency: false,
    throttle: { requestsPerSecond: 1000, burstRequests: 2000 },
  },
  dev: trial,
  test: trial,
  prod: {
    durable: true,
    logRetentionDays: 90,
    requireMfa: true,
    mailConcurrency: 5,
    mailsPerSecond: 14,
    reservesConcurrency: true,
    throttle: { requestsPerSecond: 50, burstRequests: 100 },
  },
};

/**
 * Frankfurt: contact data of people in Poland stays in the EU (GDPR chapter V asks nothing for storage
 * there), it is the AWS region nearest to Podlaskie that has SES, and Peru reads pages from anywhere.
 */
const defaultRegion = 'eu-central-1';

const countSchema = z.coerce
  .number('must be a whole number from 1 to 9999')
  .int('must be a whole number from 1 to 9999')
  .min(1, 'must be a whole number from 1 to 9999')
  .max(9999, 'must be a whole number from 1 to 9999');
/** More a day from one sender is a nuisance, however welcome each of them is. */
const defaultMailsADay = 3;

const baseUrlSchema = z
  .url({ protocol: /^https?$/, error: 'must be an http or https address' })
  .refine((url) => !/[/?#]$/.test(url) && !/[?#]/.test(url), 'must have no query and no slash at the end');

const contextSchema = z.object({
  stage: z.enum(stageNames, `must be one of ${stageNames.join(', ')}`),
  region: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be an AWS region')
    .default(defaultRegion),
  baseUrl: baseUrlSchema.optional(),
  mailDomain: z
    .string()
    .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, 'must be a domain name in lower case')
    .optional(),
  mailSender: z
    .string()
    .regex(/^[a-z0-9._-]+$/, 'must be the part of the sender address before the @')
    .default('puente'),
  alarmEmail: z.email('must be an e-mail address').optional(),
  mailsPerSecond: countSchema.optional(),
  mailsADay: countSchema.default(defaultMailsADay),
});

const localSchema = z.object({
  PORT: z.coerce
    .number('must be a port number')
    .int('must be a port number')
    .min(1, 'must be a port number')
    .max(65_535, 'must be a port number')
    .default(3000),
  PUENTE_BASE_URL: baseUrlSchema.optional(),
  PUENTE_MAILS_A_DAY: countSchema.default(defaultMailsADay),
});

/**
 * The stage that the CDK context asks for: `stage`, and optionally `region`, `baseUrl`, `mailDomain`,
 * `mailSender` (before the @), `alarmEmail`, `mailsPerSecond`, `mailsADay`, and each clock under its environment name
 * (`PUENTE_UNDO_SECONDS`). Throws one error that lists every fault.
 */
export function parseConfig(context: Readonly<Record<string, unknown>>): StageConfig {
  const given = contextSchema.safeParse(context);
  const clocks = readClocks(context);
  const faults = [...faultsOf(given), ...clocks.faults, ...missingInProd(context)];
  if (!given.success || clocks.value === undefined || faults.length > 0) throw new ConfigError(faults);
  const { stage, region, baseUrl, mailDomain, mailSender, alarmEmail, mailsADay } = given.data;
  // `.example` can never receive or send (RFC 2606): a trial without a domain of its own harms nobody.
  const domain = mailDomain ?? `${stage}.puente.example`;
  return {
    ...stageDefaults[stage],
    ...(given.data.mailsPerSecond === undefined ? {} : { mailsPerSecond: given.data.mailsPerSecond }),
    mailsADay,
    stage,
    region,
    mail: { domain, from: `${mailSender}@${domain}` },
    clocks: clocks.value,
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(alarmEmail === undefined ? {} : { alarmEmail }),
  };
}

/** On this machine queues are lost with the process, and the sweep looks every two seconds. */
const localClocks = { PUENTE_REQUEUE_SECONDS: '30' };

/**
 * The stage `local` from the environment of `npm start`: `PORT` (3000), `PUENTE_BASE_URL`
 * (`http://localhost:$PORT`), `PUENTE_MAILS_A_DAY` (3), `PUENTE_<NAME>_SECONDS`. Throws one error that lists every fault.
 */
export function localConfig(environment: Readonly<Record<string, string | undefined>>): StageConfig {
  const given = localSchema.safeParse(environment);
  const clocks = readClocks({ ...localClocks, ...environment });
  const faults = [...faultsOf(given), ...clocks.faults];
  if (!given.success || clocks.value === undefined || faults.length > 0) throw new ConfigError(faults);
  const { PORT, PUENTE_BASE_URL, PUENTE_MAILS_A_DAY } = given.data;
  const base = parseConfig({ stage: 'local', baseUrl: PUENTE_BASE_URL ?? `http://localhost:${PORT}` });
  return { ...base, clocks: clocks.value, mailsADay: PUENTE_MAILS_A_DAY };
}

/** A name for a resource that people look for by hand: `puente-prod-mail`. */
export function resourceName(config: Pick<StageConfig, 'stage'>, name: string): string {
  return `puente-${config.stage}-${name}`;
}

class ConfigError extends Error {
  constructor(faults: readonly string[]) {
    super(`the configuration has faults:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

function faultsOf(result: z.ZodSafeParseResult<unknown>): string[] {
  if (result.success) return [];
  return result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
}

function missingInProd(context: Readonly<Record<string, unknown>>): string[] {
  if (context['stage'] !== 'prod') return [];
  const missing = ['mailDomain', 'alarmEmail'].filter((key) => context[key] === undefined);
  const faults = missing.map((key) => `${key} is required for prod`);
  if (String(context['baseUrl'] ?? 'https:').startsWith('http:'))
    faults.push('baseUrl must be https for prod');
  return faults;
}

function readClocks(source: Readonly<Record<string, unknown>>): { value?: Clocks; faults: string[] } {
  const entries = Object.entries(source).filter(([key]) => /^PUENTE_[A-Z_]+_SECONDS$/.test(key));
  try {
    return {
      value: parseClocks(Object.fromEntries(entries.map(([key, value]) => [key, String(value)]))),
      faults: [],
    };
  } catch (error) {
    return { faults: (error as Error).message.split('\n') };
  }
}
