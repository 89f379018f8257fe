import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { openKit } from '../kits/open.ts';
import { root, stateDir, withDatabase } from './database.ts';
import { linesOf, readKitFile } from './kit-file.ts';
import { answersAt, findRunning, serve, usualPort, wranglerCommand } from './server.ts';

const kitFile = join(root, 'worker/kits/charlotte.json');
/** A runtime that ended is started again within this time, in milliseconds. */
const silentFor = 30_000;

process.env.WRANGLER_SEND_METRICS = 'false';
process.exitCode = await start();

async function start(): Promise<number> {
  const port = Number(process.env.PORT || usualPort);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    return fail(`PORT is ${process.env.PORT}, and has to be a number from 1 to 65535.`);
  }
  if (await isTaken(port)) {
    const running = findRunning(port);
    if (running === null) return fail(takenText(port));
    if (!(await answersAt(port, silentFor))) return fail(silentText(port, running));
    console.log('It is running already.');
    return announce(port);
  }

  mkdirSync(stateDir, { recursive: true });
  const prepared = prepare() ?? (await openCharlotte());
  if (prepared !== null) return fail(prepared);
  console.log('Starting…');
  return await serve(port, () => announce(port));
}

/** What went wrong, or null. */
function prepare(): string | null {
  console.log('Building…');
  const built = run('npm', ['run', '--silent', 'build']);
  if (built !== null) return built;
  console.log('Migrating…');
  // It fails if another start migrates at the same moment; then nothing is left to do.
  return migrate() && migrate();
}

function migrate(): string | null {
  const apply = ['d1', 'migrations', 'apply', 'undersigned', '--local', '--persist-to', stateDir];
  return run(process.execPath, [...wranglerCommand, ...apply]);
}

function run(command: string, args: string[]): string | null {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return status === 0 ? null : `${error?.message ?? ''}${stdout}${stderr}`;
}

async function openCharlotte(): Promise<string | null> {
  process.stdout.write('Opening the Charlotte kit… ');
  const json = readKitFile(kitFile);
  if (!json.ok) return json.error.join('\n');
  // Loaded only when a kit is opened: it takes half a second.
  const { shippedHouse } = await import('../main/features.ts');
  const options = { sections: shippedHouse.kitSections, now: new Date() };
  const opened = await withDatabase({ remote: false }, (db) => openKit(db, json.value, options));
  if (!opened.ok) return linesOf(opened.error).join('\n');
  const { changes, kept } = opened.value;
  const isNew = changes.some((line) => /^campaign \S+ added$/.test(line));
  console.log(isNew ? 'opened' : changes.length > 0 ? changes.join('; ') : 'nothing changed');
  for (const line of kept) console.log(line);
  return null;
}

function announce(port: number): number {
  console.log(`Undersigned   http://localhost:${port}/`);
  console.log(`Mailbox       http://localhost:${port}/outbox`);
  return 0;
}

function takenText(port: number): string {
  return `Port ${port} is taken by another program. Stop that one, or choose another: PORT=${port + 1} npm start`;
}

function silentText(port: number, pid: number): string {
  return `It runs on port ${port} (process ${pid}) but does not answer. Stop it with "kill ${pid}", then start again.`;
}

async function isTaken(port: number): Promise<boolean> {
  const answers = await Promise.all(['127.0.0.1', '::1'].map((host) => listensAt(host, port)));
  return answers.includes(true);
}

function listensAt(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const settle = (answers: boolean) => {
      socket.destroy();
      resolve(answers);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
    socket.setTimeout(1000, () => settle(true));
  });
}

function fail(text: string): number {
  console.error(text);
  return 1;
}
