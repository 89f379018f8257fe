import type { Deps } from '../platform/deps.ts';
import { log } from '../platform/log.ts';
import { askWhoOpened } from './carry/ask-sent.ts';

/** Every quarter of an hour; the clock is the event's own. While reminding is paused, asking waits. */
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
