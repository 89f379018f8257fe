import { fromBlob } from '../platform/crypto/bytes.ts';

/** Keys and sealed content are hex. */
export type StoredDraft = { key: string; actionId: number; sealed: string; keptUntil: Date };

export async function saveDraft(
  db: D1Database,
  { key, actionId, sealed, keptUntil }: StoredDraft,
): Promise<void> {
  await db
    .prepare(
      `INSERT INTO survey_drafts (draft_key, action_id, sealed, kept_until) VALUES (unhex(?1), ?2, unhex(?3), ?4)
      ON CONFLICT (draft_key) DO UPDATE SET sealed = excluded.sealed, kept_until = excluded.kept_until`,
    )
    .bind(key, actionId, sealed, keptUntil.getTime())
    .run();
}

/** Also null if it has expired but was not deleted yet. */
export async function findSealedDraft(
  db: D1Database,
  { key, actionId, now }: { key: string; actionId: number; now: Date },
): Promise<Uint8Array | null> {
  const sealed = await db
    .prepare(
      'SELECT sealed FROM survey_drafts WHERE draft_key = unhex(?) AND action_id = ? AND kept_until > ?',
    )
    .bind(key, actionId, now.getTime())
    .first<number[]>('sealed');
  return sealed && fromBlob(sealed);
}

export async function deleteDraft(db: D1Database, key: string): Promise<void> {
  await db.prepare('DELETE FROM survey_drafts WHERE draft_key = unhex(?)').bind(key).run();
}

/** It is kept until then at the most. The key is hex, the instant milliseconds. */
export type DraftEnd = { key: string; until: number };

export function shortenDraftsStatement(db: D1Database, ends: DraftEnd[]): D1PreparedStatement {
  const until = Math.max(...ends.map((end) => end.until));
  return db
    .prepare(
      `UPDATE survey_drafts SET kept_until = min(kept_until, ?2)
      WHERE draft_key IN (SELECT unhex(value) FROM json_each(?1))`,
    )
    .bind(JSON.stringify(ends.map(({ key }) => key)), until);
}

/** Returns how many were deleted. */
export async function deleteOldDrafts(db: D1Database, now: Date, limit: number): Promise<number> {
  const { meta } = await db
    .prepare(
      `DELETE FROM survey_drafts WHERE draft_key IN (
        SELECT draft_key FROM survey_drafts WHERE kept_until <= ? ORDER BY kept_until LIMIT ?)`,
    )
    .bind(now.getTime(), limit)
    .run();
  return meta.changes;
}
