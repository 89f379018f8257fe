/**
 * A database for reading what would be there after `before`: every batch runs between `before` and `after` in one
 * transaction, and `after` takes all of it back. What is read can be of another id in the next batch. `failed` hears why
 * a batch failed, also if whoever reads makes a page of it.
 */
export function dbBetween(
  db: D1Database,
  {
    before,
    after,
    failed,
  }: {
    before: readonly D1PreparedStatement[];
    after: readonly D1PreparedStatement[];
    failed: (error: unknown) => void;
  },
): D1Database {
  const real = new WeakMap<object, D1PreparedStatement>();

  async function run(statements: readonly D1PreparedStatement[]) {
    try {
      const results = await db.batch([...before, ...statements, ...after]);
      return results.slice(before.length, before.length + statements.length);
    } catch (error) {
      failed(error);
      throw error;
    }
  }

  function reading(sql: string, statement: D1PreparedStatement): D1PreparedStatement {
    const all = async () => {
      // Nothing that is written here would stay, or all of it.
      if (!/^\s*(SELECT|WITH)\b/i.test(sql)) throw new Error('only reading');
      const [result] = await run([statement]);
      return result;
    };
    const own = {
      bind: (...values: unknown[]) => reading(sql, statement.bind(...values)),
      all,
      run: all,
      async first(column?: string) {
        const [row = null] = ((await all())?.results ?? []) as Record<string, unknown>[];
        return row && column !== undefined ? row[column] : row;
      },
    };
    real.set(own, statement);
    return own as unknown as D1PreparedStatement;
  }

  const own = {
    prepare: (sql: string) => reading(sql, db.prepare(sql)),
    batch: (list: readonly D1PreparedStatement[]) => run(list.map((one) => real.get(one) ?? one)),
  };
  return own as unknown as D1Database;
}
