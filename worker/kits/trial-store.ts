/** Fails, and takes back the batch that it ends. */
export function takeBackStatement(db: D1Database): D1PreparedStatement {
  return db.prepare("SELECT json('taken back')");
}

export function isTakenBack(error: unknown): boolean {
  return error instanceof Error && error.message.includes('malformed JSON');
}
