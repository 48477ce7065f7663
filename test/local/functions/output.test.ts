import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { captureOutput } from '../../../local/functions/output.ts';

const directory = mkdtempSync(join(tmpdir(), 'puente-output-'));
const path = join(directory, 'puente.log');
const terminal = process.stderr.write;

afterEach(() => {
  process.stderr.write = terminal;
  rmSync(directory, { recursive: true, force: true });
});

describe('captureOutput', () => {
  it('sends what functions print to the log, and what is told of it to the terminal', () => {
    const shown: string[] = [];
    process.stderr.write = ((text: string) => shown.push(text) > 0) as typeof process.stderr.write;
    const output = captureOutput(path, (name, message) => process.stderr.write(`! ${name}: ${message}\n`));
    output.capture('sweep', () => {
      process.stderr.write('{"level":"INFO","message":"swept"}\n');
      process.stderr.write('{"level":"ERROR","message":"send attempts are doubtful"}\n');
    });
    output.close();
    expect(shown).toEqual(['! sweep: send attempts are doubtful\n']);
    expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(3);
  });
});
