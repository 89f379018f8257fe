import type { Look } from '../moderation/look-rules.ts';
import type { KeysAsked, TextKey, Whose } from '../moderation/moderated-texts.ts';
import { fromBlob } from '../platform/crypto/bytes.ts';
import { type Query, rowsQuery } from '../platform/query.ts';
import { byId, contentVersion } from './store.ts';

/** A name or a comment that a person who counts wants to show. The person is still sealed. */
export type SealedWord = {
  id: string;
  row: number;
  actionId: number;
  /** Hex. It changes whenever its owner changes anything. */
  version: string;
  sealed: Uint8Array;
  look: Look;
  at: Date;
};

type Part = 'name' | 'comment';

/** What the indexes below hold, in the words of their own conditions. */
const waits = (part: Part) => `signatures.state = 'confirmed' AND ${part}_look = 'waiting'`;
const shows = (part: Part) => `state = 'confirmed' AND shown_${part} IS NOT NULL`;

/** Where the words of an action stand in the table, in the order of the list. */
export function wordKeysQuery(
  db: D1Database,
  part: Part,
  { actionId, look, after, until, most }: KeysAsked,
): Query<TextKey[]> {
  const isUp = look === 'waiting';
  const order = isUp ? '' : ' DESC';
  const [first, last] = [
    { at: 0, row: 0 },
    { at: Number.MAX_SAFE_INTEGER, row: 0 },
  ];
  const from = after ?? (isUp ? first : last);
  const to = until ?? (isUp ? last : first);
  return rowsQuery(
    db
      .prepare(
        `SELECT confirmed_at AS at, rowid AS row FROM signatures INDEXED BY signatures_${part}s_${look}
        WHERE action_id = ?1 AND ${isUp ? waits(part) : shows(part)}
          AND (confirmed_at, rowid) ${isUp ? '>' : '<'} (?2, ?3) AND (confirmed_at, rowid) ${isUp ? '<=' : '>='} (?5, ?6)
        ORDER BY confirmed_at${order}, rowid${order} LIMIT ?4`,
      )
      .bind(actionId, from.at, from.row, most, to.at, to.row),
    (rows: TextKey[]) => rows,
  );
}

/** How many wait in a campaign, up to `most`, and since when: with `ages`, the oldest of each action is read. */
export function waitingWordsQuery(
  db: D1Database,
  part: Part,
  { campaignId, most, ages }: { campaignId: number; most: number; ages: boolean },
): Query<{ count: number; oldestAt: Date | null }> {
  const index = `INDEXED BY signatures_${part}s_waiting`;
  const oldest = `(SELECT min((SELECT confirmed_at FROM signatures ${index}
    WHERE action_id = actions.id AND ${waits(part)} ORDER BY confirmed_at LIMIT 1))
    FROM actions WHERE campaign_id = ?1)`;
  return rowsQuery(
    db
      .prepare(
        `SELECT count(*) AS n, ${ages ? oldest : 'min(confirmed_at)'} AS oldest FROM (
          SELECT confirmed_at FROM actions CROSS JOIN signatures ${index} ON action_id = actions.id
          WHERE campaign_id = ?1 AND ${waits(part)} LIMIT ?2)`,
      )
      .bind(campaignId, most),
    ([row]: { n: number; oldest: number | null }[]) => ({
      count: row?.n ?? 0,
      oldestAt: row && row.oldest !== null ? new Date(row.oldest) : null,
    }),
  );
}

const ofWhom = (whose: Whose) => (whose === 'counted' ? "AND +state = 'confirmed'" : '');

/** Words of people who count, or of all, in these actions. */
export async function listSealedWords(
  db: D1Database,
  part: Part,
  asked: { actionIds: readonly number[]; whose: Whose } & (
    | { ids: readonly string[] }
    | { rows: readonly number[] }
  ),
): Promise<SealedWord[]> {
  const [column, index, values] =
    'ids' in asked ? ['signatures.id', byId, asked.ids] : ['signatures.rowid', '', asked.rows];
  const { results } = await db
    .prepare(
      `SELECT signatures.id, signatures.rowid AS row, action_id, ${contentVersion} AS version, sealed,
        ${part}_look AS look, confirmed_at
      FROM json_each(?1) CROSS JOIN signatures ${index} ON ${column} = value
      WHERE true ${ofWhom(asked.whose)} AND ${part}_look IS NOT NULL AND sealed IS NOT NULL`,
    )
    .bind(JSON.stringify(values))
    .all<{
      id: string;
      row: number;
      action_id: number;
      version: string;
      sealed: number[];
      look: Look;
      confirmed_at: number;
    }>();
  // Here and not in the statement, which would read the list of the actions for it.
  const own = results.filter(({ action_id }) => asked.actionIds.includes(action_id));
  return own.map(({ action_id, sealed, confirmed_at, ...word }) => {
    return { ...word, actionId: action_id, sealed: fromBlob(sealed), at: new Date(confirmed_at) };
  });
}

/**
 * Changes one row if the signature is still what was read, else none. `text` becomes public if it is shown. Nothing of
 * it is readable in the database otherwise.
 */
export function decideWordStatement(
  db: D1Database,
  part: Part,
  {
    id,
    version,
    from,
    to,
    text,
    whose,
  }: { id: string; version: string; from: Look; to: Look; text: string | null; whose: Whose },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE signatures SET ${part}_look = ?4, shown_${part} = ?5
      WHERE id = ?1 ${ofWhom(whose)} AND ${part}_look = ?3 AND ${contentVersion} = ?2`,
    )
    .bind(id, version, from, to, to === 'shown' ? text : null);
}
