import { type Query, rowsQuery, type Subquery } from '../platform/query.ts';

/** What stands in public of a signature. */
export type ShownEntry = { name: string | null; comment: string | null; place: string; on: string };

const shownColumns = 'shown_name AS name, shown_comment AS comment, place, confirmed_on AS "on"';

/** The newest names, or the newest comments. */
export function shownQuery(
  db: D1Database,
  action: Subquery,
  { part, most }: { part: 'name' | 'comment'; most: number },
): Query<ShownEntry[]> {
  const statement = db
    .prepare(
      `SELECT ${shownColumns} FROM signatures INDEXED BY signatures_${part}s_shown
      WHERE action_id = (${action.sql}) AND state = 'confirmed' AND shown_${part} IS NOT NULL
      ORDER BY confirmed_at DESC LIMIT ?`,
    )
    .bind(action.value, most);
  return rowsQuery(statement, (rows: ShownEntry[]) => rows);
}

/** The place of a comment in the list of all of them. */
export type CommentKey = { at: number; row: number };
export type ListedComment = ShownEntry & CommentKey;

/** Comments that stand in public, the newest first, beginning after one of them. */
export function commentsQuery(
  db: D1Database,
  { actionId, after, most }: { actionId: number; after: CommentKey | null; most: number },
): Query<ListedComment[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT ${shownColumns}, confirmed_at AS at, rowid AS row FROM signatures INDEXED BY signatures_comments_shown
        WHERE action_id = ?1 AND state = 'confirmed' AND shown_comment IS NOT NULL
          AND (confirmed_at, rowid) < (?2, ?3)
        ORDER BY confirmed_at DESC, rowid DESC LIMIT ?4`,
      )
      .bind(actionId, after?.at ?? Number.MAX_SAFE_INTEGER, after?.row ?? 0, most),
    (rows: ListedComment[]) => rows,
  );
}
