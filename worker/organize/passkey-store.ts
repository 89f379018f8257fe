export type Passkey = {
  id: string;
  organizerId: string;
  publicKey: string;
  algorithm: string;
  counter: number;
  label: string;
  createdAt: Date;
  lastUsedAt: Date | null;
};

type PasskeyRow = {
  id: string;
  organizer_id: string;
  public_key: string;
  algorithm: string;
  counter: number;
  label: string;
  created_at: number;
  last_used_at: number | null;
};

export async function findPasskey(db: D1Database, id: string): Promise<Passkey | null> {
  const row = await db
    .prepare('SELECT * FROM organizer_passkeys WHERE id = ? AND ended_at IS NULL')
    .bind(id)
    .first<PasskeyRow>();
  return row && passkeyOf(row);
}

export async function listPasskeys(db: D1Database, organizerId: string): Promise<Passkey[]> {
  const { results } = await db
    .prepare(
      'SELECT * FROM organizer_passkeys WHERE organizer_id = ? AND ended_at IS NULL ORDER BY created_at LIMIT 50',
    )
    .bind(organizerId)
    .all<PasskeyRow>();
  return results.map(passkeyOf);
}

/** Adding a key counts as showing it, because its owner has just used it. */
export function insertPasskeyStatement(
  db: D1Database,
  key: Omit<Passkey, 'createdAt' | 'lastUsedAt'>,
  now: Date,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO organizer_passkeys (id, organizer_id, public_key, algorithm, counter, label, created_at, last_used_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)`,
    )
    .bind(key.id, key.organizerId, key.publicKey, key.algorithm, key.counter, key.label, now.getTime());
}

/** A counter that does not rise means a copied key. Synced keys always send 0. */
export async function notePasskeyUse(
  db: D1Database,
  { id, counter, now }: { id: string; counter: number; now: Date },
): Promise<boolean> {
  const { meta } = await db
    .prepare(
      `UPDATE organizer_passkeys SET counter = ?2, last_used_at = ?3
       WHERE id = ?1 AND ended_at IS NULL AND (counter < ?2 OR (counter = 0 AND ?2 = 0))`,
    )
    .bind(id, counter, now.getTime())
    .run();
  return meta.changes > 0;
}

export function endPasskeyStatement(
  db: D1Database,
  { id, organizerId, now }: { id: string; organizerId: string; now: Date },
): D1PreparedStatement {
  return db
    .prepare(
      'UPDATE organizer_passkeys SET ended_at = ?3 WHERE id = ?1 AND organizer_id = ?2 AND ended_at IS NULL',
    )
    .bind(id, organizerId, now.getTime());
}

/** Ends all keys of somebody who has lost theirs. */
export function endPasskeysStatement(db: D1Database, organizerId: string, now: Date): D1PreparedStatement {
  return db
    .prepare('UPDATE organizer_passkeys SET ended_at = ?2 WHERE organizer_id = ?1 AND ended_at IS NULL')
    .bind(organizerId, now.getTime());
}

function passkeyOf(row: PasskeyRow): Passkey {
  return {
    id: row.id,
    organizerId: row.organizer_id,
    publicKey: row.public_key,
    algorithm: row.algorithm,
    counter: row.counter,
    label: row.label,
    createdAt: new Date(row.created_at),
    lastUsedAt: row.last_used_at === null ? null : new Date(row.last_used_at),
  };
}
