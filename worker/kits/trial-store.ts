/** Fails, and takes back the batch that it ends. */
export function takeBackStatement(db: D1Database): D1PreparedStatement {
  return db.prepare("SELECT json('taken back')");
}

export function isTakenBack(error: unknown): boolean {
  return error instanceof Error && error.message.includes('malformed JSON');
}

/** Fails, and with it the batch that it begins, where the campaign exists. */
export function mustBeNewStatement(db: D1Database, slug: string): D1PreparedStatement {
  return db
    .prepare("SELECT json(iif(EXISTS(SELECT 1 FROM campaigns WHERE slug = ?), 'exists already', '1'))")
    .bind(slug);
}

/** References have to hold at the end of the batch, whatever its order. */
export function anyOrderStatement(db: D1Database): D1PreparedStatement {
  return db.prepare('PRAGMA defer_foreign_keys = ON');
}
