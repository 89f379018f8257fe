import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { arrivals } from './arrivals.ts';
import { audit } from './audit.ts';
import { rateAt, readCurve } from './curve.ts';
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

/** Signatures a second: ten times the record of 5,742 a minute. */
const peak = (10 * 5742) / 60;
const viewsASignature = 10;
/** As many as a front lets through to one origin; the rest waits in front of it. */
const connections = { writes: 512, views: 64 };
/** Seconds of the storms and greetings that only memory is measured by. */
const stretch = 12;
const minute = 60_000;

/** The hour around the peak of 2019, ten times over, pressed into a stretch of `plan.storm` seconds. */
export async function runStorm(ground: Ground): Promise<Figure[]> {
  const { plan, bundles, dir } = ground;
  const curve = readCurve();
  console.log(`\nStorm: ${curve.source}; at the top ten times the record, for ${plan.storm} s.`);
  const rate = (share: number) => rateAt(curve, share, peak);
  const momentsOf = (seconds: number) => ({
    signAt: arrivals(seconds, rate),
    viewAt: arrivals(seconds, (share) => rate(share) * viewsASignature),
  });
  const moments = momentsOf(plan.storm);
  const crowd = await prepareCrowd(ground.keyring, moments.signAt.length);

  const stateDir = join(dir, 'storm');
  cpSync(ground.template, stateDir, { recursive: true });
  const server = await startServer({ bundles, stateDir, mail: true });
  await warmUp(server);
  const memory = await watchMemory(server.pid);
  const outcome = await blow(server, crowd, moments);
  const endedAt = Date.now();
  const most = memory.most();
  tellStorm(outcome, { signed: moments.signAt.length, viewed: moments.viewAt.length, peak });

  // Meanwhile the first server rests.
  const rest = plan.storm >= minute / 1000 ? minute : 0;
  const hello = await growthOf(ground, { collectAtOnce: false, rest: 0 }, (fresh) =>
    greet(fresh, connections.views, stretch),
  );
  const held = await growthOf(ground, { collectAtOnce: true, rest }, (fresh) =>
    blow(fresh, crowd, momentsOf(stretch)),
  );
  await sleep(Math.max(0, endedAt + rest - Date.now()));
  const memories = memoryFigures({ most, after: memory.now() }, { hello, held, isRested: rest > 0 });
  tellMemory({ idle: memory.idle, most }, hello, held);
  memory.stop();
  await server.stop();
  const found = audit(databaseFile(stateDir), promisesOf(crowd, outcome));
  tellAudit(outcome, found);
  rmSync(stateDir, { recursive: true });
  return [...stormFigures(outcome, found), ...memories];
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
