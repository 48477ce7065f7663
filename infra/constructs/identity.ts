import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import {
  AccountRecovery,
  FeaturePlan,
  Mfa,
  OAuthScope,
  StandardThreatProtectionMode,
  UserPool,
  UserPoolClient,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito';
import { Aws, Duration, RemovalPolicy, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { resourceName, type StageConfig } from '../config.ts';

/** Roles are groups; a cluster's group (`cluster:<id>`) comes with the cluster, not with a deployment. */
const roleGroups = ['coordinator', 'admin', 'office'];

interface IdentityProps {
  readonly config: StageConfig;
  /** Address of the console's pages, without a slash at the end. */
  readonly baseUrl: string;
}

/** Who may sign in: people whom an admin has invited, with a password and, where it counts, a second factor. */
export class Identity extends Construct {
  readonly userPoolId: string;
  readonly clientId: string;
  /** The issuer in every token, and where OpenID discovery starts. */
  readonly issuer: string;
  /** Where the managed sign-in pages and the token endpoint are, without a slash at the end. */
  readonly signInUrl: string;
  readonly authorizer: HttpJwtAuthorizer;

  constructor(scope: Construct, id: string, { config, baseUrl }: IdentityProps) {
    super(scope, id);
    const pool = newUserPool(this, config);
    for (const groupName of roleGroups) pool.addGroup(groupName, { groupName });
    // A prefix is unique in its region over all accounts of AWS.
    const domain = pool.addDomain('SignIn', {
      cognitoDomain: { domainPrefix: `${resourceName(config, 'console')}-${Aws.ACCOUNT_ID}` },
    });
    const client = newConsoleClient(this, pool, `${baseUrl}/console/`);
    this.userPoolId = pool.userPoolId;
    this.clientId = client.userPoolClientId;
    this.issuer = pool.userPoolProviderUrl;
    this.signInUrl = domain.baseUrl();
    this.authorizer = new HttpJwtAuthorizer('SignedIn', this.issuer, { jwtAudience: [this.clientId] });
  }
}

function newUserPool(scope: Construct, config: StageConfig): UserPool {
  const pool = new UserPool(scope, 'Users', {
    userPoolName: resourceName(config, 'users'),
    selfSignUpEnabled: false,
    signInAliases: { email: true },
    signInCaseSensitive: false,
    autoVerify: { email: true },
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    passwordPolicy: {
      minLength: 12,
      requireLowercase: true,
      requireUppercase: true,
      requireDigits: true,
      requireSymbols: true,
      tempPasswordValidity: Duration.days(3),
    },
    mfa: config.requireMfa ? Mfa.REQUIRED : Mfa.OPTIONAL,
    mfaSecondFactor: { sms: false, otp: true },
    featurePlan: FeaturePlan.PLUS,
    standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
    deletionProtection: config.durable,
    removalPolicy: config.durable ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  if (!config.requireMfa) {
    Validations.of(pool).acknowledge({
      id: 'AwsSolutions-COG2',
      reason:
        'A trial stage without real data: automatic journeys sign in by password; prod requires a second factor.',
    });
  }
  return pool;
}

function newConsoleClient(scope: Construct, pool: UserPool, consoleUrl: string): UserPoolClient {
  return new UserPoolClient(scope, 'Console', {
    userPool: pool,
    // A page keeps no secret: code with PKCE instead.
    generateSecret: false,
    authFlows: { userSrp: true },
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.EMAIL],
      callbackUrls: [consoleUrl],
      logoutUrls: [consoleUrl],
    },
    supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    accessTokenValidity: Duration.hours(1),
    idTokenValidity: Duration.hours(1),
    refreshTokenValidity: Duration.hours(12),
  });
}
