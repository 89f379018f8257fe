import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../worker/commands/root.ts';
import { buildWorker, modulesOf } from '../support/build-worker.ts';

const outDir = join(root, '.wrangler/bench');

export type Bundles = { worker: string[]; floor: string; ungrouped: string };

/** Builds the Worker as it is deployed, and the baselines; returns the paths of their modules. */
export async function buildBundles(): Promise<Bundles> {
  await buildWorker(outDir);
  return {
    worker: modulesOf(outDir),
    floor: await bundle('floor-worker.ts'),
    ungrouped: await bundle('ungrouped-worker.ts'),
  };
}

/** Bundles a module for this process, because Node knows no JSX. Assets are left out, as in commands. */
export async function bundleForNode(source: string): Promise<string> {
  const outfile = join(outDir, source.replace('.ts', '.mjs'));
  await build({
    entryPoints: [join(import.meta.dirname, source)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    external: ['*/assets.gen.json'],
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    logLevel: 'warning',
  });
  return outfile;
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
