import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTestHarness } from 'wrangler';
import { dateIn, day } from '../../worker/platform/time/clock.ts';
import { type LoopbackServer, serveDatabase } from './database-door.ts';
import { openKit } from './kits.ts';

export const root = join(import.meta.dirname, '../..');

export type Harness = {
  /** No slash at its end. */
  url: string;
  db: D1Database;
  /** The database's door for other processes: see database-door.ts. */
  door: LoopbackServer;
  close(): Promise<void>;
};

/** What a developer's own .dev.vars may hold and a test must not: no mail leaves this machine. */
const withoutServices = { RESEND_API_KEY: '', TURNSTILE_SITE_KEY: '', TURNSTILE_SECRET: '', LIMITS: '' };

/** The whole application on the real wrangler.toml: its own fresh database, migrated, with the Charlotte kit open. */
export async function startHarness(): Promise<Harness> {
  const worker = (vars: Record<string, string>) => ({
    root,
    workers: [
      { configPath: 'wrangler.toml', vars: { ENVIRONMENT: 'local', ...vars }, secrets: withoutServices },
    ],
  });
  const server = createTestHarness(worker({}));
  // The port is known once it listens; links in mails have to lead back to it.
  const { url } = await server.listen();
  await server.update(worker({ PUBLIC_URL: url.origin }));
  const handle = server.getWorker<{ DB: D1Database }>();
  await handle.applyD1Migrations('DB');
  const { DB: db } = await handle.getEnv();
  const opened = await openKit(db, charlotteKit(new Date()), new Date());
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const door = await serveDatabase(db);
  return {
    url: url.origin,
    db,
    door,
    async close() {
      await door.close();
      await server.close();
    },
  };
}

/** As it stands in its file, but for a petition or survey that would be over today: the journeys sign and answer it. */
function charlotteKit(now: Date): unknown {
  const kit = JSON.parse(readFileSync(join(root, 'worker/kits/charlotte.json'), 'utf8'));
  const today = dateIn(kit.city.time_zone, now);
  for (const action of [...kit.petitions, ...kit.surveys]) {
    if (action.closes_on <= today) action.closes_on = dateIn('UTC', new Date(now.getTime() + 200 * day));
  }
  return kit;
}
