import { describe, expect, it } from 'vitest';
import { errorFields } from '../../../shared/runtime/logger.ts';

describe('errorFields', () => {
  it('tells kind and place of an error and its causes, never a message', () => {
    const cause = Object.assign(new TypeError('cause of compras@misti.example'), {
      $metadata: { requestId: 'aws-1', httpStatusCode: 400 },
    });
    const fields = errorFields(new Error('compras@misti.example', { cause }));
    expect(fields).toMatchObject({
      error: 'Error',
      cause: { error: 'TypeError', awsRequestId: 'aws-1', httpStatusCode: 400 },
    });
    expect(JSON.stringify(fields)).toContain('logger.test.ts');
    expect(JSON.stringify(fields)).not.toContain('misti');
  });

  it('takes no line of a message for a place', () => {
    const fields = errorFields(new Error('no\n    at compras@misti.example (file.ts:1:1)'));
    expect(JSON.stringify(fields)).not.toContain('misti');
    expect((fields['frames'] as string[]).length).toBeGreaterThan(0);
  });

  it.each([undefined, null, 'compras@misti.example', { message: 'misti' }, 5])(
    'tells the type of %j, which is no error',
    (thrown) => {
      expect(errorFields(thrown)).toEqual({ error: typeof thrown });
    },
  );

  it('limits the frames', () => {
    const deep = (n: number): Error => (n === 0 ? new Error('x') : deep(n - 1));
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 50;
    const fields = errorFields(deep(40));
    Error.stackTraceLimit = limit;
    expect(fields['frames']).toHaveLength(12);
  });

  it('ends on an error that is its own cause', () => {
    const error: Error = new Error('x');
    error.cause = error;
    expect(errorFields(error)).toMatchObject({ error: 'Error' });
  });
});
