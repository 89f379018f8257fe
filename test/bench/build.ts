import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../worker/commands/database.ts';
import { wranglerCommand } from '../../worker/commands/server.ts';

const outDir = join(root, '.wrangler/bench');

export type Bundles = { worker: string; floor: string };

/** The Worker as it is deployed, and the floors beside it; paths of their bundles. */
export async function buildBundles(): Promise<Bundles> {
  const deploy = ['deploy', '--dry-run', '--env', '', '--outdir', outDir];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...wranglerCommand, ...deploy], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false' },
  });
  if (status !== 0) throw new Error(`The Worker cannot be built.\n${stdout}${stderr}`);
  const floor = join(outDir, 'floor.js');
  await build({
    entryPoints: [join(import.meta.dirname, 'floor-worker.ts')],
    outfile: floor,
    bundle: true,
    format: 'esm',
    target: 'es2024',
    external: ['cloudflare:workers', 'node:*'],
    conditions: ['workerd', 'worker'],
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    logLevel: 'warning',
  });
  return { worker: join(outDir, 'index.js'), floor };
}

export function readBundle(path: string): string {
  return readFileSync(path, 'utf8');
}
