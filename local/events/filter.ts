/** A filter pattern that Lambda would refuse, or that uses a rule unknown here. */
export class PatternError extends Error {
  override readonly name = 'PatternError';
}

type Test = (value: unknown) => boolean;

/**
 * A parsed filter pattern: says whether an event matches. Rules as in "Control which events Lambda sends to your
 * function" (AWS Lambda developer guide, event filtering).
 */
export type Pattern = (event: unknown) => boolean;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Parses a filter pattern.
 * @throws {PatternError} for a rule that is not known
 */
export function parsePattern(pattern: unknown): Pattern {
  if (!isRecord(pattern)) throw new PatternError('a pattern is an object');
  return objectPattern(pattern);
}

function objectPattern(pattern: Record<string, unknown>): Pattern {
  const fields = Object.entries(pattern).map(([name, rule]) => {
    if (name === '$or') return orPattern(rule);
    if (Array.isArray(rule)) return leafPattern(name, rule);
    if (isRecord(rule)) return nestedPattern(name, objectPattern(rule));
    throw new PatternError(`the rule of ${name} must be a list or an object`);
  });
  return (event) => fields.every((matches) => matches(event));
}

function orPattern(alternatives: unknown): Pattern {
  if (!Array.isArray(alternatives) || alternatives.length === 0)
    throw new PatternError('$or needs a list of patterns');
  const patterns = alternatives.map(parsePattern);
  return (event) => patterns.some((matches) => matches(event));
}

function nestedPattern(name: string, inner: Pattern): Pattern {
  return (event) => {
    const value = isRecord(event) ? event[name] : undefined;
    return Array.isArray(value) ? value.some((element) => inner(element)) : inner(value);
  };
}

function leafPattern(name: string, rules: readonly unknown[]): Pattern {
  if (rules.length === 0) throw new PatternError(`the list of ${name} is empty`);
  const tests = rules.map(parseRule);
  return (event) => {
    const value = isRecord(event) ? event[name] : undefined;
    return tests.some((test) => test(value));
  };
}

/** A test of one value; a list of values matches if any of its values does. */
const ofAnyValue =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) ? value.some(test) : test(value);

const ofText = (test: (text: string) => boolean): Test =>
  ofAnyValue((value) => typeof value === 'string' && test(value));

function parseRule(rule: unknown): Test {
  if (rule === null || ['string', 'number', 'boolean'].includes(typeof rule))
    return ofAnyValue((value) => value === rule);
  const [entry, ...others] = isRecord(rule) ? Object.entries(rule) : [];
  if (entry === undefined || others.length > 0)
    throw new PatternError(`rule ${JSON.stringify(rule)} is not known`);
  const [operator, operand] = entry;
  switch (operator) {
    case 'prefix':
      return ofText(prefixTest(operand));
    case 'suffix':
      return ofText(suffixTest(operand));
    case 'equals-ignore-case':
      return ofText((text) => text.toLowerCase() === textOperand(operator, operand).toLowerCase());
    case 'exists':
      return existsTest(operand);
    case 'numeric':
      return numericTest(operand);
    case 'anything-but':
      return anythingButTest(operand);
    default:
      throw new PatternError(`rule ${operator} is not known`);
  }
}

function textOperand(operator: string, operand: unknown): string {
  if (typeof operand !== 'string' || operand === '') throw new PatternError(`${operator} needs a text`);
  return operand;
}

function prefixTest(operand: unknown): (text: string) => boolean {
  const prefix = textOperand('prefix', operand);
  return (text) => text.startsWith(prefix);
}

function suffixTest(operand: unknown): (text: string) => boolean {
  const suffix = textOperand('suffix', operand);
  return (text) => text.endsWith(suffix);
}

/** `exists` looks at leaves only: an object in the field's place is not a value. */
function existsTest(operand: unknown): Test {
  if (typeof operand !== 'boolean') throw new PatternError('exists needs true or false');
  return (value) => (value !== undefined && !isRecord(value)) === operand;
}

function anythingButTest(operand: unknown): Test {
  if (isRecord(operand)) {
    const excluded = parseRule(operand);
    return ofText((text) => !excluded(text));
  }
  const excluded: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
  if (excluded.length === 0 || excluded.some((value) => !['string', 'number'].includes(typeof value)))
    throw new PatternError('anything-but needs texts or numbers');
  return ofAnyValue((value) => value !== undefined && !isRecord(value) && !excluded.includes(value));
}

const comparisons: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  '=': (value, limit) => value === limit,
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
};

/** `["=", 1]` or a range such as `[">", 0, "<=", 5]`; only JSON numbers match, so never DynamoDB's `{"N": "1"}`. */
function numericTest(operand: unknown): Test {
  if (!Array.isArray(operand) || operand.length === 0 || operand.length % 2 !== 0 || operand.length > 4)
    throw new PatternError('numeric needs one or two comparisons');
  const tests: ((value: number) => boolean)[] = [];
  for (let index = 0; index < operand.length; index += 2) {
    const compare = comparisons[String(operand[index])];
    const limit: unknown = operand[index + 1];
    if (compare === undefined || typeof limit !== 'number')
      throw new PatternError('numeric compares with a number');
    tests.push((value) => compare(value, limit));
  }
  return ofAnyValue((value) => typeof value === 'number' && tests.every((test) => test(value)));
}
