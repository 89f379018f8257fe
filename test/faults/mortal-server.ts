import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { type Audit, audit, type Promised } from '../bench/audit.ts';
import type { Bundles } from '../bench/build.ts';
import { databaseFile } from '../bench/template.ts';
import { type AnswerAudit, auditAnswers } from './answer-audit.ts';

export type MortalServer = { url: string; kill(): Promise<void> };

/** Runs the Worker in its own process group. `kill` sends SIGKILL to the whole group, so that nothing can be saved. */
export async function startMortal(bundles: Bundles, stateDir: string): Promise<MortalServer> {
  const script = join(import.meta.dirname, 'runtime.ts');
  const args = ['--no-warnings', script, JSON.stringify(bundles), stateDir];
  const child = spawn(process.execPath, args, { detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  // Kill it also if the test fails.
  const killWithUs = () => killGroup(child);
  process.once('exit', killWithUs);
  const port = await portOf(child);
  return {
    url: `http://127.0.0.1:${port}`,
    async kill() {
      const exited = once(child, 'exit');
      killGroup(child);
      await exited;
      process.off('exit', killWithUs);
    },
  };
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  process.kill(-child.pid, 'SIGKILL');
}

async function portOf(child: ChildProcess): Promise<number> {
  for await (const line of createInterface({ input: child.stdout! })) {
    if (line.startsWith('{')) return JSON.parse(line).port;
  }
  throw new Error('the server did not start');
}

/** Audits the files that a killed server has left. It opens a copy, which SQLite recovers as after a crash. */
export function auditRemains(stateDir: string, promised: Promised): Audit & AnswerAudit {
  const file = databaseFile(stateDir);
  const dir = mkdtempSync(join(tmpdir(), 'undersigned-remains-'));
  try {
    cpSync(dirname(file), dir, { recursive: true });
    const copy = join(dir, file.slice(dirname(file).length + 1));
    const db = new DatabaseSync(copy);
    const check = db.prepare('PRAGMA integrity_check').get()?.integrity_check;
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    db.close();
    if (check !== 'ok') throw new Error(`the database is broken: ${check}`);
    return { ...audit(copy, promised), ...auditAnswers(copy) };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
