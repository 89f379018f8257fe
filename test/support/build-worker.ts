import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../worker/commands/root.ts';
import { wranglerCommand } from '../../worker/commands/server.ts';

/** What a harness would otherwise do at each of its starts. Returns the folder of the Worker's modules. */
export async function bundleWorker(): Promise<string> {
  for (const step of ['web/build.ts', 'worker/commands/bundle-worker.ts']) {
    await promisify(execFile)(process.execPath, ['--no-warnings', join(root, step)], { cwd: root });
  }
  return join(root, 'dist');
}

/** The Worker as wrangler deploys it, into a folder. */
export async function buildWorker(outDir: string): Promise<void> {
  const deploy = ['deploy', '--dry-run', '--env', '', '--outdir', outDir];
  try {
    await promisify(execFile)(process.execPath, [...wranglerCommand, ...deploy], {
      cwd: root,
      env: { ...process.env, WRANGLER_SEND_METRICS: 'false' },
    });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`The Worker cannot be built.\n${stdout}${stderr}`);
  }
}

/** The files of a built Worker, its entry first. */
export function modulesOf(folder: string): string[] {
  const parts = readdirSync(folder).filter((name) => /^part-.*\.js$/.test(name));
  return ['index.js', ...parts].map((name) => join(folder, name));
}
