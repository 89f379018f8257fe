import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** Where the embedded database lies; tests take another place. */
export const stateDir = process.env.STATE_DIR ?? join(root, '.wrangler/state');

/** Whether there is an embedded database, without making one. */
export function hasDatabase(): boolean {
  return existsSync(join(stateDir, 'v3/d1'));
}

/** Calls `use` with the embedded database or, with `remote`, with the one of the environment `production`. */
export async function withDatabase<Value>(
  { remote }: { remote: boolean },
  use: (db: D1Database) => Promise<Value>,
): Promise<Value> {
  // Loading wrangler takes a second, which commands that need no database should not cost.
  const wrangler = await import('wrangler');
  const proxy = await wrangler.getPlatformProxy<{ DB: D1Database }>({
    configPath: databaseConfig(wrangler, remote),
    persist: remote ? false : { path: join(stateDir, 'v3') },
    remoteBindings: remote,
  });
  try {
    return await use(proxy.env.DB);
  } finally {
    await proxy.dispose();
  }
}

/**
 * A configuration of the database alone: the Worker's other bindings need its code. A remote binding has to be asked
 * for in a configuration, where it would also turn `wrangler dev` remote.
 */
function databaseConfig({ unstable_readConfig }: typeof import('wrangler'), remote: boolean): string {
  const path = join(root, remote ? '.wrangler/remote-database.json' : '.wrangler/database.json');
  const whole = unstable_readConfig(
    { config: join(root, 'wrangler.toml'), ...(remote ? { env: 'production' } : {}) },
    { hideWarnings: true },
  );
  mkdirSync(join(root, '.wrangler'), { recursive: true });
  const config = {
    name: whole.name,
    compatibility_date: whole.compatibility_date,
    account_id: whole.account_id,
    d1_databases: whole.d1_databases.map((database: object) => ({ ...database, remote })),
  };
  writeFileSync(path, JSON.stringify(config));
  return path;
}

/** What went wrong, for a person at a terminal. */
export function explainFailure(error: unknown, remote: boolean): string {
  const message = error instanceof Error ? error.message : String(error);
  if (!message.includes('no such table')) return message;
  const migrate = remote
    ? 'npm run --silent wrangler -- d1 migrations apply undersigned --remote --env production'
    : 'npm start';
  return `The database has no tables yet. Make them with: ${migrate}`;
}
