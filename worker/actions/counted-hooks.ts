/** Signatures of one action that start or stop counting in one transaction. */
export type CountedChange = {
  actionId: number;
  /** Those that may. Another transaction can have been first: which of them do is known inside this one alone. */
  ids: string[];
  /**
   * Selects the ids that do, in this transaction and no other: a SELECT with one parameter, and the value to bind to
   * it. Nothing is promised of the rows' other columns at the time when the statement runs.
   */
  changed: { ids: (parameter: string) => string; value: string };
  now: Date;
};

/** Makes statements that join that transaction. */
export type CountedHook = (db: D1Database, change: CountedChange) => D1PreparedStatement[];

export type CountedHooks = { starts?: CountedHook; stops?: CountedHook };
