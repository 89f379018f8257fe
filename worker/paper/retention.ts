import type { Deps } from '../platform/deps.ts';
import { endRetentionStatements } from './line-store.ts';

const atOnce = 1000;
const roundsAtMost = 50;

/** Erases what was entered from paper once the data of its action is erased. The counts stay. */
export async function endPaper({ db }: Pick<Deps, 'db'>): Promise<void> {
  for (let round = 0; round < roundsAtMost; round += 1) {
    const [lines] = await db.batch(endRetentionStatements(db, atOnce));
    if ((lines?.meta.changes ?? 0) < atOnce) return;
  }
}
