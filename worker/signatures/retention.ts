import { erasesAt } from '../actions/retention-rules.ts';
import { listToErase, markErased } from '../actions/term-store.ts';
import type { Deps } from '../platform/deps.ts';
import { cityTimeOf } from './city-time.ts';
import type { ErasedHook } from './erased-hook.ts';
import {
  expireStatement,
  listDueBounced,
  listNeverConfirmed,
  listUnerased,
  retireStatement,
} from './retention-store.ts';
import { erasedUnconfirmedAfter } from './rules.ts';

const atOnce = 200;
const roundsAtMost = 50;

type Given = Pick<Deps, 'db'>;
type Hooks = { whenErased: ErasedHook };

/** Ends signatures that waited too long, whether or not they were reminded. False while there is more to do. */
export async function endNeverConfirmed({ db }: Given, now: Date, { whenErased }: Hooks): Promise<boolean> {
  const receivedBy = new Date(now.getTime() - erasedUnconfirmedAfter);
  for (let round = 0; round < roundsAtMost; round += 1) {
    const ended = await listNeverConfirmed(db, now, { receivedBy, limit: atOnce });
    if (ended.length === 0) return true;
    const byTimeZone = [...Map.groupBy(ended, ({ timeZone }) => timeZone)];
    await db.batch(
      byTimeZone.flatMap(([timeZone, group]) => {
        const ids = group.map(({ id }) => id);
        return [expireStatement(db, ids, cityTimeOf(timeZone, now)), ...whenErased(db, { ids })];
      }),
    );
  }
  return false;
}

/** Erases the personal data of signatures whose mail bounced. False while there is more to do. */
export async function eraseBounced({ db }: Given, now: Date, { whenErased }: Hooks): Promise<boolean> {
  for (let round = 0; round < roundsAtMost; round += 1) {
    const ids = await listDueBounced(db, now, atOnce);
    if (ids.length === 0) return true;
    await db.batch([retireStatement(db, ids, { at: now.getTime() }), ...whenErased(db, { ids })]);
  }
  return false;
}

/** Erases the personal data of actions whose retention has run out and was announced. False while there is more to do. */
export async function endRetention({ db }: Given, now: Date, { whenErased }: Hooks): Promise<boolean> {
  let rounds = 0;
  for (const { id: actionId, timeZone, ...life } of await listToErase(db)) {
    const dueAt = erasesAt(life);
    if (!dueAt || dueAt > now) continue;
    for (;;) {
      const ids = await listUnerased(db, actionId, atOnce);
      if (ids.length === 0) break;
      if (rounds >= roundsAtMost) return false;
      rounds += 1;
      const cityTime = cityTimeOf(timeZone, now);
      await db.batch([
        expireStatement(db, ids, cityTime),
        retireStatement(db, ids, cityTime),
        ...whenErased(db, { ids }),
      ]);
    }
    await markErased(db, actionId, now);
  }
  return true;
}
