import { env } from 'cloudflare:workers';
import { callIntake } from '../platform/commit/call.ts';
import { intakeName } from '../platform/commit/writes.ts';
import { createKeyring } from '../platform/crypto/keyring.ts';
import type { Deps } from '../platform/deps.ts';
import { createAnswerCache } from '../platform/http/answer-cache.ts';
import { logFailure } from '../platform/log.ts';
import { type Env, readSettings } from '../platform/settings.ts';
import { systemClock } from '../platform/time/clock.ts';
import { createApp } from './app.ts';
import { type Job, runQueue } from './queue.ts';
import { runSchedule } from './schedule.ts';

const bindings = env as unknown as Env;
// At start, so that a deployment with a missing setting never takes a request.
const settings = readSettings(bindings);

const deps: Deps = {
  db: bindings.DB,
  keyring: createKeyring(settings.keyring),
  settings,
  clock: systemClock,
  rate: bindings.WRITE_RATE ?? null,
  commit: callIntake((scope) => bindings.INTAKE.getByName(intakeName(scope, settings.intakeShards))),
  deliversAtHome: settings.environment === 'local' && settings.resend === null,
  wakeOutbox: (delaySeconds = 0) => send({ kind: 'drain-outbox' }, delaySeconds),
  wake: (work, delaySeconds = 0) => send({ kind: 'work', work }, delaySeconds),
};
const app = createApp(deps);
const answers = createAnswerCache(deps);

async function send(job: Job, delaySeconds: number): Promise<void> {
  try {
    await bindings.JOBS.send(job, { delaySeconds });
  } catch (error) {
    logFailure('wake-up-lost', error);
  }
}

export { Intake } from './intake.ts';

export default {
  fetch: (request, bound, context) => answers(request, () => app.fetch(request, bound, context)),
  queue: (batch) => runQueue(deps, batch),
  scheduled: (controller) => runSchedule(deps, new Date(controller.scheduledTime)),
} satisfies ExportedHandler<Env>;
