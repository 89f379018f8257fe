/** Signatures of one action that start or stop counting in one transaction. */
export type CountedChange = { actionId: number; ids: string[]; now: Date };

/** Makes statements that join that transaction, after the one that changes the signatures. */
export type CountedHook = (db: D1Database, change: CountedChange) => D1PreparedStatement[];

export type CountedHooks = { starts?: CountedHook; stops?: CountedHook };
