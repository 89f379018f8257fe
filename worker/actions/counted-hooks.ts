/** Signatures of one action that start or stop counting in one transaction. */
export type CountedChange = {
  actionId: number;
  /**
   * Candidates. Another transaction can have been first, so which of them really change is known only inside this one.
   */
  ids: string[];
  /**
   * Selects the ids that really change, for this transaction only: a SELECT with one parameter, and the value to bind
   * to it. Do not rely on other columns of the rows when the statement runs.
   */
  changed: { ids: (parameter: string) => string; value: string };
  now: Date;
};

/** Makes statements that join that transaction. */
export type CountedHook = (db: D1Database, change: CountedChange) => D1PreparedStatement[];

export type CountedHooks = { starts?: CountedHook; stops?: CountedHook };
