import type { ActionText } from '../actions/text-store.ts';

export type AuditHead = {
  size: number;
  added: number;
  removed: number;
  /** Who counts, less what no statement tells of yet. */
  told: number;
  /** Nights since 1970 at the last recount: which part of a large tree is next. */
  nights: number;
};

export async function findAuditHead(db: D1Database, actionId: number): Promise<AuditHead | null> {
  return db
    .prepare(
      `SELECT size, added, removed,
        coalesce((SELECT n FROM signature_counts WHERE action_id = ?1 AND kind = 'state' AND key = 'confirmed'), 0)
          - coalesce((SELECT sum(n) FROM member_changes WHERE action_id = ?1), 0)
          - iif(is_closed, 0, coalesce((SELECT sum(n) FROM member_leaves WHERE action_id = ?1), 0)) AS told,
        coalesce((SELECT recounted_at FROM recounts WHERE action_id = ?1), 0) / 86400000 AS nights
      FROM member_trees WHERE action_id = ?1`,
    )
    .bind(actionId)
    .first<AuditHead>();
}

export type AuditedStatement = {
  index: number;
  entry: string;
  week: string;
  /** What its digest told of its signatures; null where only another part of the digest told of it. */
  told: number | null;
  /** Whether its digest told of it at all: 1 or 0. */
  is_told: number;
  /** The leaf hash in the log, as hex. */
  leaf: string;
};

/** Of the committee of that week. A digest may tell of an action in several parts, such as its samples and the answers to what it asks. */
const isOfDigest = 'digest_lines.week = statements.week AND digest_lines.slug = actions.slug';

export async function listAudited(
  db: D1Database,
  actionId: number,
  { after, most }: { after: string; most: number },
): Promise<AuditedStatement[]> {
  const { results } = await db
    .prepare(
      `SELECT log_index AS "index", entry, statements.week,
        (SELECT confirmed FROM digest_lines WHERE ${isOfDigest} AND section = actions.kind || 's') AS told,
        EXISTS (SELECT 1 FROM digest_lines WHERE ${isOfDigest}) AS is_told,
        lower(hex(substr(bytes, 1 + log_index % 256 * 32, 32))) AS leaf
      FROM statements CROSS JOIN actions ON actions.id = action_id
        LEFT JOIN tree_tiles ON tree = 0 AND level = 0 AND idx = log_index / 256
      WHERE action_id = ?1 AND statements.week > ?2 ORDER BY statements.week LIMIT ?3`,
    )
    .bind(actionId, after, most)
    .all<AuditedStatement>();
  return results;
}

export async function listTexts(
  db: D1Database,
  actionId: number,
): Promise<{ version: number; text: ActionText }[]> {
  const { results } = await db
    .prepare('SELECT version, title, ask, body FROM action_texts WHERE action_id = ? ORDER BY version')
    .bind(actionId)
    .all<{ version: number; title: string; ask: string; body: string }>();
  return results.map(({ version, title, ask, body }) => ({
    version,
    text: { title: JSON.parse(title), ask: JSON.parse(ask), body: JSON.parse(body) },
  }));
}

/** Some tiles of a member tree, from one on: each with its entries and its hashes, as hex. */
export async function listTilePairs(
  db: D1Database,
  tree: number,
  { from, most }: { from: number; most: number },
): Promise<{ index: number; entries: string; hashes: string }[]> {
  const { results } = await db
    .prepare(
      `SELECT bundle.idx AS "index", hex(bundle.bytes) AS entries, hex(tile.bytes) AS hashes
      FROM tree_tiles bundle LEFT JOIN tree_tiles tile
        ON tile.tree = bundle.tree AND tile.level = 0 AND tile.idx = bundle.idx
      WHERE bundle.tree = ?1 AND bundle.level = -1 AND bundle.idx >= ?2 ORDER BY bundle.idx LIMIT ?3`,
    )
    .bind(tree, from, most)
    .all<{ index: number; entries: string; hashes: string }>();
  return results;
}
