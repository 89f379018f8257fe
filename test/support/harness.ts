import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTestHarness } from 'wrangler';
import { migrate } from '../../worker/commands/migrate.ts';
import { databaseWorker, sentDatabase } from '../../worker/commands/sent-database.ts';
import { readConfig } from '../../worker/commands/wrangler-config.ts';
import { dateIn, day } from '../../worker/platform/time/clock.ts';
import { bundleWorker } from './build-worker.ts';
import { type LoopbackServer, serveDatabase } from './database-door.ts';
import { openKit } from './kits.ts';

export const root = join(import.meta.dirname, '../..');

export type Harness = {
  /** Without a slash at the end. */
  url: string;
  db: D1Database;
  /** Gives other processes access to the database: see database-door.ts. */
  door: LoopbackServer;
  close(): Promise<void>;
};

/** Overrides a developer's own .dev.vars, so that no test sends real mail. */
const withoutServices = { RESEND_API_KEY: '', TURNSTILE_SITE_KEY: '', TURNSTILE_SECRET: '', LIMITS: '' };

/** Servers that are started when they are wanted, all from one build. `settings` replace those of the tests. */
export function createHarnesses(settings: Record<string, string> = {}) {
  let built: Promise<string> | undefined;
  const started: Promise<Harness>[] = [];
  const start = async (publicUrl?: string) => {
    built ??= bundleWorker();
    return startHarness(await built, settings, publicUrl);
  };
  return {
    /** `publicUrl`: where it stands for others, if something is in front of it. */
    start(publicUrl?: string): Promise<Harness> {
      const harness = start(publicUrl);
      started.push(harness);
      return harness;
    },
    async close(): Promise<void> {
      await Promise.allSettled(started.map(async (harness) => (await harness).close()));
    },
  };
}

/** The whole application with the real wrangler.toml and its own new database, in which the Charlotte kit is open. */
async function startHarness(
  prebuiltWorkerDir: string,
  settings: Record<string, string>,
  publicUrl?: string,
): Promise<Harness> {
  const { compatibility_date, d1_databases } = readConfig();
  const database = {
    name: 'database',
    main: databaseWorker,
    no_bundle: true,
    compatibility_date,
    d1_databases,
  };
  const workers = (vars: Record<string, string>) => ({
    root,
    workers: [
      {
        configPath: 'wrangler.toml',
        prebuiltWorkerDir,
        vars: { ENVIRONMENT: 'local', ...vars },
        secrets: { ...withoutServices, ...settings },
      },
      { config: database },
    ],
  });
  const server = createTestHarness(workers({}));
  // The port is known only once the server listens, and links in mails must lead back to it.
  const { url } = await server.listen();
  await server.update(workers({ PUBLIC_URL: publicUrl ?? url.origin }));
  const send = (statements: string) =>
    server.getWorker('database').fetch('http://database/', { method: 'POST', body: statements });
  const db = sentDatabase(send);
  await migrate(db);
  const opened = await openKit(db, charlotteKit(new Date()), new Date());
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const door = await serveDatabase(send);
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

/**
 * The kit from its file. Petitions and surveys that would be closed by today stay open, because the journeys sign and
 * answer them.
 */
function charlotteKit(now: Date): unknown {
  const kit = JSON.parse(readFileSync(join(root, 'test/support/charlotte.json'), 'utf8'));
  const today = dateIn(kit.city.time_zone, now);
  for (const action of [...kit.petitions, ...kit.surveys]) {
    if (action.closes_on <= today) action.closes_on = dateIn('UTC', new Date(now.getTime() + 200 * day));
  }
  return kit;
}
