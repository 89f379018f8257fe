import type { SignatureState } from '../actions/account-rules.ts';
import type { Text } from '../places/rules.ts';
import { type Query, rowsQuery } from '../platform/query.ts';
import type { DecisionKind } from './decision-rules.ts';
import type { SignatureReason } from './rules.ts';
import { byId } from './store.ts';

/** A signature in a list of the console. Nothing of it is opened. */
export type Listed = {
  /** Its rowid, which rises with arrival. */
  key: number;
  id: string;
  actionId: number;
  state: SignatureState;
  reason: SignatureReason | null;
  place: string;
  source: string;
  receivedAt: Date;
  isErased: boolean;
};

type ListedRow = {
  key: number;
  id: string;
  action_id: number;
  state: SignatureState;
  reason: SignatureReason | null;
  place: string;
  source: string;
  received_at: number;
  erased_at: number | null;
};

const columns = `signatures.id, signatures.action_id, state, reason, place, source, received_at, erased_at`;

/** The last `most` rows before a key. Filters apply to the rows that were read, so that a page stays cheap. */
export async function listArrived(
  db: D1Database,
  { actionId, before, most }: { actionId: number; before: number; most: number },
): Promise<Listed[]> {
  const { results } = await db
    .prepare(
      `SELECT signatures.rowid AS key, ${columns} FROM signatures INDEXED BY signatures_of_action
      WHERE action_id = ?1 AND signatures.rowid < ?2 ORDER BY signatures.rowid DESC LIMIT ?3`,
    )
    .bind(actionId, before, most)
    .all<ListedRow>();
  return results.map(listedOf);
}

/** Signatures with a current decision of this kind, newest decision first. `key` is the decision's. */
export async function listDecided(
  db: D1Database,
  { actionId, kind, before, most }: { actionId: number; kind: DecisionKind; before: number; most: number },
): Promise<Listed[]> {
  const { results } = await db
    .prepare(
      `SELECT decided.key, ${columns}
      FROM (SELECT id AS key, signature_id FROM signature_decisions INDEXED BY signature_decisions_of_action
          WHERE action_id = ?1 AND kind = ?2 AND ended_at IS NULL AND id < ?3 ORDER BY id DESC LIMIT ?4) decided
        CROSS JOIN signatures ${byId} ON signatures.id = decided.signature_id`,
    )
    .bind(actionId, kind, before, most)
    .all<ListedRow>();
  return results.map(listedOf);
}

/**
 * The key of the first signature that arrived at this instant or later. A binary search, because rows are stored in the
 * order of arrival. It reads about 20 rows.
 */
export async function findKeyAt(db: D1Database, at: Date): Promise<number> {
  const key = await db
    .prepare(
      `WITH RECURSIVE halves (low, high) AS (
        SELECT 0, (SELECT max(rowid) + 1 FROM signatures)
        UNION ALL
        SELECT iif(coalesce(received_at, 0) < ?1, (low + high) / 2, low),
          iif(coalesce(received_at, 0) < ?1, high, (low + high) / 2)
        FROM halves LEFT JOIN signatures ON signatures.rowid = (
          SELECT max(rowid) FROM signatures WHERE rowid <= (low + high) / 2)
        WHERE high - low > 1)
      SELECT min(high) AS key FROM halves`,
    )
    .bind(at.getTime())
    .first<number>('key');
  return key ?? 1;
}

const searches = {
  inbox: 'inbox_key = unhex(value ->> 1)',
  name: `name_zip_key = unhex(value ->> 1) AND state = 'confirmed'`,
};

/** Exact matches by the fingerprints of each action: [[actionId, key], ...]. By name, only those that count. */
export async function searchByKeys(
  db: D1Database,
  by: keyof typeof searches,
  { keys, most }: { keys: [actionId: number, key: string][]; most: number },
): Promise<Listed[]> {
  const { results } = await db
    .prepare(
      `SELECT signatures.rowid AS key, ${columns} FROM json_each(?1)
        CROSS JOIN signatures ON action_id = value ->> 0 AND ${searches[by]} LIMIT ?2`,
    )
    .bind(JSON.stringify(keys), most)
    .all<ListedRow>();
  return results.map(listedOf).sort((a, b) => b.key - a.key);
}

function listedOf(row: ListedRow): Listed {
  return {
    key: row.key,
    id: row.id,
    actionId: row.action_id,
    state: row.state,
    reason: row.reason,
    place: row.place,
    source: row.source,
    receivedAt: new Date(row.received_at),
    isErased: row.erased_at !== null,
  };
}

export type BrowsedAction = { id: number; slug: string; title: Text };

export function actionsOfQuery(db: D1Database, campaignId: number): Query<BrowsedAction[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT actions.id, actions.slug, title FROM actions
          JOIN action_texts ON action_texts.action_id = actions.id AND version = text_version
        WHERE campaign_id = ? AND state <> 'draft' ORDER BY actions.id LIMIT 100`,
      )
      .bind(campaignId),
    (rows: { id: number; slug: string; title: string }[]) =>
      rows.map((row) => ({ ...row, title: JSON.parse(row.title) })),
  );
}

/** Whether a signature belongs to an action of this campaign. */
export async function isOfCampaign(db: D1Database, campaignId: number, actionId: number): Promise<boolean> {
  const found = await db
    .prepare('SELECT 1 FROM actions WHERE id = ? AND campaign_id = ?')
    .bind(actionId, campaignId)
    .first();
  return found !== null;
}

export type MailSaid = { kind: string; state: string; createdAt: Date; sentAt: Date | null };

/** The mails about one signature. */
export async function listMailsAbout(db: D1Database, id: string): Promise<MailSaid[]> {
  const { results } = await db
    .prepare('SELECT kind, state, created_at, sent_at FROM outbox WHERE ref = ? LIMIT 100')
    .bind(id)
    .all<{ kind: string; state: string; created_at: number; sent_at: number | null }>();
  return results.map(({ kind, state, created_at, sent_at }) => {
    return {
      kind,
      state,
      createdAt: new Date(created_at),
      sentAt: sent_at === null ? null : new Date(sent_at),
    };
  });
}
