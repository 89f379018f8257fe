import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { settingNames } from '../platform/settings.ts';
import { stateDir } from './database.ts';
import { root } from './root.ts';
import { openLog, type ServerLog } from './server-log.ts';

// `wrangler/bin/wrangler.js` starts this very file as a child, which a kill of the parent would leave behind.
export const wranglerCommand = ['--no-warnings', join(root, 'node_modules/wrangler/wrangler-dist/cli.js')];

export const usualPort = 8787;
const startMilliseconds = 120_000;
const lookEvery = 1000;
/** Wrangler starts a runtime that ended again by itself, which takes some seconds. */
const backWithin = 15_000;
const restartsAtMost = 5;

type Server = { process: ChildProcess; stopped: Promise<number>; log: ServerLog };

/** Resolves with the exit code when the server has stopped. A runtime that ended is started again. */
export async function serve(port: number, whenReady: () => void): Promise<number> {
  const log = openLog(fileOf(port, 'log'));
  const asked = new AbortController();
  let server = spawnServer(port, log);
  const stop = () => {
    asked.abort();
    stopServer(server);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  stopWithNpm(stop);

  for (let restarts = 0; ; restarts += 1) {
    if (await comesUp(port, server)) {
      writeFileSync(fileOf(port, 'pid'), String(process.pid));
      if (restarts === 0) whenReady();
      else console.log('It answers again.');
    } else stopServer(server);
    const outcome = await Promise.race([server.stopped, hasFallenSilent(port, server)]);
    if (asked.signal.aborted || outcome !== 'silent' || restarts >= restartsAtMost) break;
    console.log('The runtime has ended and does not answer. Starting it again…');
    stopServer(server);
    await server.stopped;
    if (asked.signal.aborted) break;
    server = spawnServer(port, log);
  }
  stopServer(server);
  await server.stopped;
  rmSync(fileOf(port, 'pid'), { force: true });
  if (asked.signal.aborted) return 0;
  console.error(log.whyItEnded());
  return 1;
}

function spawnServer(port: number, log: ServerLog): Server {
  const args = [
    ...wranglerCommand,
    'dev',
    ...['--local', '--port', String(port), '--inspector-port', '0', '--persist-to', stateDir],
    ...settingsOf(process.env, port).flatMap(([name, value]) => ['--var', `${name}:${value}`]),
    ...['--show-interactive-dev-session', 'false'],
  ];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', log.handle, log.handle] });
  const stopped = new Promise<number>((resolve) => {
    child.once('exit', (code) => resolve(code ?? 0));
    child.once('error', () => resolve(1));
  });
  return { process: child, stopped, log };
}

/**
 * What the environment sets goes before `.dev.vars` and `wrangler.toml`. Other programs have an ENVIRONMENT of their
 * own, so only a value that means something here is taken.
 */
export function settingsOf(env: NodeJS.ProcessEnv, port: number): [name: string, value: string][] {
  const given = settingNames.flatMap((name): [string, string][] => {
    const value = env[name];
    return value === undefined ? [] : [[name, value]];
  });
  const known = given.filter(([name, value]) => name !== 'ENVIRONMENT' || /^(local|production)$/.test(value));
  const hasUrl = known.some(([name]) => name === 'PUBLIC_URL');
  return hasUrl ? known : [['PUBLIC_URL', `http://localhost:${port}`], ...known];
}

function stopServer({ process: server }: Server) {
  server.kill('SIGTERM');
  setTimeout(() => server.kill('SIGKILL'), 5000).unref();
}

/** npm passes a SIGTERM only to its shell, which ends and leaves its children running. */
function stopWithNpm(stop: () => void) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 500);
  watch.unref();
}

async function comesUp(port: number, server: Server): Promise<boolean> {
  const giveUpAt = Date.now() + startMilliseconds;
  while (isAlive(server) && Date.now() < giveUpAt) {
    // Wrangler would wait for the source to change.
    if (server.log.hasFailedToStart()) return false;
    if (await answersAt(port, 5000)) return true;
    await sleep(200);
  }
  return false;
}

/** Wrangler starts a runtime that was killed again. Where its proxy was, nothing answers from then on. */
async function hasFallenSilent(port: number, server: Server): Promise<'silent' | 'stopped'> {
  while (isAlive(server)) {
    await sleep(lookEvery);
    if (server.log.tellsOfCrash() && !(await answersAt(port, backWithin))) return 'silent';
  }
  return 'stopped';
}

function isAlive({ process: { exitCode, signalCode } }: Server): boolean {
  return exitCode === null && signalCode === null;
}

export async function answersAt(port: number, within: number): Promise<boolean> {
  try {
    await fetch(`http://localhost:${port}/health`, {
      signal: AbortSignal.timeout(within),
      headers: { connection: 'close' },
    });
    return true;
  } catch {
    return false;
  }
}

/** The process of an earlier `npm start` of this very checkout that serves on the port. */
export function findRunning(port: number): number | null {
  try {
    const pid = Number(readFileSync(fileOf(port, 'pid'), 'utf8'));
    process.kill(pid, 0);
    return pid;
  } catch {
    return null;
  }
}

/** On which `npm start` serves from this database, the lowest first. */
export function runningPorts(): number[] {
  const files = existsSync(stateDir) ? readdirSync(stateDir) : [];
  const ports = files.flatMap((file) => /^server-(\d+)\.pid$/.exec(file)?.[1] ?? []).map(Number);
  return ports.filter((port) => findRunning(port) !== null).toSorted((a, b) => a - b);
}

/** On which an `npm start` of this checkout serves, or would by itself. */
export function runningPort(): number {
  const running = runningPorts();
  return running.includes(usualPort) ? usualPort : (running[0] ?? usualPort);
}

function fileOf(port: number, ending: 'log' | 'pid'): string {
  return join(stateDir, `server-${port}.${ending}`);
}
