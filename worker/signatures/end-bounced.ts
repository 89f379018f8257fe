import { findSceneById } from '../petitions/scene.ts';
import type { Deps } from '../platform/deps.ts';
import { bounceStatement } from './change-store.ts';
import { momentIn } from './moment.ts';
import { erasedUnconfirmedAfter } from './rules.ts';
import { findSignature } from './store.ts';

/**
 * A signature whose mail came back for good will not be confirmed, so it no longer waits. What is held of it stays for
 * the 30 days of any unconfirmed one: an earlier mail may have arrived, and its links then show why it ended.
 */
export async function endBounced({ db }: Pick<Deps, 'db'>, id: string, now: Date): Promise<void> {
  const signature = await findSignature(db, id);
  const scene = signature && (await findSceneById(db, signature.petitionId));
  if (!scene) return;
  const erasedAt = new Date(signature.receivedAt.getTime() + erasedUnconfirmedAfter);
  await bounceStatement(db, { id, erasedAt }, momentIn(scene.city.timeZone, now)).run();
}
