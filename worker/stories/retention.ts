import type { Deps } from '../platform/deps.ts';
import { endExpired } from './retention-store.ts';
import { eraseStatements } from './telling.ts';

const atOnce = 50;

/** Erases stories that are kept no longer, and notes which consents have ended. */
export async function endKeptStories({ db }: Pick<Deps, 'db'>, now: Date): Promise<void> {
  const ids = await endExpired(db, now, { consents: atOnce * 10, stories: atOnce });
  if (ids.length > 0) await db.batch(ids.flatMap((id) => eraseStatements(db, id, now)));
}
