import { createServer, type IncomingMessage } from 'node:http';
import { type LoopbackServer, listenOnLoopback } from './listen.ts';

export type { LoopbackServer };

type Statement = { sql: string; params: unknown[] };

/** Serves the harness's database over HTTP to test processes, which cannot share a binding. */
export function serveDatabase(db: D1Database): Promise<LoopbackServer> {
  const server = createServer(async (request, response) => {
    try {
      const statements = (await readJson(request)) as Statement[];
      const results = await db.batch(
        statements.map(({ sql, params }) => db.prepare(sql).bind(...params.map(unpacked))),
      );
      response.end(JSON.stringify(results));
    } catch (error) {
      response.writeHead(500).end(error instanceof Error ? error.message : String(error));
    }
  });
  return listenOnLoopback(server, 0);
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}

/** JSON has no bytes. */
type Packed = { bytes: number[] };
const packed = (value: unknown) => (value instanceof Uint8Array ? { bytes: [...value] } : value);
const unpacked = (value: unknown) =>
  typeof value === 'object' && value !== null ? Uint8Array.from((value as Packed).bytes) : value;

/** The part of D1 that features and tests use: prepare, bind, all, run, first and batch. */
export function remoteDatabase(url: string): D1Database {
  async function send(statements: Statement[]): Promise<D1Result[]> {
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(statements) });
    if (!response.ok) throw new Error(await response.text());
    return response.json() as Promise<D1Result[]>;
  }
  const one = async (statement: Statement) => (await send([statement]))[0]!;
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
  const batch = (statements: Statement[]) => send(statements.map(({ sql, params }) => ({ sql, params })));
  return { prepare, batch } as unknown as D1Database;
}
