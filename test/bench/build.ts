import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../worker/commands/database.ts';
import { wranglerCommand } from '../../worker/commands/server.ts';

const outDir = join(root, '.wrangler/bench');

export type Bundles = { worker: string; floor: string; ungrouped: string };

/** Builds the Worker as it is deployed, and the baselines; returns the paths of their bundles. */
export async function buildBundles(): Promise<Bundles> {
  const deploy = ['deploy', '--dry-run', '--env', '', '--outdir', outDir];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...wranglerCommand, ...deploy], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false' },
  });
  if (status !== 0) throw new Error(`The Worker cannot be built.\n${stdout}${stderr}`);
  return {
    worker: join(outDir, 'index.js'),
    floor: await bundle('floor-worker.ts'),
    ungrouped: await bundle('ungrouped-worker.ts'),
  };
}

async function bundle(source: string): Promise<string> {
  const outfile = join(outDir, source.replace('.ts', '.js'));
  await build({
    entryPoints: [join(import.meta.dirname, source)],
    outfile,
    bundle: true,
    format: 'esm',
    target: 'es2024',
    external: ['cloudflare:workers', 'node:*'],
    conditions: ['workerd', 'worker'],
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    logLevel: 'warning',
  });
  return outfile;
}
