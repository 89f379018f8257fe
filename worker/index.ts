import { env, waitUntil } from 'cloudflare:workers';
import { createApp } from './app.ts';
import { type Env, readSettings } from './env.ts';
import { systemClock } from './platform/clock.ts';
import type { Deps } from './platform/deps.ts';
import { callIntake } from './platform/intake/call.ts';
import { gatherWrites } from './platform/intake/gather.ts';
import { intakeName } from './platform/intake/writes.ts';
import { createKeyring } from './platform/keyring.ts';
import { logFailure } from './platform/log.ts';
import { type Job, runQueue } from './queue.ts';
import { runSchedule } from './schedule.ts';

const bindings = env as unknown as Env;
// At start, so that a deployment with a missing setting never takes a request.
const settings = readSettings(bindings);
const wakeUp: Job = { kind: 'drain-outbox' };

const gathered = gatherWrites({
  call: (intake, writes) => bindings.INTAKE.getByName(intake).commit(writes),
  keepAlive: waitUntil,
  gatherFor: 1,
  // Of the longest answers to a survey, 512 KB, so many stay under the 32 MB of one call.
  most: 32,
  patience: 20_000,
});

const deps: Deps = {
  db: bindings.DB,
  keyring: createKeyring(settings.keyring),
  settings,
  clock: systemClock,
  rate: bindings.WRITE_RATE ?? null,
  commit: callIntake((scope, write) => gathered(intakeName(scope, settings.intakeShards), write)),
  async wakeOutbox(delaySeconds = 0) {
    try {
      await bindings.JOBS.send(wakeUp, { delaySeconds });
    } catch (error) {
      logFailure('wake-up-lost', error);
    }
  },
};
const app = createApp(deps);

export { Intake } from './intake.ts';

export default {
  fetch: (request, bound, context) => app.fetch(request, bound, context),
  queue: (batch) => runQueue(deps, batch),
  scheduled: (controller) => runSchedule(deps, new Date(controller.scheduledTime)),
} satisfies ExportedHandler<Env>;
