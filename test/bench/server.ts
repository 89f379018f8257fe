import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Log, LogLevel, Miniflare, type MiniflareOptions, Response, type WorkerOptions } from 'miniflare';
import { unstable_getMiniflareWorkerOptions } from 'wrangler';
import { root } from '../../worker/commands/root.ts';
import { useWranglersRuntime } from '../../worker/commands/runtime.ts';
import type { Bundles } from './build.ts';
import { childrenNamed } from './processes.ts';

export type Server = {
  port: number;
  db: D1Database;
  /** The process id of workerd; null if the machine has no /proc. */
  pid: number | null;
  stop(): Promise<void>;
};

export type ServerOptions = {
  bundles: Bundles;
  stateDir: string;
  /** Whether mails are sent while the load runs: yes in a storm, no where a single route is measured. */
  mail: boolean;
  /** Collects garbage at once, to measure memory. This costs time. */
  collectAtOnce?: boolean;
  vars?: Record<string, string>;
  /** Starts only this Worker, to compare cold starts. */
  only?: 'undersigned' | 'floor';
};

/** The baselines answer on the same port. Requests are told apart by their host, as Cloudflare does for Workers. */
export const floorHost = 'floor.example';
/** The application without its intake. */
export const ungroupedHost = 'ungrouped.example';

/** Every collection is a full one, and one runs for every 2 MB of new objects. */
const collectingAtOnce = '--gc-global --max-semi-space-size=2';

/** Runs the Worker with its own configuration directly on workerd: no dev proxy, no file watcher, no request log. */
export async function startServer(options: ServerOptions): Promise<Server> {
  useWranglersRuntime();
  const known = new Set(childrenNamed('workerd'));
  process.env.MINIFLARE_WORKERD_V8_FLAGS = options.collectAtOnce ? collectingAtOnce : '';
  const miniflare = new Miniflare(settings(options));
  const url = await miniflare.ready;
  return {
    port: Number(url.port),
    db: await miniflare.getD1Database('DB', options.only ?? 'undersigned'),
    pid: childrenNamed('workerd').find((pid) => !known.has(pid)) ?? null,
    stop: () => miniflare.dispose(),
  };
}

function assetOf(request: { url: string }): Response {
  return new Response(readFileSync(join(root, 'web/public', new URL(request.url).pathname)));
}

function settings({ bundles, stateDir, mail, vars, only }: ServerOptions): MiniflareOptions {
  const { workerOptions } = unstable_getMiniflareWorkerOptions(join(root, 'wrangler.toml'));
  const own = workerOptions as unknown as WorkerOptions & {
    bindings: Record<string, string>;
    compatibilityDate: string;
    compatibilityFlags: string[];
    d1Databases: Record<string, { id: string }>;
    durableObjects: Record<string, { className: string; useSQLite: boolean }>;
    queueConsumers: Record<string, object>;
    ratelimits: Record<string, { namespace_id: string; simple: { limit: number; period: 10 | 60 } }>;
  };
  const shared = {
    compatibilityDate: own.compatibilityDate,
    compatibilityFlags: own.compatibilityFlags,
    d1Databases: { DB: own.d1Databases.DB!.id },
  };
  mkdirSync(stateDir, { recursive: true });
  const workers = [
    {
      ...shared,
      name: 'undersigned',
      modulesRoot: dirname(bundles.worker[0] ?? ''),
      modules: bundles.worker.map((path) => ({ type: 'ESModule', path })),
      bindings: { ...own.bindings, ...vars },
      durableObjects: { INTAKE: { className: 'Intake', useSQLite: true } },
      serviceBindings: { ASSETS: assetOf },
      queueProducers: { JOBS: { queueName: 'undersigned-jobs' } },
      ...(mail ? { queueConsumers: own.queueConsumers } : {}),
      ratelimits: { WRITE_RATE: own.ratelimits.WRITE_RATE! },
    },
    {
      ...shared,
      name: 'floor',
      routes: [`http://${floorHost}/*`],
      modulesRoot: dirname(bundles.floor),
      modules: [{ type: 'ESModule', path: bundles.floor }],
      bindings: { KEYRING: own.bindings.KEYRING! },
      durableObjects: { ECHO: { className: 'Echo', useSQLite: true } },
    },
    {
      ...shared,
      name: 'ungrouped',
      routes: [`http://${ungroupedHost}/*`],
      modulesRoot: dirname(bundles.ungrouped),
      modules: [{ type: 'ESModule', path: bundles.ungrouped }],
      bindings: { ...own.bindings },
    },
  ];
  return {
    host: '127.0.0.1',
    port: 0,
    log: new Log(LogLevel.ERROR),
    logRequests: false,
    cf: false,
    defaultPersistRoot: stateDir,
    d1Persist: true,
    durableObjectsPersist: true,
    handleRuntimeStdio: () => {},
    workers: only ? workers.filter(({ name }) => name === only) : workers,
  };
}
