/**
 * Makes statements that join the transaction in which signatures lose their personal data, after they have lost it:
 * by their owner, at the end of retention, when never confirmed, or after a bounce. One of the ids may have been
 * confirmed meanwhile and keep its data: those that have not have `erased_at`.
 */
export type ErasedHook = (db: D1Database, erased: { ids: string[] }) => D1PreparedStatement[];
