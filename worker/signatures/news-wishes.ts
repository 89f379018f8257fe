import type { Deps } from '../platform/deps.ts';
import { makeInboxKey } from './keys.ts';
import { type ActionInbox, wantStatement, wishStatement } from './news-store.ts';
import { uncheckStatement } from './unsubscribe-store.ts';

type Whose = { email: string; actionIds: readonly number[] };

function inboxesOf({ keyring }: Pick<Deps, 'keyring'>, { email, actionIds }: Whose): Promise<ActionInbox[]> {
  return Promise.all(
    actionIds.map(async (actionId) => ({ actionId, inboxKey: await makeInboxKey(keyring, actionId, email) })),
  );
}

/** Of those of these petitions and surveys that somebody has signed: whether they get news by it. */
export async function listWishes(
  deps: Pick<Deps, 'db' | 'keyring'>,
  whose: Whose,
): Promise<Map<number, boolean>> {
  const inboxes = await inboxesOf(deps, whose);
  if (inboxes.length === 0) return new Map();
  const found = await deps.db.batch<{ wanted: number | null }>(
    inboxes.map((inbox) => wishStatement(deps.db, inbox)),
  );
  return new Map(
    inboxes.flatMap(({ actionId }, index) => {
      const wanted = found[index]?.results[0]?.wanted ?? null;
      return wanted === null ? [] : [[actionId, wanted === 1]];
    }),
  );
}

/** Nobody writes news about these to the inbox any more. Signatures and their counts stay as they are. */
export async function stopNewsStatements(
  deps: Pick<Deps, 'db' | 'keyring'>,
  whose: Whose,
): Promise<D1PreparedStatement[]> {
  const inboxes = await inboxesOf(deps, whose);
  return inboxes.map(({ actionId, inboxKey }) =>
    uncheckStatement(deps.db, { actionId, partnerId: null, inboxKeys: [inboxKey] }),
  );
}

/** Somebody wants the news of these again. */
export async function wantNewsStatements(
  deps: Pick<Deps, 'db' | 'keyring'>,
  whose: Whose,
): Promise<D1PreparedStatement[]> {
  const inboxes = await inboxesOf(deps, whose);
  return inboxes.map((inbox) => wantStatement(deps.db, inbox));
}
