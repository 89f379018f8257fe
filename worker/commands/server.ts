import { type ChildProcess, spawn } from 'node:child_process';
import { openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root, stateDir } from './database.ts';

// `wrangler/bin/wrangler.js` starts this very file as a child, which a kill of the parent would leave behind.
export const wranglerCommand = ['--no-warnings', join(root, 'node_modules/wrangler/wrangler-dist/cli.js')];

const startMilliseconds = 120_000;

/** Resolves with the exit code when the server has stopped. */
export async function serve(port: number, whenReady: () => void): Promise<number> {
  const server = spawnServer(port);
  const stopped = new Promise<number>((resolve) => {
    server.once('exit', (code) => resolve(code ?? 0));
    server.once('error', () => resolve(1));
  });
  let asked = false;
  const stop = () => {
    asked = true;
    stopServer(server);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  stopWithNpm(stop);

  if (await answers(port, server)) {
    writeFileSync(fileOf(port, 'pid'), String(process.pid));
    whenReady();
  } else stopServer(server);
  const code = await stopped;
  rmSync(fileOf(port, 'pid'), { force: true });
  if (asked) return 0;
  const log = fileOf(port, 'log');
  console.error(`The server has stopped.\n${lastLines(readFileSync(log, 'utf8'), 40)}\nAll of it: ${log}`);
  return code || 1;
}

function spawnServer(port: number): ChildProcess {
  const log = openSync(fileOf(port, 'log'), 'w');
  const args = [
    ...wranglerCommand,
    'dev',
    ...['--local', '--port', String(port), '--inspector-port', '0', '--persist-to', stateDir],
    ...['--var', `PUBLIC_URL:http://localhost:${port}`, '--show-interactive-dev-session', 'false'],
  ];
  return spawn(process.execPath, args, { cwd: root, stdio: ['ignore', log, log] });
}

function stopServer(server: ChildProcess) {
  server.kill('SIGTERM');
  setTimeout(() => server.kill('SIGKILL'), 5000).unref();
}

/** npm hands a SIGTERM only to its shell, which dies and leaves its children behind. */
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

async function answers(port: number, server: ChildProcess): Promise<boolean> {
  const giveUpAt = Date.now() + startMilliseconds;
  while (server.exitCode === null && server.signalCode === null && Date.now() < giveUpAt) {
    // Wrangler would wait for the source to change.
    if (readFileSync(fileOf(port, 'log'), 'utf8').includes('Build failed')) return false;
    try {
      await fetch(`http://localhost:${port}/health`, { signal: AbortSignal.timeout(5000) });
      return true;
    } catch {
      await sleep(200);
    }
  }
  return false;
}

/** Whether an earlier `npm start` of this very checkout serves on the port. */
export function findRunning(port: number): boolean {
  try {
    return process.kill(Number(readFileSync(fileOf(port, 'pid'), 'utf8')), 0);
  } catch {
    return false;
  }
}

function fileOf(port: number, ending: 'log' | 'pid'): string {
  return join(stateDir, `server-${port}.${ending}`);
}

function lastLines(text: string, count: number): string {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
