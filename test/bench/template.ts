import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from '../../worker/commands/migrate.ts';
import { root } from '../../worker/commands/root.ts';
import { openKit } from '../support/kits.ts';
import type { Bundles } from './build.ts';
import { storeSignatures } from './loader.ts';
import { startServer } from './server.ts';
import { thousands } from './words.ts';

/** Makes a state directory with a migrated database in which the Charlotte kit is open. */
export async function makeTemplate(bundles: Bundles, stateDir: string): Promise<void> {
  const server = await startServer({ bundles, stateDir, mail: false });
  try {
    await migrate(server.db);
    await server.db.prepare('CREATE TABLE bench_rows (id TEXT PRIMARY KEY, at INTEGER) STRICT').run();
    const kit = JSON.parse(readFileSync(join(root, 'test/support/charlotte.json'), 'utf8'));
    // Keep the actions open on any day on which the bench runs.
    for (const action of [...kit.petitions, ...kit.surveys]) action.closes_on = '2099-12-31';
    const opened = await openKit(server.db, kit, new Date());
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  } finally {
    await server.stop();
  }
}

/** A copy of the template with so many signatures in it. */
export function copyTemplate(
  template: string,
  stateDir: string,
  stored: number,
  say: (text: string) => void,
) {
  cpSync(template, stateDir, { recursive: true });
  if (stored === 0) return;
  const startedAt = Date.now();
  storeSignatures(databaseFile(stateDir), stored, (so) => {
    say(
      `stored ${thousands(so)} of ${thousands(stored)} in ${Math.round((Date.now() - startedAt) / 1000)} s`,
    );
  });
}

/** The database file in a state directory. */
export function databaseFile(stateDir: string): string {
  const folder = join(stateDir, 'd1/miniflare-D1DatabaseObject');
  const name = readdirSync(folder).find((file) => file.endsWith('.sqlite') && file !== 'metadata.sqlite');
  if (!name) throw new Error(`no database in ${folder}`);
  return join(folder, name);
}
