import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { arrivals } from './arrivals.ts';
import { audit } from './audit.ts';
import { type Curve, rateAt, readCurve } from './curve.ts';
import { watchMemory } from './memory.ts';
import type { Figure } from './report.ts';
import { pageRequest } from './requests.ts';
import type { Ground } from './run-figures.ts';
import { type Server, startServer } from './server.ts';
import { prepareCrowd, promisesOf, type StormCrowd } from './storm-crowd.ts';
import { runStormLoad } from './storm-load.ts';
import { greet, growthOf, memoryFigures, tellMemory, warmUp } from './storm-memory.ts';
import { stormFigures, tellAudit, tellStorm } from './storm-report.ts';
import { databaseFile } from './template.ts';
import { createProgress, thousands } from './words.ts';

/** Signatures per second at the peak of 2019: 5,742 a minute. */
const record = 5742 / 60;
const viewsASignature = 10;
/** As many connections as a proxy opens to one origin. More requests wait in the proxy. */
const connections = { writes: 512, views: 64 };
/** Seconds of the runs in which only memory is measured. */
const stretch = 12;
const minute = 60_000;

/** Milliseconds from the start: when each person signs, and when somebody opens the page. */
type Moments = { signAt: Float64Array; viewAt: Float64Array };

/**
 * The "storm": replays the hour around the peak of 2019, with its page views, in `plan.storm` seconds at a multiple of
 * its rate. Memory is measured only at the highest multiple.
 */
export async function runStorm(ground: Ground, times: number[]): Promise<Figure[]> {
  const curve = readCurve();
  console.log(`\nStorm: ${curve.source}, in ${ground.plan.storm} s.`);
  const figures: Figure[] = [];
  const rising = times.toSorted((a, b) => a - b);
  for (const at of rising) {
    figures.push(...(await replay(ground, { curve, times: at, looksAtMemory: at === rising.at(-1) })));
  }
  return figures;
}

async function replay(
  ground: Ground,
  { curve, times, looksAtMemory }: { curve: Curve; times: number; looksAtMemory: boolean },
): Promise<Figure[]> {
  const peak = times * record;
  const momentsOf = (seconds: number): Moments => ({
    signAt: arrivals(seconds, (share) => rateAt(curve, share, peak)),
    viewAt: arrivals(seconds, (share) => rateAt(curve, share, peak) * viewsASignature),
  });
  console.log(`\n${times} x the record: at the top ${thousands(peak)} signatures a second`);
  const moments = momentsOf(ground.plan.storm);
  const crowd = await prepareCrowd(ground.keyring, moments.signAt.length);

  const stateDir = join(ground.dir, 'storm');
  cpSync(ground.template, stateDir, { recursive: true });
  const server = await startServer({ bundles: ground.bundles, stateDir, mail: true });
  await warmUp(server);
  const memory = await watchMemory(server.pid);
  const outcome = await blow(server, crowd, moments);
  const most = memory.most();
  tellStorm(outcome, { signed: moments.signAt.length, viewed: moments.viewAt.length, peak });
  const memories = looksAtMemory
    ? await compareMemory(ground, memory, { most, act: (fresh) => blow(fresh, crowd, momentsOf(stretch)) })
    : [];
  memory.stop();
  await server.stop();
  const found = audit(databaseFile(stateDir), promisesOf(crowd, outcome));
  tellAudit(outcome, found);
  rmSync(stateDir, { recursive: true });
  return [...stormFigures(outcome, found, times), ...memories];
}

/**
 * While the server of the storm is idle, fresh servers show how much memory the runtime alone takes and how much the
 * Worker holds.
 */
async function compareMemory(
  ground: Ground,
  memory: Awaited<ReturnType<typeof watchMemory>>,
  { most, act }: { most: number; act: (fresh: Server) => Promise<unknown> },
): Promise<Figure[]> {
  const endedAt = Date.now();
  const rest = ground.plan.storm >= minute / 1000 ? minute : 0;
  const hello = await growthOf(ground, { collectAtOnce: false, rest: 0 }, (fresh) =>
    greet(fresh, connections.views, stretch),
  );
  const held = await growthOf(ground, { collectAtOnce: true, rest }, act);
  await sleep(Math.max(0, endedAt + rest - Date.now()));
  tellMemory({ idle: memory.idle, most }, hello, held);
  return memoryFigures({ most, after: memory.now() }, { hello, held, isRested: rest > 0 });
}

async function blow({ port }: Server, crowd: StormCrowd, moments: Moments) {
  const progress = createProgress();
  const { forms, buttons } = crowd;
  const outcome = await runStormLoad(
    { port, forms, buttons, page: pageRequest, ...moments, connections },
    ({ seconds, signed, confirmed, viewed, waiting }) =>
      progress.say(
        `${seconds} s: ${thousands(signed)} signed, ${thousands(confirmed)} confirmed, ${thousands(viewed)} pages, ${waiting} wait`,
      ),
  );
  progress.end();
  return outcome;
}
