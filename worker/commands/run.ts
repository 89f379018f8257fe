import { parseArgs } from 'node:util';
import type { Result } from '../platform/result.ts';
import { explainFailure } from './database.ts';
import { chooseDeployment } from './wrangler-config.ts';

export type Flags = Record<string, string | undefined>;

export type CommandOptions<Command> = {
  usage: string;
  /** Options that stand alone, such as `--close-now`. */
  switches?: readonly string[];
  /** Options that take a text, such as `--file library.json`. */
  flags?: readonly string[];
  /** Null if the words are not a command. */
  read(words: string[], switched: ReadonlySet<string>, flags: Flags): Command | null;
  /** `remote`: uses the database of a deployment. Gives the output or an error. */
  run(command: Command, remote: boolean): Promise<Result<string, string>>;
};

/** Runs a command with its arguments; gives the exit code. `--help` prints how it is used. */
export async function runCommand<Command>({
  usage,
  switches = [],
  flags = [],
  read,
  run,
}: CommandOptions<Command>): Promise<number> {
  const asked = readArguments(switches, flags);
  if (asked?.switched.has('help')) {
    console.log(usage.includes('--remote') ? `${usage}\n${elsewhere}` : usage);
    return 0;
  }
  chooseDeployment(asked?.flags.deployment);
  const command = asked && read(asked.words, asked.switched, asked.flags);
  if (!asked || !command) return fail(usage);
  try {
    const outcome = await run(command, asked.remote);
    if (!outcome.ok) return fail(outcome.error);
    console.log(outcome.value);
    return 0;
  } catch (error) {
    return fail(explainFailure(error, asked.remote));
  }
}

const elsewhere = '  --deployment NAME                            in another deployment of wrangler.toml';

type Arguments = { words: string[]; switched: ReadonlySet<string>; flags: Flags; remote: boolean };

function readArguments(switches: readonly string[], flags: readonly string[]): Arguments | null {
  try {
    const options = Object.fromEntries([
      ...['remote', ...switches].map((name) => [name, { type: 'boolean' as const }]),
      ...['deployment', ...flags].map((name) => [name, { type: 'string' as const }]),
      ['help', { type: 'boolean' as const, short: 'h' }],
    ]);
    const { positionals, values } = parseArgs({ allowPositionals: true, options });
    const texts = Object.entries(values).flatMap(([name, said]) =>
      typeof said === 'string' ? [[name, said]] : [],
    );
    const switched = new Set(Object.entries(values).flatMap(([name, on]) => (on === true ? [name] : [])));
    return {
      words: positionals,
      switched,
      flags: Object.fromEntries(texts),
      remote: switched.has('remote') || Object.hasOwn(values, 'deployment'),
    };
  } catch {
    return null;
  }
}

function fail(text: string): number {
  console.error(text);
  return 1;
}
