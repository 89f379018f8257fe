import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTestHarness } from 'wrangler';
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
  const worker = (vars: Record<string, string>) => ({
    root,
    workers: [
      {
        configPath: 'wrangler.toml',
        prebuiltWorkerDir,
        vars: { ENVIRONMENT: 'local', ...vars },
        secrets: { ...withoutServices, ...settings },
      },
    ],
  });
  const server = createTestHarness(worker({}));
  // The port is known only once the server listens, and links in mails must lead back to it.
  const { url } = await server.listen();
  await server.update(worker({ PUBLIC_URL: publicUrl ?? url.origin }));
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
