import type { JsonObject } from './json-rules.ts';

/** A kit of which others were made: the whole of it, what it locks, and the SHA-256 of its file. */
export type KitParent = { kit: JsonObject; locks: string[]; sha256: string };

/** The hash stands for the content, so the same parent is kept once. */
export function keepParentStatement(db: D1Database, { kit, locks, sha256 }: KitParent): D1PreparedStatement {
  return db
    .prepare('INSERT INTO kit_parents (sha256, kit, locks) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
    .bind(sha256, JSON.stringify(kit), JSON.stringify(locks));
}

/** Null where the campaign was opened on another site, or before parents were kept. */
export async function findParent(db: D1Database, sha256: string): Promise<KitParent | null> {
  const row = await db
    .prepare('SELECT kit, locks FROM kit_parents WHERE sha256 = ?')
    .bind(sha256)
    .first<{ kit: string; locks: string }>();
  return row && { kit: JSON.parse(row.kit), locks: JSON.parse(row.locks), sha256 };
}
