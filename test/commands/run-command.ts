import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');
export const charlotteFile = join(root, 'worker/kits/charlotte.json');

const { scripts }: { scripts: Record<string, string> } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
);

/** The commands of package.json that are modules in worker/commands. */
export const commandNames = Object.keys(scripts).filter((name) =>
  scripts[name]?.endsWith(` worker/commands/${name}.ts`),
);

type Environment = Record<string, string>;

/** Runs a command to its end, as its npm script does, with the Node that runs the test. */
export function runCommand(name: string, args: string[] = [], environment: Environment = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...wordsOf(name), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  return { code: status, out: stdout, errors: stderr };
}

/** The same for many of them, in turn and in one process. */
export function runInTurn(commands: string[][], environment: Environment = {}) {
  const runner = ['--import', './worker/commands/loader.mjs', 'test/commands/run-in-turn.ts'];
  const { stdout, stderr } = spawnSync(process.execPath, [...runner, JSON.stringify(commands)], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  if (!stdout.startsWith('[')) throw new Error(`${stdout}${stderr}`);
  return JSON.parse(stdout) as { code: number; said: string }[];
}

export type Started = { process: ChildProcess; lines: () => string[]; stopped: Promise<number | null> };

/** Starts a command that keeps running. `lines` is what it has printed so far. */
export function startCommand(name: string, environment: Environment): Started {
  const child = spawn(process.execPath, wordsOf(name), {
    cwd: root,
    env: { ...process.env, ...environment },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (printed += data));
  const stopped = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { process: child, lines: () => printed.trimEnd().split('\n'), stopped };
}

/** The words after "node" in the script. */
function wordsOf(name: string): string[] {
  return scripts[name]?.split(' ').slice(1) ?? [];
}
