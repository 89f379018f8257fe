import { newId } from '../platform/crypto/ids.ts';
import type { Deps } from '../platform/deps.ts';
import { runQuery } from '../platform/query.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { type EntryState, mostOfDay, type NewEntry } from './entry-rules.ts';
import { type Added, addEntryStatement, changeStateStatement, hasEntryQuery } from './entry-store.ts';
import type { Partner } from './rules.ts';

type By = { partner: Pick<Partner, 'id' | 'campaignId'>; now: Date };

/** A partner adds to the agenda or brings an idea. */
export async function addByPartner(
  { db }: Pick<Deps, 'db'>,
  { partner, entry, language, now }: By & { entry: NewEntry; language: 'en' | 'es' },
): Promise<Result<void, 'limit'>> {
  const added: Added = {
    ...{ ...entry, language, now, id: newId(now) },
    ...{ campaignId: partner.campaignId, partnerId: partner.id },
  };
  await addEntryStatement(db, added, { mostOfDay }).run();
  return (await runQuery(db, hasEntryQuery(db, added))) ? ok() : err('limit');
}

/** False where it is not the partner's own, or is no longer as its page showed it. */
export async function changeByPartner(
  { db }: Pick<Deps, 'db'>,
  { partner, id, from, to }: Omit<By, 'now'> & { id: string; from: EntryState; to: EntryState },
): Promise<boolean> {
  const change = { id, campaignId: partner.campaignId, by: partner.id, from, to };
  const { meta } = await changeStateStatement(db, change).run();
  return meta.changes === 1;
}
