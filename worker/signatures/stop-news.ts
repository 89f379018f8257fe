import type { Deps } from '../platform/deps.ts';
import type { Signature } from './store.ts';
import { uncheckStatement } from './unsubscribe-store.ts';

/** Nobody writes news about this action to the inbox any more. The signature and its counts stay as they are. */
export async function stopNews(
  { db }: Pick<Deps, 'db'>,
  { actionId, inboxKey }: Pick<Signature, 'actionId' | 'inboxKey'>,
): Promise<void> {
  if (inboxKey === null) return;
  await uncheckStatement(db, { actionId, partnerId: null, inboxKeys: [inboxKey] }).run();
}
