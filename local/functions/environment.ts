/** Sets variables of this process and can put back what was there. */
export interface ScopedEnvironment {
  restore(): void;
}

/**
 * Sets variables of `process.env`; an undefined value removes the variable.
 * @returns a handle that restores exactly the variables touched
 */
export function setEnvironment(variables: Readonly<Record<string, string | undefined>>): ScopedEnvironment {
  const before = Object.keys(variables).map((name) => [name, process.env[name]] as const);
  apply(Object.entries(variables));
  return { restore: () => apply(before) };
}

function apply(entries: readonly (readonly [string, string | undefined])[]): void {
  for (const [name, value] of entries)
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
}

/** Endpoints of the services that functions use, as base addresses. */
export interface Endpoints {
  readonly dynamodb: string;
  /** SQS, SNS and S3. */
  readonly sqs: string;
  /** SES, Secrets Manager, and the refusal of every other service. */
  readonly other: string;
}

/**
 * The variables that turn the AWS SDK of this process to this machine. A developer's own profile and settings are
 * switched off, so that no call and no real credential can leave.
 */
export function awsEnvironment(region: string, endpoints: Endpoints): Record<string, string | undefined> {
  return {
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_SESSION_TOKEN: undefined,
    AWS_PROFILE: undefined,
    AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: undefined,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ENDPOINT_URL: endpoints.other,
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_ENDPOINT_URL_SQS: endpoints.sqs,
    AWS_ENDPOINT_URL_SNS: endpoints.sqs,
    AWS_ENDPOINT_URL_S3: endpoints.sqs,
    AWS_ENDPOINT_URL_SES: endpoints.other,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: endpoints.other,
  };
}
