import { env } from 'cloudflare:workers';

export type WatchedStatement = { sql: string; values: unknown[] };

export type Watch = {
  /** Wraps each round trip and gets the statements that it carries. */
  call?: <Value>(work: () => Promise<Value>, statements: WatchedStatement[]) => Promise<Value>;
};

/** The runtime's D1, with a test's function around each round trip. */
export function watchDb({ call = (work) => work() }: Watch): D1Database {
  const known = new WeakMap<object, { real: D1PreparedStatement; said: WatchedStatement }>();
  function statement(sql: string, values: unknown[], real: D1PreparedStatement): D1PreparedStatement {
    const said = { sql, values };
    const watched = {
      bind: (...bound: unknown[]) => statement(sql, bound, real.bind(...bound)),
      all: () => call(() => real.all(), [said]),
      run: () => call(() => real.run(), [said]),
      first: (column?: string) =>
        call(() => (column === undefined ? real.first() : real.first(column)), [said]),
    } as unknown as D1PreparedStatement;
    known.set(watched, { real, said });
    return watched;
  }
  const all = (statements: D1PreparedStatement[]) => statements.map((one) => known.get(one)!);
  return {
    prepare: (sql: string) => statement(sql, [], env.DB.prepare(sql)),
    batch: (statements: D1PreparedStatement[]) =>
      call(
        () => env.DB.batch(all(statements).map(({ real }) => real)),
        all(statements).map(({ said }) => said),
      ),
  } as unknown as D1Database;
}
