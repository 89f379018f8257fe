import type { Language, Text } from '../../web/language.ts';
import { fromBlob } from '../platform/crypto/bytes.ts';
import type { Export } from './store.ts';

/** The actions to choose from, with their names. */
export type ActionNamed = { id: number; slug: string; title: Partial<Text> };

export async function listActionsOf(db: D1Database, campaignId: number): Promise<ActionNamed[]> {
  const { results } = await db
    .prepare(
      `SELECT actions.id, slug, title FROM actions
         LEFT JOIN action_texts ON action_id = actions.id AND version = text_version
       WHERE campaign_id = ? ORDER BY actions.id LIMIT 200`,
    )
    .bind(campaignId)
    .all<{ id: number; slug: string; title: string | null }>();
  return results.map(({ title, ...action }) => ({
    ...action,
    title: title === null ? {} : JSON.parse(title),
  }));
}

export type Walker = {
  row: number;
  id: string;
  place: string;
  zip: string | null;
  source: string;
  language: Language;
  confirmedOn: string | null;
  /** Null if nobody may write to this person, or their data is erased. */
  sealed: Uint8Array | null;
};

type WalkerRow = Omit<Walker, 'confirmedOn' | 'sealed'> & {
  confirmed_on: string | null;
  sealed: number[] | null;
};

/**
 * The next rows of an action by key. It reads exactly as many rows as are asked for, however few have checked the box.
 * Only those who count and have checked it come with their sealed data.
 */
export async function listNext(
  db: D1Database,
  { actionId, after, most }: { actionId: number; after: number; most: number },
  { partnerId }: Pick<Export, 'partnerId'>,
): Promise<Walker[]> {
  const { results } = await db
    .prepare(
      `SELECT rowid AS "row", id, place, zip, source, language, confirmed_on,
         iif(state = 'confirmed' AND iif(?4 IS NULL, keep_informed = 1,
           partner_contact = 1 AND source IN (
             SELECT slug FROM sources WHERE partner_id = ?4
               AND campaign_id = (SELECT campaign_id FROM actions WHERE actions.id = ?1))),
           sealed, NULL) AS sealed
       FROM signatures INDEXED BY signatures_of_action
       WHERE action_id = ?1 AND rowid > ?2 ORDER BY rowid LIMIT ?3`,
    )
    .bind(actionId, after, most, partnerId)
    .all<WalkerRow>();
  return results.map(({ confirmed_on, sealed, ...row }) => {
    return { ...row, confirmedOn: confirmed_on, sealed: sealed && fromBlob(sealed) };
  });
}
