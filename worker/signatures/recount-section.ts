/** Numbers of signatures or answers, by what is counted: "state confirmed", "place 4", "answers fund yes". */
export type Numbers = Map<string, number>;

/** The same numbers of one action from three sources, read in one transaction. */
export type ThreeAccounts = { rows: Numbers; kept: Numbers; changes: Numbers };

/**
 * The counts that a feature keeps for an action: from its rows, as stored, and as the sum of all weeks' changes. One
 * statement reads at most `rowsAtOnce` rows, so that it never sorts much, however many have signed.
 */
export type Recount = (db: D1Database, actionId: number, rowsAtOnce?: number) => Promise<ThreeAccounts>;
