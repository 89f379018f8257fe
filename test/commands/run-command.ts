import { type ChildProcess, fork, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');
export const charlotteFile = join(root, 'worker/kits/charlotte.json');
/** What it makes of the template. */
export const wholeCharlotteFile = join(root, 'test/support/charlotte.json');

const { scripts }: { scripts: Record<string, string> } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
);

/** The commands of package.json that are modules in worker/commands. */
export const commandNames = Object.keys(scripts).filter((name) =>
  scripts[name]?.endsWith(` worker/commands/${name}.ts`),
);

type Environment = Record<string, string>;

export type Outcome = { code: number | null; out: string; errors: string };

/** Runs a command to its end in a process of its own, as its npm script does, with the Node that runs the test. */
export function runAlone(name: string, args: string[] = [], environment: Environment = {}): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...wordsOf(name), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  return { code: status, out: stdout, errors: stderr };
}

/** A process for each database, because a command reads only at its first import where that is. */
const inTurn = new Map<string, ChildProcess>();

/** The same, but many commands share a process. */
export async function runCommand(
  name: string,
  args: string[] = [],
  environment: Environment = {},
): Promise<Outcome> {
  const database = environment.STATE_DIR ?? '';
  const child = inTurn.get(database) ?? startInTurn(environment);
  inTurn.set(database, child);
  child.send({ name, args, environment });
  const [outcome] = await once(child, 'message');
  return outcome;
}

function startInTurn(environment: Environment): ChildProcess {
  const child = fork(join(root, 'test/commands/run-in-turn.ts'), {
    cwd: root,
    execArgv: ['--no-warnings', '--import', './worker/commands/loader.mjs'],
    env: { ...process.env, ...environment },
  });
  // Whoever waits for an answer is told.
  child.once('exit', (code) => child.emit('error', new Error(`a command ended its process: ${code}`)));
  return child;
}

export type Started = { process: ChildProcess; lines: () => string[]; stopped: Promise<number | null> };

/** Starts a command that keeps running. `lines` is what it has printed so far. */
export function startCommand(name: string, environment: Environment, args: string[] = []): Started {
  const child = spawn(process.execPath, [...wordsOf(name), ...args], {
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
