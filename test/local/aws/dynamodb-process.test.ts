import { expect, it } from 'vitest';
import { adviceWithoutBinary } from '../../../local/aws/dynamodb-process.ts';

it.each([
  ['linux-x64', 'npm ci'],
  ['darwin-arm64', 'this is darwin-arm64'],
  ['win32-x64', 'this is win32-x64'],
])('on %s, without a binary, it says what helps', (platform, words) => {
  const advice = adviceWithoutBinary(platform);
  expect(advice).toContain(words);
  expect(advice).toContain('AWS_ENDPOINT_URL_DYNAMODB');
  expect(advice.includes('npm ci')).toBe(platform === 'linux-x64');
});
