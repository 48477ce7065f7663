import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DataDirBusyError, openDataDir, readIfPresent, writeFileAtomically } from '../../local/data-dir.ts';
import { temporaryDirectory } from './support.ts';

describe('the data directory', () => {
  it('belongs to one runner at a time, and to the next one afterwards', () => {
    const path = join(temporaryDirectory(), 'new', 'data');
    const first = openDataDir(path);
    expect(() => openDataDir(path)).toThrow(DataDirBusyError);
    first.release();
    openDataDir(path).release();
    expect(statSync(path).mode & 0o777).toBe(0o700);
  });
});

describe('files', () => {
  it('are replaced whole, for this user only', () => {
    const path = join(temporaryDirectory(), 'a', 'b.json');
    expect(readIfPresent(path)).toBeUndefined();
    writeFileAtomically(path, 'long text');
    writeFileAtomically(path, 'new');
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });
});
