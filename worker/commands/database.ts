import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** Where the embedded database lies; tests take another place. */
export const stateDir = process.env.STATE_DIR ?? join(root, '.wrangler/state');

/** Hands over the embedded database or, with `remote`, the one of the environment `production`. */
export async function withDatabase<Value>(
  { remote }: { remote: boolean },
  use: (db: D1Database) => Promise<Value>,
): Promise<Value> {
  // Loading wrangler takes a second, which commands that need no database should not cost.
  const wrangler = await import('wrangler');
  const proxy = await wrangler.getPlatformProxy<{ DB: D1Database }>(
    remote
      ? { configPath: remoteConfig(wrangler), persist: false }
      : {
          configPath: join(root, 'wrangler.toml'),
          persist: { path: join(stateDir, 'v3') },
          remoteBindings: false,
        },
  );
  try {
    return await use(proxy.env.DB);
  } finally {
    await proxy.dispose();
  }
}

/** A remote binding has to be asked for in the configuration, where it would also turn `wrangler dev` remote. */
function remoteConfig({ unstable_readConfig }: typeof import('wrangler')): string {
  const production = unstable_readConfig(
    { config: join(root, 'wrangler.toml'), env: 'production' },
    { hideWarnings: true },
  );
  const path = join(root, '.wrangler/kit.json');
  mkdirSync(join(root, '.wrangler'), { recursive: true });
  const config = {
    name: production.name,
    compatibility_date: production.compatibility_date,
    account_id: production.account_id,
    d1_databases: production.d1_databases.map((database: object) => ({ ...database, remote: true })),
  };
  writeFileSync(path, JSON.stringify(config));
  return path;
}
