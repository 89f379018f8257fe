import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * `npm test -- signatures` runs the tests of one feature: the name of a folder in test/ stands for exactly that folder,
 * and not for every file with this word in its path. Other arguments go to vitest unchanged.
 */
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const isFolder = (name: string) =>
  statSync(join(import.meta.dirname, name), { throwIfNoEntry: false })?.isDirectory() ?? false;
const filters = process.argv.slice(2).map((name) => (isFolder(name) ? `test/${name}/` : name));
// A few files fill two workers. A third would load the whole application once more.
const workers = filters.length > 0 ? ['--maxWorkers', '2'] : [];
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--config', 'test/vitest.config.ts', ...workers, ...filters],
  {
    stdio: 'inherit',
    // Tests start many programs that load the same code. With this cache, each file is compiled only once.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, '../.wrangler/compiled'), ...process.env },
  },
);
process.exitCode = status ?? 1;
