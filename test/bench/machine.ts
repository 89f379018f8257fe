import { createRequire } from 'node:module';
import { cpus, loadavg, totalmem, type } from 'node:os';
import { runtimeVersion } from '../../worker/commands/runtime.ts';

const require = createRequire(import.meta.url);

/** The machine on which the figures were measured, one property per line. */
export function describeMachine(): string[] {
  const cores = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const { version: miniflare } = require('miniflare/package.json') as { version: string };
  return [
    `${cores.length} cores of ${cores[0]?.model.trim() ?? 'an unknown model'}, ${memory}, ${type()}`,
    `Node ${process.versions.node}, workerd ${runtimeVersion()}, Miniflare ${miniflare}`,
    `load before the start: ${loadavg()[0]!.toFixed(1)} (others that run at the same time make every figure smaller; the ratios hold)`,
  ];
}
