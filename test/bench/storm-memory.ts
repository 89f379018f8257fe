import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { joinRequests, startLoad } from './load.ts';
import { watchMemory } from './memory.ts';
import { type Figure, figureOf } from './report.ts';
import { floorRequest, pageRequest } from './requests.ts';
import type { Ground } from './run-figures.ts';
import { type Server, startServer } from './server.ts';

/** Megabytes above idle: the maximum during the load, and the value after the rest. */
export type Grown = { most: number; after: number };

/**
 * Starts a fresh server, runs `act`, waits for `rest` milliseconds and returns how its memory grew. With
 * `collectAtOnce`, garbage is collected as early as possible, so that only what the Worker holds remains. By default
 * the runtime sets no memory limit for an isolate, unlike Cloudflare, and collects late.
 */
export async function growthOf(
  { bundles, template, dir }: Ground,
  { collectAtOnce, rest }: { collectAtOnce: boolean; rest: number },
  act: (server: Server) => Promise<unknown>,
): Promise<Grown> {
  const stateDir = join(dir, 'growth');
  cpSync(template, stateDir, { recursive: true });
  const server = await startServer({ bundles, stateDir, mail: true, collectAtOnce });
  await warmUp(server);
  const memory = await watchMemory(server.pid);
  await act(server);
  await sleep(rest);
  const grown = { most: memory.most(), after: memory.now() };
  memory.stop();
  await server.stop();
  rmSync(stateDir, { recursive: true });
  return grown;
}

/** Requests only pages, because the audit expects an empty petition. */
export async function warmUp({ port }: Server): Promise<void> {
  const load = startLoad();
  await load.closed({ port, connections: 16, ...joinRequests([pageRequest]), again: true, time: 1500 });
  await load.stop();
}

/** Requests only "hello", with as many connections as the page views use. */
export async function greet({ port }: Server, connections: number, seconds: number): Promise<void> {
  const load = startLoad();
  const hello = joinRequests([floorRequest('/hello')]);
  await load.closed({ port, connections, ...hello, again: true, time: seconds * 1000 });
  await load.stop();
}

/** The runtime's memory by default, next to the same runtime that only says hello, and what the Worker holds of it. */
export function memoryFigures(
  asItComes: Grown,
  { hello, held, isRested }: { hello: Grown; held: Grown; isRested: boolean },
): Figure[] {
  const most = { of: 'median', is: 'at most', bound: 150 } as const;
  const later = { of: 'median', is: 'at most', bound: 30 } as const;
  const unit = 'MB over idle';
  const figures = [
    figureOf('memory-in-the-storm', unit, { values: [asItComes.most], floors: [hello.most] }, most),
    figureOf('memory-in-the-storm, held', unit, { values: [held.most] }, most),
  ];
  if (!isRested) return figures;
  return [
    ...figures,
    figureOf('memory-a-minute-after', unit, { values: [asItComes.after], floors: [hello.after] }, later),
    figureOf('memory-a-minute-after, held', unit, { values: [held.after] }, later),
  ];
}

export function tellMemory({ idle, most }: { idle: number; most: number }, hello: Grown, held: Grown): void {
  const whole = Math.round;
  console.log(
    `Memory: ${whole(idle)} MB idle, at most ${whole(most)} MB more in the storm. The same runtime grows by ` +
      `${whole(hello.most)} MB when it only says hello; of a storm whose garbage is collected at once it holds ` +
      `${whole(held.most)} MB.`,
  );
}
