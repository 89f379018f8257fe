import type { Deps } from '../platform/deps.ts';
import { log, logFailure } from '../platform/log.ts';
import { runTogether } from '../platform/run-together.ts';
import { readSwitches } from '../platform/switches.ts';
import { type House, type ScheduledWork, stages } from './feature.ts';
import { shippedHouse } from './features.ts';

/**
 * Every quarter of an hour, runs the scheduled work of all features, at the time of the cron event. Work that a switch
 * pauses is done by a later run.
 */
export async function runSchedule(
  deps: Deps,
  scheduledTime: Date,
  house: House = shippedHouse,
): Promise<void> {
  const switches = await readSwitches(deps.db, scheduledTime);
  if (switches.has('read-only')) return log('warn', 'scheduled-work-skipped', { switch: 'read-only' });
  const reminding = !switches.has('reminders-paused');
  const failed: string[] = [];
  for (const stage of stages) {
    const works = house.scheduled.filter((work) => work.stage === stage);
    const ended = await runTogether(
      deps.db,
      works.map(
        ({ run }) =>
          (db) =>
            run({ ...deps, db }, scheduledTime, { house, reminding }),
      ),
    );
    for (const [place, { name }] of works.entries()) {
      const outcome = ended[place];
      if (outcome?.status !== 'rejected') continue;
      failed.push(name);
      logFailure('scheduled-work-failed', outcome.reason, { work: name });
    }
  }
  if (failed.length > 0) throw new Error(`scheduled work failed: ${failed.join(', ')}`);
}

/** The work of one stage alone; the first that fails ends it. */
export async function runStage(
  deps: Deps,
  stage: ScheduledWork['stage'],
  { house, now }: { house: House; now: Date },
): Promise<void> {
  for (const work of house.scheduled) {
    if (work.stage === stage) await work.run(deps, now, { house, reminding: true });
  }
}

/** One work alone, by its name. A name that no feature has any more does nothing. */
export async function runWork(
  deps: Deps,
  name: string,
  { house, now }: { house: House; now: Date },
): Promise<void> {
  const work = house.scheduled.find((one) => one.name === name);
  await work?.run(deps, now, { house, reminding: true });
}
