import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';
import { useWranglersRuntime } from './runtime.ts';
import { databaseWorker, sentDatabase } from './sent-database.ts';
import { readConfig, readRemoteConfig } from './wrangler-config.ts';

/** Where the embedded database lies; tests take another place. */
export const stateDir = process.env.STATE_DIR ?? join(root, '.wrangler/state');

/** Whether there is an embedded database, without making one. */
export function hasDatabase(): boolean {
  return existsSync(join(stateDir, 'v3/d1'));
}

/** Calls `use` with the embedded database or, with `remote`, with the one of the chosen deployment. */
export async function withDatabase<Value>(
  { remote }: { remote: boolean },
  use: (db: D1Database) => Promise<Value>,
): Promise<Value> {
  const { db, close } = await (remote ? openRemote() : openLocal());
  try {
    return await use(db);
  } finally {
    await close();
  }
}

type Opened = { db: D1Database; close(): Promise<void> };

async function openLocal(): Promise<Opened> {
  useWranglersRuntime();
  const { compatibility_date, d1_databases } = readConfig();
  // Loading Miniflare takes half a second, which commands that need no database should not cost.
  const { Miniflare } = await import('miniflare');
  const miniflare = new Miniflare({
    modules: true,
    scriptPath: databaseWorker,
    compatibilityDate: compatibility_date,
    d1Databases: Object.fromEntries(d1_databases.map(({ binding, database_id }) => [binding, database_id])),
    defaultPersistRoot: join(stateDir, 'v3'),
    d1Persist: true,
    cf: false,
  });
  const send = (statements: string) =>
    miniflare.dispatchFetch('http://database/', { method: 'POST', body: statements });
  return { db: sentDatabase(send), close: () => miniflare.dispose() };
}

/**
 * By a configuration of the database alone: the Worker's other bindings need its code. A remote binding has to be asked
 * for in a configuration, where it would also turn `wrangler dev` remote.
 */
async function openRemote(): Promise<Opened> {
  const { getPlatformProxy } = await import('wrangler');
  const { name, compatibility_date, account_id, d1_databases } = readRemoteConfig();
  const databases = d1_databases.map((database) => ({ ...database, remote: true }));
  const configPath = join(root, '.wrangler/remote-database.json');
  mkdirSync(join(root, '.wrangler'), { recursive: true });
  writeFileSync(
    configPath,
    JSON.stringify({ name, compatibility_date, account_id, d1_databases: databases }),
  );
  const proxy = await getPlatformProxy<{ DB: D1Database }>({
    configPath,
    persist: false,
    remoteBindings: true,
  });
  return { db: proxy.env.DB, close: () => proxy.dispose() };
}

/** What went wrong, for a person at a terminal. */
export function explainFailure(error: unknown, remote: boolean): string {
  const message = error instanceof Error ? error.message : String(error);
  if (!message.includes('no such table')) return message;
  return `The database has no tables yet. Make them with: ${remote ? migrateRemote() : 'npm start'}`;
}

function migrateRemote(): string {
  const { environment, d1_databases } = readRemoteConfig();
  const database = d1_databases[0]?.database_name;
  return `npm run --silent wrangler -- d1 migrations apply ${database} --remote --env ${environment}`;
}
