import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

const memory = '/dev/shm';
/** The databases of a whole run, the profiles of its browsers and its builds take a part of this. */
const enoughBytes = 2 * 1024 ** 3;

/**
 * Each commit of a test's database waits for the disk, which is most of the time that many tests take. Where Linux
 * offers a folder in memory that is large enough, all temporary files of the run go there.
 */
export function keepTemporaryFilesInMemory(): void {
  if (process.env.TMPDIR?.startsWith(memory) || freeBytes() < enoughBytes) return;
  const folder = mkdtempSync(join(memory, 'undersigned-'));
  process.env.TMPDIR = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}

function freeBytes(): number {
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize;
  } catch {
    return 0;
  }
}
