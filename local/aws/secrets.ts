import { randomInt, randomUUID } from 'node:crypto';
import { type DataDir, readIfPresent, writeFileAtomically } from '../data-dir.ts';
import type { SecretPlan } from '../template/plan.ts';

/** One version of a secret, as Secrets Manager tells it apart. */
interface SecretVersion {
  readonly id: string;
  readonly value: string;
  readonly createdAtSeconds: number;
}

interface StoredSecret {
  readonly current: SecretVersion;
  readonly previous?: SecretVersion;
}

/** The answer of `GetSecretValue`. */
export interface SecretValue {
  readonly ARN: string;
  readonly Name: string;
  readonly VersionId: string;
  readonly SecretString: string;
  readonly VersionStages: readonly string[];
  readonly CreatedDate: number;
}

/** Secrets kept in a file that only this user can read. */
export interface SecretStore {
  /**
   * A secret's version by name or ARN and stage (`AWSCURRENT` or `AWSPREVIOUS`), undefined if there is none.
   */
  find(secretId: string, stage: string): SecretValue | undefined;
  /** Makes a new current version; the old one becomes `AWSPREVIOUS`. */
  rotate(name: string): void;
}

/** Opens the file and makes a first value for each secret that has none yet. */
export function openSecrets(
  dataDir: DataDir,
  plans: readonly SecretPlan[],
  nowMs: () => number,
): SecretStore {
  const path = dataDir.file('secrets.json');
  const stored = new Map(
    Object.entries(JSON.parse(readIfPresent(path) ?? '{}') as Record<string, StoredSecret>),
  );
  const save = () => writeFileAtomically(path, `${JSON.stringify(Object.fromEntries(stored), null, 2)}\n`);
  const makeVersion = (plan: SecretPlan): SecretVersion => ({
    id: randomUUID(),
    value: plan.value ?? generateSecret(plan.generate ?? {}),
    createdAtSeconds: nowMs() / 1000,
  });
  for (const plan of plans) if (!stored.has(plan.name)) stored.set(plan.name, { current: makeVersion(plan) });
  save();
  return {
    find: (secretId, stage) => {
      const plan = plans.find(({ name, arn }) => name === secretId || arn === secretId);
      const secret = plan && stored.get(plan.name);
      const version =
        stage === 'AWSPREVIOUS' ? secret?.previous : stage === 'AWSCURRENT' ? secret?.current : undefined;
      if (plan === undefined || version === undefined) return undefined;
      return {
        ARN: plan.arn,
        Name: plan.name,
        VersionId: version.id,
        SecretString: version.value,
        VersionStages: [stage],
        CreatedDate: version.createdAtSeconds,
      };
    },
    rotate: (name) => {
      const plan = plans.find((candidate) => candidate.name === name);
      const secret = stored.get(name);
      if (plan === undefined || secret === undefined) throw new Error(`No secret is called ${name}`);
      stored.set(name, { current: makeVersion(plan), previous: secret.current });
      save();
    },
  };
}

const LOWERCASE = 'abcdefghijklmnopqrstuvwxyz';
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

/**
 * A random value by the rules of CloudFormation's `GenerateSecretString` (AWS::SecretsManager::Secret).
 * @param rules the property as the template holds it; 32 characters by default
 */
export function generateSecret(rules: Readonly<Record<string, unknown>>): string {
  const excluded = new Set(String(rules['ExcludeCharacters'] ?? ''));
  const kinds = [
    rules['ExcludeLowercase'] === true ? '' : LOWERCASE,
    rules['ExcludeUppercase'] === true ? '' : LOWERCASE.toUpperCase(),
    rules['ExcludeNumbers'] === true ? '' : '0123456789',
    rules['ExcludePunctuation'] === true ? '' : PUNCTUATION,
    rules['IncludeSpace'] === true ? ' ' : '',
  ]
    .map((kind) => [...kind].filter((character) => !excluded.has(character)))
    .filter((kind) => kind.length > 0);
  const all = kinds.flat();
  const length = Number(rules['PasswordLength'] ?? 32);
  if (all.length === 0) throw new Error('GenerateSecretString excludes every character');
  // One of each kind first, as RequireEachIncludedType (on by default) asks; their places are drawn below.
  const required = rules['RequireEachIncludedType'] === false ? [] : kinds.map((kind) => pick(kind));
  const password = [...required, ...Array.from({ length: length - required.length }, () => pick(all))];
  for (let index = password.length - 1; index > 0; index -= 1) {
    const other = randomInt(index + 1);
    const held = password[index] ?? '';
    password[index] = password[other] ?? '';
    password[other] = held;
  }
  const text = password.join('');
  const key = rules['GenerateStringKey'];
  if (key === undefined) return text;
  return JSON.stringify({
    ...JSON.parse(String(rules['SecretStringTemplate'] ?? '{}')),
    [String(key)]: text,
  });
}

const pick = (characters: readonly string[]): string => characters[randomInt(characters.length)] ?? '';
