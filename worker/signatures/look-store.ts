import { fromBlob } from '../platform/crypto/bytes.ts';
import type { Look } from './look-rules.ts';
import { contentVersion } from './store.ts';

/** A signature that counts and whose owner wants to show a name or a comment. The person is still sealed. */
export type ToLookAt = {
  id: string;
  /** Hex. It changes whenever its owner changes anything. */
  contentVersion: string;
  slug: string;
  sealed: Uint8Array;
  nameLook: Look | null;
  commentLook: Look | null;
  confirmedAt: Date;
};

type Row = {
  id: string;
  version: string;
  slug: string;
  sealed: number[];
  name_look: Look | null;
  comment_look: Look | null;
  confirmed_at: number;
};

const columns = `signatures.id, ${contentVersion} AS version, slug, sealed, name_look, comment_look, confirmed_at`;
const joined = 'CROSS JOIN actions ON actions.id = action_id';

/** Those that wait, oldest first. */
export async function listWaitingLooks(db: D1Database, most: number): Promise<ToLookAt[]> {
  const { results } = await db
    .prepare(
      `SELECT ${columns} FROM signatures INDEXED BY signatures_to_look_at ${joined}
      WHERE signatures.state = 'confirmed' AND (name_look = 'waiting' OR comment_look = 'waiting') AND sealed IS NOT NULL
      ORDER BY confirmed_at LIMIT ?`,
    )
    .bind(most)
    .all<Row>();
  return results.map(toLookAt);
}

/** All that were ever wanted, newest first. Reads the whole table, for a person at a terminal. */
export async function listLooks(db: D1Database, most: number): Promise<ToLookAt[]> {
  const { results } = await db
    .prepare(
      `SELECT ${columns} FROM signatures ${joined}
      WHERE signatures.state = 'confirmed' AND (name_look IS NOT NULL OR comment_look IS NOT NULL) AND sealed IS NOT NULL
      ORDER BY confirmed_at DESC LIMIT ?`,
    )
    .bind(most)
    .all<Row>();
  return results.map(toLookAt);
}

/** Those whose content version begins with this prefix. Reads the whole table, for a person at a terminal. */
export async function listLooksByVersion(db: D1Database, prefix: string): Promise<ToLookAt[]> {
  const { results } = await db
    .prepare(
      `SELECT ${columns} FROM signatures ${joined}
      WHERE signatures.state = 'confirmed' AND (name_look IS NOT NULL OR comment_look IS NOT NULL)
        AND substr(${contentVersion}, 1, length(?1)) = ?1`,
    )
    .bind(prefix)
    .all<Row>();
  return results.map(toLookAt);
}

/**
 * Applies only if the signature is still what was read. `shown` becomes public, null if it is hidden. False if its
 * owner changed, withdrew or erased it meanwhile.
 */
export async function decideLook(
  db: D1Database,
  { id, contentVersion: expected }: Pick<ToLookAt, 'id' | 'contentVersion'>,
  { part, shown }: { part: 'name' | 'comment'; shown: string | null },
): Promise<boolean> {
  const { meta } = await db
    .prepare(
      `UPDATE signatures SET ${part}_look = ?3, shown_${part} = ?4
      WHERE id = ?1 AND state = 'confirmed' AND ${part}_look IS NOT NULL AND ${contentVersion} = ?2`,
    )
    .bind(id, expected, shown === null ? 'hidden' : 'shown', shown)
    .run();
  return meta.changes > 0;
}

function toLookAt({ id, version, slug, sealed, name_look, comment_look, confirmed_at }: Row): ToLookAt {
  return {
    ...{ id, slug, contentVersion: version, sealed: fromBlob(sealed) },
    ...{ nameLook: name_look, commentLook: comment_look, confirmedAt: new Date(confirmed_at) },
  };
}
