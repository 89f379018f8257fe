/** The size of the log that a witness has cosigned last; 0 if it never has. */
export async function findCosigned(db: D1Database, vkey: string): Promise<number> {
  const size = await db
    .prepare('SELECT size FROM log_witnesses WHERE vkey = ?')
    .bind(vkey)
    .first<number>('size');
  return size ?? 0;
}

export async function saveCosigned(
  db: D1Database,
  { vkey, size }: { vkey: string; size: number },
): Promise<void> {
  await db
    .prepare(
      `INSERT INTO log_witnesses (vkey, size) VALUES (?, ?)
      ON CONFLICT (vkey) DO UPDATE SET size = max(size, excluded.size)`,
    )
    .bind(vkey, size)
    .run();
}

export async function saveCosignature(
  db: D1Database,
  { head, lines }: { head: { size: number }; lines: string },
): Promise<void> {
  await db
    .prepare(
      `UPDATE log_heads SET cosignatures = cosignatures || ?2
      WHERE size = ?1 AND instr(cosignatures, ?2) = 0`,
    )
    .bind(head.size, lines)
    .run();
}
