import { join } from 'node:path';

type Statement = { sql: string; params: unknown[] };
type Answer = { ok: boolean; text(): Promise<string>; json(): Promise<unknown> };

export const databaseWorker = join(import.meta.dirname, 'database-worker.mjs');

/** JSON has no bytes. */
const packed = (value: unknown) => (value instanceof Uint8Array ? { bytes: [...value] } : value);

/**
 * The part of D1 that features and tests use. `send` brings the statements to `databaseWorker`. Miniflare's own stand-in
 * for a database asks the runtime at each `prepare` and each `bind` as well, and this process waits meanwhile.
 */
export function sentDatabase(send: (statements: string) => Promise<Answer>): D1Database {
  async function batch(statements: Statement[]): Promise<D1Result[]> {
    const answer = await send(JSON.stringify(statements.map(({ sql, params }) => ({ sql, params }))));
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as D1Result[];
  }
  const one = async (statement: Statement) => (await batch([statement]))[0]!;
  const prepare = (sql: string, params: unknown[] = []) => ({
    sql,
    params,
    bind: (...values: unknown[]) => prepare(sql, values.map(packed)),
    all: () => one({ sql, params }),
    run: () => one({ sql, params }),
    async first(column?: string) {
      const row = (await one({ sql, params })).results[0] as Record<string, unknown> | undefined;
      return row && column ? row[column] : (row ?? null);
    },
  });
  return { prepare, batch } as unknown as D1Database;
}
