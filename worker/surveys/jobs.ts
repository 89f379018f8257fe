import type { Deps } from '../platform/deps.ts';
import { log } from '../platform/log.ts';
import { askWhoOpened } from './carry/ask-sent.ts';

/** Runs every quarter of an hour, at the time of the cron event. While reminders are paused, nobody is asked either. */
export async function runSurveys(
  deps: Pick<Deps, 'db' | 'wakeOutbox'>,
  scheduledTime: Date,
  { reminding }: { reminding: boolean },
): Promise<void> {
  const asked = reminding ? await askWhoOpened(deps, scheduledTime) : 0;
  if (asked === 0) return;
  log('info', 'asked-whether-sent', { asked });
  await deps.wakeOutbox();
}
