/** How many signatures or answers, by what is counted: "state confirmed", "place 4", "answers fund yes". */
export type Numbers = Map<string, number>;

/** One action's account three times over, from one transaction. */
export type ThreeAccounts = { rows: Numbers; kept: Numbers; changes: Numbers };

/**
 * What a feature keeps counts of on an action: by its rows, as it is kept, and as the sum of all weeks' changes. One
 * statement reads `rowsAtOnce` rows at most, so that what it sorts stays small, however many have signed.
 */
export type Recount = (db: D1Database, actionId: number, rowsAtOnce?: number) => Promise<ThreeAccounts>;
