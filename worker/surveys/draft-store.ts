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

/** Hex. */
export type ClosedDraft = { key: string; sealed: string };

/** Replaces the content of drafts that were sent. */
export function closeDraftsStatement(db: D1Database, drafts: ClosedDraft[]): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE survey_drafts SET sealed = (
        SELECT unhex(value ->> 'sealed') FROM json_each(?1) WHERE unhex(value ->> 'key') = draft_key LIMIT 1)
      WHERE draft_key IN (SELECT unhex(value ->> 'key') FROM json_each(?1))`,
    )
    .bind(JSON.stringify(drafts));
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
