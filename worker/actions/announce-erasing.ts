import type { Deps } from '../platform/deps.ts';
import { enqueueStatement } from '../platform/mail/outbox.ts';
import { isToAnnounce } from './retention-rules.ts';
import { erasingToldStatement, listToErase } from './term-store.ts';

/** Tells each campaign's contact, once, a week before the personal data of a closed action is erased. */
export async function announceErasing({ db }: Pick<Deps, 'db'>, now: Date): Promise<void> {
  for (const life of await listToErase(db)) {
    if (!isToAnnounce(life, now)) continue;
    const mail = { ref: `${life.id}:${now.getTime()}`, kind: 'erasing' };
    await db.batch([erasingToldStatement(db, life.id, now), enqueueStatement(db, [mail], { now, cap: 1 })]);
  }
}
