import { spawnSync } from 'node:child_process';
import { root } from '../../worker/commands/root.ts';
import { wranglerCommand } from '../../worker/commands/server.ts';

/** The Worker as it is deployed, into a folder: what a harness would otherwise do at each of its starts. */
export function buildWorker(outDir: string): void {
  const deploy = ['deploy', '--dry-run', '--env', '', '--outdir', outDir];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...wranglerCommand, ...deploy], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false' },
  });
  if (status !== 0) throw new Error(`The Worker cannot be built.\n${stdout}${stderr}`);
}
