import { newId } from '../platform/crypto/ids.ts';
import type { Deps } from '../platform/deps.ts';
import {
  countStepStatement,
  findMailing,
  findStepEnd,
  listWorking,
  type Mailing,
  mailStepStatements,
  moveMailingStatement,
} from './mailing-store.ts';
import { newsMailKind } from './news-kind.ts';

/** Signatures of one step: few enough that a batch never holds up a signing. */
const aStep = 1000;
const stepsAtOnce = 20;

/** Goes on counting or mailing, step by step. Whatever breaks, the next run goes on where this one stopped. */
export async function goOnWith(
  deps: Pick<Deps, 'db' | 'wakeOutbox'>,
  mailing: Mailing,
  now: Date,
): Promise<Mailing | null> {
  const { db } = deps;
  let current: Mailing | null = mailing;
  for (let step = 0; step < stepsAtOnce; step += 1) {
    if (current?.state !== 'counting' && current?.state !== 'sending') return current;
    const until = await findStepEnd(db, current, aStep);
    if (until === null) {
      const to = current.state === 'counting' ? 'ready' : 'done';
      await moveMailingStatement(db, current.id, { from: current.state, to, now }).run();
    } else if (current.state === 'counting') {
      await countStepStatement(db, { mailing: current, until }).run();
    } else {
      const kind = `${newsMailKind}:${current.id}`;
      await db.batch(mailStepStatements(db, { mailing: current, until }, { now, newIds: newId(now), kind }));
      await deps.wakeOutbox();
    }
    current = await findMailing(db, current.id);
  }
  return current;
}

export async function goOnWithMailings(deps: Pick<Deps, 'db' | 'wakeOutbox'>, now: Date): Promise<void> {
  for (const mailing of await listWorking(deps.db)) await goOnWith(deps, mailing, now);
}
