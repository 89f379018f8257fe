import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { arrivals } from './arrivals.ts';
import { audit } from './audit.ts';
import { rateAt, readCurve } from './curve.ts';
import { joinRequests, startLoad } from './load.ts';
import { type MemoryWatch, watchMemory } from './memory.ts';
import { type Figure, figureOf } from './report.ts';
import { pageRequest } from './requests.ts';
import type { Ground } from './run-figures.ts';
import { type Server, startServer } from './server.ts';
import { prepareCrowd, promisesOf, type StormCrowd } from './storm-crowd.ts';
import { runStormLoad } from './storm-load.ts';
import { stormFigures, tellAudit, tellStorm } from './storm-report.ts';
import { databaseFile } from './template.ts';
import { createProgress, thousands } from './words.ts';

/** Signatures a second: ten times the record of 5,742 a minute. */
const peak = (10 * 5742) / 60;
const viewsASignature = 10;
/** As many as a front lets through to one origin; the rest waits in front of it. */
const connections = { writes: 512, views: 64 };

/** The hour around the peak of 2019, ten times over, pressed into a stretch of `plan.storm` seconds. */
export async function runStorm(ground: Ground): Promise<Figure[]> {
  const { plan, bundles, dir } = ground;
  const curve = readCurve();
  console.log(`\nStorm: ${curve.source}; at the top ten times the record, for ${plan.storm} s.`);
  const rate = (share: number) => rateAt(curve, share, peak);
  const moments = {
    signAt: arrivals(plan.storm, rate),
    viewAt: arrivals(plan.storm, (share) => rate(share) * viewsASignature),
  };
  const crowd = await prepareCrowd(ground.keyring, moments.signAt.length);

  const stateDir = join(dir, 'storm');
  cpSync(ground.template, stateDir, { recursive: true });
  const server = await startServer({ bundles, stateDir, mail: true });
  await warmUp(server);
  const memory = await watchMemory(server.pid);
  const outcome = await blow(server, crowd, moments);
  const most = memory.most();
  tellStorm(outcome, { signed: moments.signAt.length, viewed: moments.viewAt.length, peak });

  const memories = [
    memoryFigure('memory-in-the-storm', most, 150),
    ...(await afterAMinute(memory, plan.storm)),
  ];
  console.log(
    `Memory: ${Math.round(memory.idle)} MB idle, at most ${Math.round(most)} MB more in the storm.`,
  );
  memory.stop();
  await server.stop();
  const found = audit(databaseFile(stateDir), promisesOf(crowd, outcome));
  tellAudit(outcome, found);
  rmSync(stateDir, { recursive: true });
  return [...stormFigures(outcome, found), ...memories];
}

/** Pages only: the audit starts with an empty petition. */
async function warmUp({ port }: Server): Promise<void> {
  const load = startLoad();
  await load.closed({ port, connections: 16, ...joinRequests([pageRequest]), again: true, time: 1500 });
  await load.stop();
}

async function blow(
  { port }: Server,
  crowd: StormCrowd,
  moments: { signAt: Float64Array; viewAt: Float64Array },
) {
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

async function afterAMinute(memory: MemoryWatch, stormSeconds: number): Promise<Figure[]> {
  if (stormSeconds < 60) return [];
  const progress = createProgress();
  for (let left = 60; left > 0; left -= 5) {
    progress.say(`a minute of rest: ${left} s`);
    await sleep(5000);
  }
  progress.end();
  return [memoryFigure('memory-a-minute-after', memory.now(), 30)];
}

function memoryFigure(name: string, megabytes: number, bound: number): Figure {
  return figureOf(name, 'MB over idle', { values: [megabytes] }, { of: 'median', is: 'at most', bound });
}
