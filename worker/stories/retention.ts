import type { Deps } from '../platform/deps.ts';
import { endExpiredStatement, listOfEndedCampaigns, listToErase } from './retention-store.ts';
import { eraseStatements } from './telling.ts';

const atOnce = 50;

/** Erases stories that are kept no longer, and notes which consents have ended. */
export async function endKeptStories({ db }: Pick<Deps, 'db'>, now: Date): Promise<void> {
  const ids = [...(await listToErase(db, now, atOnce)), ...(await listOfEndedCampaigns(db, now, atOnce))];
  await db.batch([
    endExpiredStatement(db, now, atOnce * 10),
    ...ids.flatMap((id) => eraseStatements(db, id, now)),
  ]);
}
