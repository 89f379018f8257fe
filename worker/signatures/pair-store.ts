import { fromBlob } from '../platform/crypto/bytes.ts';
import { type Query, rowsQuery, waitingAtMost } from '../platform/query.ts';
import { byId, type Signature, type SignatureRow, signatureOf } from './store.ts';

export type PairState = 'unread' | 'unlike' | 'waiting' | 'different' | 'same' | 'aside';
export type PairLikeness = 'zip' | 'street' | 'inbox';

/** Two signatures that may belong to one person, the earlier one first. */
export type Pair = {
  id: number;
  actionId: number;
  likeness: PairLikeness;
  state: PairState;
  foundAt: Date;
  signatures: [Signature, Signature];
};

type PairRow = {
  id: number;
  action_id: number;
  one: string;
  other: string;
  likeness: PairLikeness;
  state: PairState;
  found_at: number;
};

/** A page of pairs begins after this pair of this action. */
export type PairKey = { actionId: number; id: number };

/** The waiting pairs of a campaign, by action, oldest first. */
export async function listWaitingPairs(
  db: D1Database,
  { campaignId, after, most }: { campaignId: number; after: PairKey; most: number },
): Promise<Pair[]> {
  const { results } = await db
    .prepare(
      `SELECT signature_pairs.* FROM actions CROSS JOIN signature_pairs INDEXED BY signature_pairs_waiting
        ON action_id = actions.id AND signature_pairs.state = 'waiting'
          AND signature_pairs.id > iif(actions.id = ?2, ?3, 0)
      WHERE campaign_id = ?1 AND actions.id >= ?2 ORDER BY actions.id, signature_pairs.id LIMIT ?4`,
    )
    .bind(campaignId, after.actionId, after.id, most)
    .all<PairRow>();
  return withSignatures(db, results);
}

export async function findPair(db: D1Database, campaignId: number, id: number): Promise<Pair | null> {
  const { results } = await db
    .prepare(
      `SELECT signature_pairs.* FROM signature_pairs CROSS JOIN actions ON actions.id = action_id AND campaign_id = ?1
      WHERE signature_pairs.id = ?2`,
    )
    .bind(campaignId, id)
    .all<PairRow>();
  return (await withSignatures(db, results))[0] ?? null;
}

async function withSignatures(db: D1Database, rows: PairRow[]): Promise<Pair[]> {
  const ids = rows.flatMap(({ one, other }) => [one, other]);
  const { results } = await db
    .prepare(`SELECT * FROM signatures ${byId} WHERE id IN (SELECT value FROM json_each(?))`)
    .bind(JSON.stringify(ids))
    .all<SignatureRow>();
  const found = new Map(results.map((row) => [row.id, signatureOf(row)]));
  return rows.flatMap((row) => {
    const [one, other] = [found.get(row.one), found.get(row.other)];
    if (!one || !other) return [];
    const at = ({ confirmedAt, receivedAt }: Signature) => (confirmedAt ?? receivedAt).getTime();
    const isOrdered = at(one) <= at(other);
    const signatures: [Signature, Signature] = isOrdered ? [one, other] : [other, one];
    const { id, likeness, state } = row;
    return [{ id, actionId: row.action_id, likeness, state, foundAt: new Date(row.found_at), signatures }];
  });
}

/** Changes only a pair that is still in the state that was seen. */
export function movePairStatement(
  db: D1Database,
  { id, from, to }: { id: number; from: PairState; to: PairState },
): D1PreparedStatement {
  return db.prepare('UPDATE signature_pairs SET state = ?3 WHERE id = ?1 AND state = ?2').bind(id, from, to);
}

export function waitingPairsQuery(
  db: D1Database,
  campaignId: number,
): Query<{ n: number; more: boolean; oldestAt: Date } | null> {
  return rowsQuery(
    db
      .prepare(
        `SELECT count(*) AS n, min(found_at) AS oldest FROM (
          SELECT found_at FROM actions CROSS JOIN signature_pairs INDEXED BY signature_pairs_waiting
            ON action_id = actions.id AND signature_pairs.state = 'waiting'
          WHERE campaign_id = ?1 LIMIT ?2)`,
      )
      .bind(campaignId, waitingAtMost + 1),
    ([row]: { n: number; oldest: number | null }[]) =>
      row && row.oldest !== null
        ? { n: Math.min(row.n, waitingAtMost), more: row.n > waitingAtMost, oldestAt: new Date(row.oldest) }
        : null,
  );
}

export type UnreadPair = { id: number; sealed: [SealedOne, SealedOne] };
type SealedOne = { id: string; sealed: Uint8Array | null };

/** Pairs of one inbox whose names have not been compared yet. */
export async function listUnreadPairs(db: D1Database, most: number): Promise<UnreadPair[]> {
  const { results } = await db
    .prepare(
      `SELECT unread.id, one.id AS one, one.sealed AS one_sealed, other.id AS other, other.sealed AS other_sealed
      FROM (SELECT id, one, other FROM signature_pairs INDEXED BY signature_pairs_unread
          WHERE state = 'unread' ORDER BY id LIMIT ?) unread
        CROSS JOIN signatures one ${byId} ON one.id = unread.one
        CROSS JOIN signatures other ${byId} ON other.id = unread.other`,
    )
    .bind(most)
    .all<{
      id: number;
      one: string;
      one_sealed: number[] | null;
      other: string;
      other_sealed: number[] | null;
    }>();
  return results.map((row) => ({
    id: row.id,
    sealed: [
      { id: row.one, sealed: row.one_sealed && fromBlob(row.one_sealed) },
      { id: row.other, sealed: row.other_sealed && fromBlob(row.other_sealed) },
    ],
  }));
}
