export type Read = {
  sql: string;
  values: readonly unknown[];
  /** Rows read and written, as D1 reports them, and rows in the answer. */
  rows: number;
  written: number;
  returned: number;
};

/** The database, with a function that hears of each statement how many rows it read and wrote. */
export function countingDb(db: D1Database, note: (read: Read) => void): D1Database {
  const known = new WeakMap<object, { real: D1PreparedStatement; sql: string; values: readonly unknown[] }>();
  const noted = <Result extends D1Result>(
    result: Result,
    sql: string,
    values: readonly unknown[],
  ): Result => {
    const { rows_read: rows, rows_written: written } = result.meta;
    note({ sql, values, rows, written, returned: result.results.length });
    return result;
  };
  const wrap = (sql: string, values: readonly unknown[], real: D1PreparedStatement): D1PreparedStatement => {
    const wrapped = {
      bind: (...bound: unknown[]) => wrap(sql, bound, real.bind(...bound)),
      all: async () => noted(await real.all(), sql, values),
      run: async () => noted(await real.run(), sql, values),
      async first(column?: string) {
        const result = noted(await real.all<Record<string, unknown>>(), sql, values);
        const row = result.results[0];
        return row ? (column ? row[column] : row) : null;
      },
    } as unknown as D1PreparedStatement;
    known.set(wrapped, { real, sql, values });
    return wrapped;
  };
  return {
    prepare: (sql: string) => wrap(sql, [], db.prepare(sql)),
    async batch(statements: D1PreparedStatement[]) {
      const own = statements.map((one) => known.get(one)!);
      const results = await db.batch(own.map(({ real }) => real));
      return results.map((result, index) => noted(result, own[index]!.sql, own[index]!.values));
    },
  } as unknown as D1Database;
}
