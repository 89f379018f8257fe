import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * `npm test -- signatures` runs the tests of one feature: the name of a folder of test/ stands for that folder alone, and
 * not for every file that has the word in its path. Everything else goes to vitest as it is.
 */
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const isFolder = (name: string) =>
  statSync(join(import.meta.dirname, name), { throwIfNoEntry: false })?.isDirectory() ?? false;
const filters = process.argv.slice(2).map((name) => (isFolder(name) ? `test/${name}/` : name));
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--config', 'test/vitest.config.ts', ...filters],
  {
    stdio: 'inherit',
    // Tests start many programs that load the same code: each compiles it only once.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, '../.wrangler/compiled'), ...process.env },
  },
);
process.exitCode = status ?? 1;
