import type { Deps } from '../platform/deps.ts';
import { enqueueFoundStatement } from '../platform/mail/enqueue-found.ts';
import {
  countStepStatement,
  findMailing,
  listWorking,
  type Mailing,
  mailedStepStatement,
  mailsOfStep,
} from './mailing-store.ts';

const stepsAtOnce = 20;

/** Goes on counting or mailing, step by step. Whatever breaks, the next run goes on where this one stopped. */
export async function goOnWith(
  deps: Pick<Deps, 'db' | 'wakeOutbox'>,
  mailing: Mailing,
  now: Date,
): Promise<void> {
  const { db } = deps;
  let current: Mailing | null = mailing;
  for (let step = 0; step < stepsAtOnce && current; step += 1) {
    const { id, state } = current;
    if (state === 'counting') {
      await countStepStatement(db, id).run();
    } else if (state === 'sending') {
      await db.batch([enqueueFoundStatement(db, mailsOfStep, id, now), mailedStepStatement(db, id)]);
      await deps.wakeOutbox();
    } else {
      return;
    }
    current = await findMailing(db, id);
  }
}

export async function goOnWithMailings(deps: Pick<Deps, 'db' | 'wakeOutbox'>, now: Date): Promise<void> {
  for (const mailing of await listWorking(deps.db)) await goOnWith(deps, mailing, now);
}
