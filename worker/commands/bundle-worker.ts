import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';
import { hashOfSource } from './source-hash.ts';

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
