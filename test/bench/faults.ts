import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from '../../worker/commands/root.ts';
import type { Plan } from './plan.ts';
import { type Figure, figureOf } from './report.ts';

const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');

/** Runs the fault tests of the test suite with many more kills, and passes their output on. */
export async function runFaults({ dir, plan }: { dir: string; plan: Plan }): Promise<Figure[]> {
  const outcome = join(dir, 'faults.json');
  const reports = [
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${outcome}`,
    '--silent=passed-only',
  ];
  const { status } = spawnSync(
    process.execPath,
    [vitest, 'run', '--config', 'test/vitest.config.ts', 'test/faults', ...reports],
    { cwd: root, stdio: 'inherit', env: { ...process.env, FAULTS: plan.faults } },
  );
  const { numTotalTests, numFailedTests } = JSON.parse(readFileSync(outcome, 'utf8'));
  // A file that fails to load has no failed tests, but must count as a failure.
  const failed = numFailedTests + (status === 0 || numFailedTests > 0 ? 0 : 1);
  return [
    figureOf('faults', 'tests', { values: [numTotalTests] }),
    figureOf('faults-failed', 'tests', { values: [failed] }, { of: 'median', is: 'at most', bound: 0 }),
  ];
}
