import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../worker/commands/root.ts';
import { wranglerCommand } from '../../worker/commands/server.ts';

/** The Worker as it is deployed, into a folder: what a harness would otherwise do at each of its starts. */
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
