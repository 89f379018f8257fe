import type { Deps } from '../platform/deps.ts';
import { log } from '../platform/log.ts';
import { makeDueDigests } from './make-digests.ts';
import type { DigestSection } from './section.ts';

/** Every quarter of an hour; the clock is the event's own. */
export async function runDigests(
  { db, wakeOutbox }: Pick<Deps, 'db' | 'wakeOutbox'>,
  sections: readonly DigestSection[],
  scheduledTime: Date,
): Promise<void> {
  const { made, mailed } = await makeDueDigests({ db, sections }, scheduledTime);
  if (made > 0) log('info', 'digests-made', { made, mailed });
  if (mailed > 0) await wakeOutbox();
}
