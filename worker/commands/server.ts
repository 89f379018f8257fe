import { type ChildProcess, spawn } from 'node:child_process';
import { openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root, stateDir } from './database.ts';

// `wrangler/bin/wrangler.js` starts this very file as a child, which a kill of the parent would leave behind.
export const wranglerCommand = ['--no-warnings', join(root, 'node_modules/wrangler/wrangler-dist/cli.js')];

const logFile = join(stateDir, 'server.log');
const startMilliseconds = 120_000;

/** Resolves with the exit code when the server has stopped. */
export async function serve(port: number, whenReady: () => void): Promise<number> {
  const server = spawnServer(port);
  const stopped = new Promise<number>((resolve) => {
    server.once('exit', (code) => resolve(code ?? 0));
    server.once('error', () => resolve(1));
  });
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      stopping = true;
      server.kill('SIGTERM');
      setTimeout(() => server.kill('SIGKILL'), 5000).unref();
    });
  }
  if (await answers(port, server)) {
    writeFileSync(runningFile(port), String(process.pid));
    whenReady();
  } else server.kill('SIGTERM');
  const code = await stopped;
  rmSync(runningFile(port), { force: true });
  if (stopping) return 0;
  console.error(
    `The server has stopped.\n${lastLines(readFileSync(logFile, 'utf8'), 40)}\nAll of it: ${logFile}`,
  );
  return code || 1;
}

function spawnServer(port: number): ChildProcess {
  const log = openSync(logFile, 'w');
  const args = [
    ...wranglerCommand,
    'dev',
    ...['--local', '--port', String(port), '--inspector-port', '0', '--persist-to', stateDir],
    ...['--var', `PUBLIC_URL:http://localhost:${port}`, '--show-interactive-dev-session', 'false'],
  ];
  return spawn(process.execPath, args, { cwd: root, stdio: ['ignore', log, log] });
}

async function answers(port: number, server: ChildProcess): Promise<boolean> {
  const giveUpAt = Date.now() + startMilliseconds;
  while (server.exitCode === null && server.signalCode === null && Date.now() < giveUpAt) {
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
    return process.kill(Number(readFileSync(runningFile(port), 'utf8')), 0);
  } catch {
    return false;
  }
}

function runningFile(port: number): string {
  return join(stateDir, `running-${port}.pid`);
}

function lastLines(text: string, count: number): string {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
