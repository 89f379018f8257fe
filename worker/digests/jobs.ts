import type { Deps } from '../platform/deps.ts';
import { log } from '../platform/log.ts';
import type { DigestClosing } from './closing.ts';
import { makeDueDigests } from './make-digests.ts';
import type { DigestSection } from './section.ts';

/** Every quarter of an hour; the clock is the event's own. */
export async function runDigests(
  { db, keyring, settings, wakeOutbox }: Pick<Deps, 'db' | 'keyring' | 'settings' | 'wakeOutbox'>,
  { sections, closings }: { sections: readonly DigestSection[]; closings: readonly DigestClosing[] },
  scheduledTime: Date,
): Promise<void> {
  const { made, mailed } = await makeDueDigests({ db, keyring, settings, sections, closings }, scheduledTime);
  if (made > 0) log('info', 'digests-made', { made, mailed });
  if (mailed > 0) await wakeOutbox();
}
