import type { ConsoleContext } from '../organize/console-section.ts';
import { type AtWork, findInvalidation } from './store.ts';

/** One of this campaign; null for those of others. */
export async function findOwn(c: ConsoleContext, id: string): Promise<AtWork | null> {
  const one = await findInvalidation(c.var.deps.db, id);
  return one?.campaignId === c.var.campaign.id ? one : null;
}
