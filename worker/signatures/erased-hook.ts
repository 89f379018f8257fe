/**
 * Makes statements for the transaction in which signatures lose their personal data. They run after the data is
 * deleted: by the owner, at the end of retention, when never confirmed, or after a bounce. One of the ids may have been
 * confirmed meanwhile and keep its data; the others have `erased_at`.
 */
export type ErasedHook = (db: D1Database, erased: { ids: string[] }) => D1PreparedStatement[];
