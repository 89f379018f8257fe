import type { Look } from '../moderation/look-rules.ts';
import type { KeysAsked, TextKey, Whose } from '../moderation/moderated-texts.ts';
import { fromBlob } from '../platform/crypto/bytes.ts';
import { type Query, rowsQuery } from '../platform/query.ts';
import { contentVersionIn } from '../signatures/store.ts';
import type { Survey } from './rules.ts';

/** A sentence, still sealed, that a person who counts shares with the committee. */
export type SharedWords = {
  id: string;
  row: number;
  actionId: number;
  /** Hex. It changes whenever the answers change. */
  version: string;
  survey: Survey;
  sealed: Uint8Array;
  look: Look;
  at: Date;
};

/** Where the sentences of a survey stand in the table, in the order of the list. */
export function sharedKeysQuery(
  db: D1Database,
  { actionId, look, after, until, most }: KeysAsked,
): Query<TextKey[]> {
  const isUp = look === 'waiting';
  const order = isUp ? '' : ' DESC';
  const index = isUp ? 'responses_words_waiting' : 'responses_words';
  const [first, last] = [
    { at: 0, row: 0 },
    { at: Number.MAX_SAFE_INTEGER, row: 0 },
  ];
  const from = after ?? (isUp ? first : last);
  const to = until ?? (isUp ? last : first);
  return rowsQuery(
    db
      .prepare(
        `SELECT words_at AS at, rowid AS row FROM responses INDEXED BY ${index}
        WHERE action_id = ?1 AND words_state = ${isUp ? "'waiting' AND words_counted = 1" : "'shown'"}
          AND (words_at, rowid) ${isUp ? '>' : '<'} (?2, ?3) AND (words_at, rowid) ${isUp ? '<=' : '>='} (?5, ?6)
        ORDER BY words_at${order}, rowid${order} LIMIT ?4`,
      )
      .bind(actionId, from.at, from.row, most, to.at, to.row),
    (rows: TextKey[]) => rows,
  );
}

/** How many wait in a campaign, up to `most`, and since when: with `ages`, the oldest of each survey is read. */
export function waitingSharedQuery(
  db: D1Database,
  { campaignId, most, ages }: { campaignId: number; most: number; ages: boolean },
): Query<{ count: number; oldestAt: Date | null }> {
  const waits = "words_state = 'waiting' AND words_counted = 1";
  const oldest = `(SELECT min((SELECT words_at FROM responses INDEXED BY responses_words_waiting
    WHERE action_id = actions.id AND ${waits} ORDER BY words_at LIMIT 1))
    FROM actions INDEXED BY actions_of_kind WHERE campaign_id = ?1 AND kind = 'survey')`;
  return rowsQuery(
    db
      .prepare(
        `SELECT count(*) AS n, ${ages ? oldest : 'min(words_at)'} AS oldest FROM (
          SELECT words_at FROM actions INDEXED BY actions_of_kind
            CROSS JOIN responses INDEXED BY responses_words_waiting ON action_id = actions.id
          WHERE campaign_id = ?1 AND actions.kind = 'survey' AND ${waits} LIMIT ?2)`,
      )
      .bind(campaignId, most),
    ([row]: { n: number; oldest: number | null }[]) => ({
      count: row?.n ?? 0,
      oldestAt: row && row.oldest !== null ? new Date(row.oldest) : null,
    }),
  );
}

type Row = {
  id: string;
  row: number;
  action_id: number;
  version: string;
  content: string;
  sealed: number[];
  look: Look;
  words_at: number;
};

/** Shared sentences of people who count, or of all, in these surveys. */
export async function listSharedWords(
  db: D1Database,
  asked: { actionIds: readonly number[]; whose: Whose } & (
    | { ids: readonly string[] }
    | { rows: readonly number[] }
  ),
): Promise<SharedWords[]> {
  const [column, values] = 'ids' in asked ? ['signature_id', asked.ids] : ['responses.rowid', asked.rows];
  const { results } = await db
    .prepare(
      `SELECT signature_id AS id, responses.rowid AS row, responses.action_id,
        ${contentVersionIn('responses.sealed')} AS version, content, responses.sealed, words_state AS look, words_at
      FROM json_each(?1) CROSS JOIN responses ON ${column} = value
        CROSS JOIN signatures ON signatures.id = signature_id
        CROSS JOIN surveys ON surveys.action_id = responses.action_id
      WHERE true
        ${asked.whose === 'counted' ? "AND +signatures.state = 'confirmed'" : ''}
        AND words_state IS NOT NULL AND responses.sealed IS NOT NULL`,
    )
    .bind(JSON.stringify(values))
    .all<Row>();
  // Here and not in the statement, which would read the list of the actions for it.
  const own = results.filter(({ action_id }) => asked.actionIds.includes(action_id));
  return own.map(({ action_id, content, sealed, words_at, ...row }) => ({
    ...row,
    actionId: action_id,
    survey: JSON.parse(content),
    sealed: fromBlob(sealed),
    at: new Date(words_at),
  }));
}

/** Changes one row if the sentence is still what was read, and its owner counts where only those are meant. */
export function decideSharedStatement(
  db: D1Database,
  { id, version, from, to, whose }: { id: string; version: string; from: Look; to: Look; whose: Whose },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE responses SET words_state = ?4
      WHERE signature_id = ?1 AND words_state = ?3 AND ${contentVersionIn('sealed')} = ?2
        ${whose === 'counted' ? "AND EXISTS (SELECT 1 FROM signatures WHERE id = ?1 AND state = 'confirmed')" : ''}`,
    )
    .bind(id, version, from, to);
}
