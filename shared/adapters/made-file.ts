import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes what is made from sources to `targetPath`, whole or not at all. Does nothing when that file is newer than
 * every source, since making it takes longer than anything else here. Returns whether it wrote.
 */
export async function makeFile(
  targetPath: string,
  sourcePaths: readonly string[],
  make: () => Promise<string>,
): Promise<'written' | 'up to date'> {
  const newestSourceMs = Math.max(...sourcePaths.map(changedAtMs));
  if (changedAtMs(targetPath) > newestSourceMs) return 'up to date';

  const content = await make();
  mkdirSync(dirname(targetPath), { recursive: true });
  const unfinishedPath = `${targetPath}.${process.pid}`;
  try {
    writeFileSync(unfinishedPath, content);
    renameSync(unfinishedPath, targetPath);
  } finally {
    rmSync(unfinishedPath, { force: true });
  }
  return 'written';
}

/** When the file last changed, in milliseconds of Unix time; -Infinity when there is none. */
function changedAtMs(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.NEGATIVE_INFINITY;
}
