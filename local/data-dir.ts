import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another runner works on the same data. */
export class DataDirBusyError extends Error {
  override readonly name = 'DataDirBusyError';
}

/** The directory that keeps everything between runs, held by this runner alone. */
export interface DataDir {
  /** Absolute path. */
  readonly path: string;
  /** Absolute path of a file or folder in it. */
  file(name: string): string;
  /** Lets the next runner have it. */
  release(): void;
}

/**
 * Takes the data directory, creating it if need be.
 *
 * The lock is a SQLite lock: the operating system lifts it when the process ends, however it ends, so a killed runner
 * leaves nothing behind that the next one would have to judge.
 * @throws {DataDirBusyError} if another runner holds it, or nobody can: it is a file, or may not be written
 */
export function openDataDir(directory: string): DataDir {
  const path = resolve(directory);
  const lock = openLock(path);
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw new DataDirBusyError(
      `Another Puente already runs on ${path}. Stop it first, or set PUENTE_DATA to another directory.`,
      { cause: error },
    );
  }
  return { path, file: (name) => join(path, name), release: () => lock.close() };
}

function openLock(path: string): DatabaseSync {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return new DatabaseSync(join(path, 'runner.lock'));
  } catch (error) {
    throw new DataDirBusyError(
      `${path} cannot hold Puente's data (${(error as NodeJS.ErrnoException).code ?? 'unknown'}). Set PUENTE_DATA to a directory that may be written.`,
      { cause: error },
    );
  }
}

/**
 * Replaces a file so that a reader, also one after a crash, sees the old or the new content and never a part.
 * @param mode permission bits of the new file
 */
export function writeFileAtomically(path: string, content: string | Uint8Array, mode = 0o600): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  const descriptor = openSync(temporary, 'w', mode);
  try {
    writeSync(descriptor, typeof content === 'string' ? Buffer.from(content) : content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(temporary, path);
}

/** A file's text, undefined if there is no such file. */
export function readIfPresent(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
