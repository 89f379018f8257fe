import type { Deps } from '../platform/deps.ts';
import { log } from '../platform/log.ts';
import { makeDueDigests } from './make-digests.ts';

/** Every quarter of an hour; the clock is the event's own. */
export async function runDigests(deps: Pick<Deps, 'db' | 'wakeOutbox'>, scheduledTime: Date): Promise<void> {
  const { made, mailed } = await makeDueDigests(deps, scheduledTime);
  if (made > 0) log('info', 'digests-made', { made, mailed });
  if (mailed > 0) await deps.wakeOutbox();
}
