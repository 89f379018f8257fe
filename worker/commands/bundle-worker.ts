import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';

/*
 * Wrangler runs this before each start, also where nothing has changed. Then the modules stay as they are: making them
 * takes four seconds of processor time.
 */
const stampFile = join(root, 'dist/stamp.json');
type Stamp = { source: string; made: string[] };

const source = hashOfSource();
if (!isMade(readStamp())) {
  rmSync(stampFile, { force: true });
  const { bundleWorker } = await import('./make-modules.ts');
  const made = await bundleWorker();
  writeFileSync(stampFile, JSON.stringify({ source, made } satisfies Stamp));
}

function isMade(stamp: Stamp | null): boolean {
  return stamp?.source === source && stamp.made.every((path) => existsSync(path));
}

function readStamp(): Stamp | null {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return null;
  }
}

/** Of the names, sizes and dates of all files that can become part of the Worker. */
function hashOfSource(): string {
  const folders = ['worker', 'web'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('web/public'))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const files = ['wrangler.toml', 'package-lock.json'].map((name) => join(root, name));
  const hash = createHash('sha256');
  for (const path of [...folders, ...files].sort()) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}
