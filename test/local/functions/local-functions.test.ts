import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import {
  createFunctions,
  FunctionTimeoutError,
  type LocalFunctions,
} from '../../../local/functions/local-functions.ts';
import { captureOutput, type FunctionOutput } from '../../../local/functions/output.ts';
import type { FunctionPlan } from '../../../local/template/plan.ts';
import { temporaryDirectory } from '../support.ts';

const planOf = (name: string, module: string, changes: Partial<FunctionPlan> = {}): FunctionPlan => ({
  name,
  arn: `arn:aws:lambda:eu-central-1:000000000000:function:${name}`,
  entry: `test/local/fixtures/functions/${module}.ts`,
  handlerName: 'handler',
  environment: { FUNCTION: name },
  timeoutSeconds: 10,
  memoryMegabytes: 128,
  ...changes,
});

let output: FunctionOutput;
let logPath: string;
let errors: string[];

beforeEach(() => {
  logPath = join(temporaryDirectory(), 'puente.log');
  errors = [];
  output = captureOutput(logPath, (name, message) => errors.push(`${name}: ${message}`));
  onTestFinished(() => output.close());
});

const functionsOf = (...plans: FunctionPlan[]): LocalFunctions =>
  createFunctions(plans, { root: process.cwd(), output });
const event = { rawPath: '/', at: new Date(0), left: undefined };

describe('functions in this process', () => {
  it('have their own environment each, also with the same module, and leave none behind', async () => {
    const functions = functionsOf(planOf('one', 'echo'), planOf('two', 'echo'));
    const [one, two] = await Promise.all([functions.invoke('one', event), functions.invoke('two', event)]);
    expect(one).toMatchObject({ functionName: 'one' });
    expect(two).toMatchObject({ functionName: 'two' });
    expect(process.env['FUNCTION']).toBeUndefined();
    expect(process.env['AWS_LAMBDA_FUNCTION_NAME']).toBeUndefined();
  });

  it('keep their module from call to call, and get a new one from a new runner', async () => {
    const environment = { FUNCTION: 'first' };
    expect(await functionsOf(planOf('one', 'echo', { environment })).invoke('one', event)).toMatchObject({
      functionName: 'first',
    });
    expect(await functionsOf(planOf('one', 'echo')).invoke('one', event)).toMatchObject({
      functionName: 'one',
    });
  });

  it('see the event as JSON', async () => {
    const answer = (await functionsOf(planOf('one', 'echo')).invoke('one', event)) as { event: object };
    expect(answer.event).toEqual({ rawPath: '/', at: '1970-01-01T00:00:00.000Z' });
  });

  it('are given up after their time-out, or a shorter one', async () => {
    const functions = functionsOf(planOf('slow', 'slow', { timeoutSeconds: 0.05 }), planOf('slower', 'slow'));
    await expect(functions.invoke('slow', event)).rejects.toThrow(FunctionTimeoutError);
    await expect(functions.invoke('slower', event, 50)).rejects.toThrow(
      'slower: Task timed out after 0.05 seconds',
    );
  });

  it('say why they cannot be imported, in the log too', async () => {
    const functions = functionsOf(planOf('one', 'missing'), planOf('two', 'echo', { handlerName: 'other' }));
    await functions.preload();
    await expect(functions.invoke('one', event)).rejects.toThrow();
    await expect(functions.invoke('two', event)).rejects.toThrow('exports no function other');
    expect(readFileSync(logPath, 'utf8')).toContain('exports no function other');
  });

  it('are waited for when everything ends, but not for ever', async () => {
    const functions = functionsOf(planOf('slow', 'slow'));
    const running = functions.invoke('slow', event);
    const startedMs = performance.now();
    await functions.close(50);
    expect(performance.now() - startedMs).toBeLessThan(1_000);
    expect(await running).toBe('too late');
  });
});

describe('what functions print', () => {
  it('goes to the log, errors are told, and the terminal stays as it was', () => {
    const shown: string[] = [];
    const { write } = process.stdout;
    process.stdout.write = ((text: string) => shown.push(text) > 0) as typeof write;
    const inner = captureOutput(logPath, (name, message) => errors.push(`${name}: ${message}`));
    inner.capture('one', () => process.stdout.write('{"level":"INFO","message":"fine"}\n'));
    inner.capture('one', () => process.stderr.write('{"level":"ERROR","message":"broken"}\n{"not json\n'));
    process.stdout.write('to the terminal\n');
    inner.close();
    process.stdout.write('afterwards\n');
    process.stdout.write = write;
    expect(readFileSync(logPath, 'utf8')).toBe(
      '{"level":"INFO","message":"fine"}\n{"level":"ERROR","message":"broken"}\n{"not json\n',
    );
    expect(errors).toEqual(['one: broken']);
    expect(shown).toEqual(['to the terminal\n', 'afterwards\n']);
  });
});
